import type { OrgCode } from '../../core/org-code.ts'
import type { Programme } from '../../core/programme.ts'
import { Refusal, refusalText } from '../../core/refusal.ts'
import type { Desk } from '../records/desk.ts'
import { guardOf } from '../records/guards.ts'
import type { Draft } from '../records/new-draft.ts'
import type { ReadRow } from './read-row.ts'

/** What is refused becomes what is wrong with the row, in words. */
export function noteRefusal(row: ReadRow, check: () => void): void {
  try {
    check()
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    row.problems.push(refusalText(error.code, 'zh', error.detail.values).replace(/。$/, ''))
  }
}

interface Drafted {
  readonly row: ReadRow
  readonly draft?: Draft
}

/**
 * What lies in other records and stands against a row: looked up for a whole chunk at once, said of each row. No statement
 * where the programme has no guard.
 */
export async function refuseGuarded(
  desk: Desk,
  programme: Programme,
  org: OrgCode,
  works: readonly Drafted[],
): Promise<void> {
  const guard = guardOf(programme.id)
  if (!guard) return
  const drafts = () => works.flatMap(({ row, draft }) => (draft && row.problems.length === 0 ? [{ row, draft }] : []))
  const made = drafts().map(({ row, draft }) => ({ row, asked: { id: draft.id, facts: draft.created } }))
  const judge =
    made.length > 0 &&
    (await guard.make?.(
      desk,
      org,
      made.map(({ asked }) => asked),
    ))
  if (judge) for (const { row, asked } of made) noteRefusal(row, () => judge(asked))
  for (const [action, look] of Object.entries(guard.act ?? {})) {
    const stepping = drafts()
      .filter(({ draft }) => draft.actions.at(-1)?.action === action)
      .map(({ row, draft }) => ({ row, asked: { id: draft.id, facts: draft.facts } }))
    if (stepping.length === 0) continue
    const judge = await look(
      desk,
      stepping.map(({ asked }) => asked),
    )
    for (const { row, asked } of stepping) noteRefusal(row, () => judge(asked))
  }
}
