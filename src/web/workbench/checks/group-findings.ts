import type { FindingShape } from '../../../core/api/checks.ts'

/** So many of one rule in one text are read together. */
const fewest = 4

/** Findings of one rule in one text, or one by itself. */
export type FindingGroup = readonly [FindingShape, ...FindingShape[]]

/**
 * A rule that finds the same at number after number (累计数没有起止时间) is said once, where it first shows, with all of its places
 * under it; none is left out. What points at another place, or at a known number, stays by itself. In reading order.
 */
export function groupFindings(findings: readonly FindingShape[]): FindingGroup[] {
  const keyOf = ({ draft, rule, other, known, key, at }: FindingShape) =>
    other || known ? `${key} ${draft} ${at}` : `${draft} ${rule}`
  const together = new Map<string, [FindingShape, ...FindingShape[]]>()
  for (const finding of findings) {
    const held = together.get(keyOf(finding))
    if (held) held.push(finding)
    else together.set(keyOf(finding), [finding])
  }
  return findings.flatMap((finding): FindingGroup[] => {
    const group = together.get(keyOf(finding)) ?? [finding]
    if (group.length < fewest) return [[finding]]
    return group[0] === finding ? [group] : []
  })
}
