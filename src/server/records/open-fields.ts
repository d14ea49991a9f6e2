import type { BodyOf, ResponseOf } from '../../core/api/contract.ts'
import type { openFields as contract } from '../../core/api/records.ts'
import type { Programme } from '../../core/programme.ts'
import { Refusal } from '../../core/refusal.ts'
import type { Actor } from '../database/actor.ts'
import type { Desk } from './desk.ts'
import { type ActionRow, type Loaded, loadFacts } from './facts.ts'
import { personsIn } from './links.ts'
import { openedChange } from './opened-change.ts'
import { namesOf } from './persons.ts'
import { logRead } from './read-log.ts'
import { getRecord, type RecordRow } from './record-row.ts'
import type { Answers } from './sealing.ts'
import { handles, judges, onlyReceives, standingOf } from './standing.ts'
import { withheld } from './withheld.ts'

type Opened = ResponseOf<typeof contract>

/**
 * The originals of what a page masks, P2–P4, for whoever handles the record, whose turn it is, or opened it under break-glass. Who looked, at
 * which fields and why is written in this transaction, so what cannot be logged is not shown. Refuses 'purpose-needed'.
 */
export async function openFields(
  desk: Desk,
  programme: Programme,
  id: string,
  asked: BodyOf<typeof contract>,
): Promise<Opened> {
  const { tx, actor, house, today } = desk
  const row = await getRecord(tx, programme, id)
  if (asked.purpose.length < 2) throw new Refusal('purpose-needed', { field: 'purpose' })
  const loaded = await loadFacts(tx, house.secrets.dataKey, programme, row, today)
  const who = standingOf(actor, row, loaded.history)
  const received = onlyReceives(programme, who)
  const handled = handles(programme, who) || received
  if (received) refuseUnshared(programme, actor, loaded, asked.fields)
  // A sealed row this far is seen by handlers, rights, or through break-glass that a second person agreed to.
  if (!handled && !row.sealed && !judges(programme, loaded.facts, who)) throw new Refusal('not-allowed')
  refuseWithheld(programme, actor, row, loaded, asked.fields)
  const shown = withheld(programme, row, loaded.history, actor.account).history
  const parts = asked.fields.map((field): [string, Part] => [
    field,
    openedChange(house.secrets.dataKey, programme, row, shown, field) ?? partOf(programme, row, loaded, field),
  ])
  const names = await namesOf(
    tx,
    parts.flatMap(([, part]) => part.persons),
  )
  await logRead(desk, row, asked.fields, asked.purpose)
  return {
    values: Object.fromEntries(parts.map(([field, part]) => [field, part.value])),
    persons: [...names].map(([person, name]) => ({ id: person, name })),
  }
}

/** Whoever was sent the record opens what was meant for her and what she wrote; the rest is not there. */
function refuseUnshared(programme: Programme, actor: Actor, { history }: Loaded, fields: readonly string[]): void {
  const own = history.filter((act) => act.by_org === actor.org).map((act) => `action:${act.id}:`)
  const hidden = fields.find(
    (field) => !programme.receiverSees.includes(field) && !own.some((prefix) => field.startsWith(prefix)),
  )
  if (hidden !== undefined) throw new Refusal('field-unknown', { field: 'fields', values: { label: hidden } })
}

/** What the definition withholds cannot be opened either. */
function refuseWithheld(
  programme: Programme,
  actor: Actor,
  row: RecordRow,
  { history }: Loaded,
  fields: readonly string[],
): void {
  const shown = withheld(programme, row, history, actor.account)
  const gone = fields.find((field) => {
    const [, actionId, key] = /^action:([0-9a-f-]{36}):([\w-]+)$/.exec(field) ?? []
    const held = (answers: Answers | undefined, name: string) => answers !== undefined && Object.hasOwn(answers, name)
    if (actionId === undefined || key === undefined) return held(row.answers, field) && !held(shown.row.answers, field)
    const of = (acts: readonly ActionRow[]) => acts.find((act) => act.id === actionId)?.answers
    return held(of(history), key) && !held(of(shown.history), key)
  })
  if (gone !== undefined) throw new Refusal('field-unknown', { field: 'fields', values: { label: gone } })
}

interface Part {
  readonly value: unknown
  readonly persons: readonly string[]
}

function partOf(programme: Programme, row: RecordRow, { facts, history }: Loaded, asked: string): Part {
  if (asked === 'attendance' && programme.kind === 'activity') {
    const persons = facts.attendance.map((a) => a.person)
    return { value: persons, persons }
  }
  const [, actionId, key] = /^action:([0-9a-f-]{36}):([\w-]+)$/.exec(asked) ?? []
  if (actionId !== undefined && key !== undefined) {
    const at = history.findIndex((act) => act.id === actionId)
    if (at < 0) throw new Refusal('field-unknown', { field: 'fields', values: { label: asked } })
    return { value: facts.history[at]?.answers[key] ?? null, persons: [] }
  }
  if (!Object.hasOwn(programme.fields, asked))
    throw new Refusal('field-unknown', { field: 'fields', values: { label: asked } })
  const value = facts.answers[asked] ?? null
  const persons = personsIn(programme.fields, { [asked]: value })
  return { value, persons: asked === programme.personField && row.person ? [row.person] : persons }
}
