import type { ResponseOf } from '../../core/api/contract.ts'
import type { getFigureEntries } from '../../core/api/figures.ts'
import type { Grade } from '../../core/count.ts'
import type { Day } from '../../core/day.ts'
import { maskName } from '../../core/mask.ts'
import { titleIn } from '../../core/record-title.ts'
import type { Known } from './catalogue.ts'
import type { Drill } from './entries.ts'

export interface EntryRow {
  id: number
  on_date: Day
  value: number
  grade: Grade
  org: number
  org_name: string
  correction: boolean
  posted_at: Date
  /** NULL when row-level security does not show the record. */
  record: string | null
  title: string | null
  number: string | null
  state: string | null
}

export const closedTitle = { zh: '不在您的权限内', en: 'Not yours to open' } as const

/** Where an entry opens to: its organisation, or its record when the reader may see it. */
export function linkOf(known: Known, { record, org }: Pick<EntryRow, 'record' | 'org'>): string | null {
  if (known.directory) return `/orgs/${org}`
  return record === null ? null : `/records/${known.programme.id}/${record}`
}

/** A row as it is listed: the record's own words when the reader may see it, and its organisation in any case. */
export function entryRow(
  row: EntryRow,
  { known, language }: Drill,
): ResponseOf<typeof getFigureEntries>['items'][number] {
  const { programme } = known
  // The title of a member is a person's name: masked here, shown when the record is opened.
  const title = known.directory
    ? row.org_name
    : row.title === null
      ? closedTitle[language]
      : programme.kind === 'member'
        ? maskName(row.title)
        : titleIn(programme, row.title, language)
  const state = row.state === null ? '' : (programme.states[row.state]?.[language] ?? row.state)
  return {
    entryId: row.id,
    on: row.on_date,
    value: row.value,
    grade: row.grade,
    org: { code: row.org, name: row.org_name },
    title,
    detail: [row.number, row.org_name, state].filter(Boolean).join(' · '),
    recordLink: linkOf(known, row),
    correction: row.correction,
    postedAt: row.posted_at.toISOString(),
  }
}
