import { divisionOf, levelSpan, type OrgCode } from './org-code.ts'

interface Named {
  readonly id: string
  readonly series?: string
  readonly documents: Readonly<Record<string, { readonly series?: string }>>
}

const initials = (key: string): string =>
  key
    .split(/[^a-z0-9]+/i)
    .map((word) => word.slice(0, 1))
    .join('')
    .toUpperCase()

/**
 * What the running numbers of one kind of document begin with: HJXY-152921-2026. The programme's letters, the document's,
 * the banner that issues it, the year; each series counts for itself (processes 0.5).
 */
export function documentSeries(programme: Named, document: string, org: OrgCode, year: string): string {
  const letters = programme.documents[document]?.series ?? initials(document)
  const region6 = Math.floor(divisionOf(org) / (levelSpan.banner / levelSpan.village))
  return `${programme.series ?? initials(programme.id)}${letters}-${region6}-${year}`
}

/**
 * What the file is called: its number, never a name. Of a sealed record not even the letters, which tell the service and the
 * kind; four characters of its checksum keep two files apart.
 */
export function documentFileName(number: string, sealed: boolean, sha256: string): string {
  const plain = sealed ? `${number.replace(/^[^-]*-/, '')}-${sha256.slice(0, 4)}` : number
  return `文书-${plain}.docx`
}
