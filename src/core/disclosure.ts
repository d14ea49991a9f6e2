import { ancestorsOf, levelSpan, type OrgCode } from './org-code.ts'

/** The smallest number of a confidential measure that leaves the house (R-STAT-06). */
export const smallest = 5

/** A number of a confidential measure that the public knows or is to know: whole years of leagues and the region. */
export interface Known {
  /** Measure and years, and for a rate which of its parts: numbers with one name add up over organisations. */
  readonly name: string
  readonly org: OrgCode
  readonly value: number
}

/** How many organisations stand right below one: the size of its table. */
export type ChildrenOf = (org: OrgCode) => readonly OrgCode[]

/**
 * The first of `fresh` that must not be published beside `published`: it is small itself, or what is left of a whole when
 * its published parts are taken off is, so that a part which was held back can be worked out or bounded below `smallest`.
 * Nothing left, while a part is held back, tells that it is zero, and is refused too. undefined: all may leave.
 */
export function firstRevealing(
  published: readonly Known[],
  fresh: readonly Known[],
  childrenOf: ChildrenOf,
): Known | undefined {
  const all = new Map([...published, ...fresh].map((known) => [`${known.name} ${known.org}`, known.value]))
  const numberOf = (name: string, org: OrgCode) => all.get(`${name} ${org}`)
  return fresh.find(({ name, org, value }) => {
    if (value > 0 && value < smallest) return true
    return [org, ...ancestorsOf(org)].some((whole) => {
      const total = numberOf(name, whole)
      if (total === undefined) return false
      const parts = childrenOf(whole)
      const held = parts.filter((part) => numberOf(name, part) === undefined)
      const left = total - parts.reduce((sum, part) => sum + (numberOf(name, part) ?? 0), 0)
      return held.length > 0 && held.length < parts.length && left < smallest
    })
  })
}

/** Divisions whose confidential figures are published at all. */
export const isPublishable = (org: OrgCode): boolean => org % levelSpan.league === 0
