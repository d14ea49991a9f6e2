import { sql } from 'kysely'
import { mayMake } from '../../core/local/fit.ts'
import { ancestorsOf, areaOf, divisionOf, levelSpan, type OrgCode } from '../../core/org-code.ts'
import { reachedIn } from '../../core/procedure.ts'
import type { Done, Facts, Programme } from '../../core/programme.ts'
import { titleOf } from '../../core/record-title.ts'
import { Refusal } from '../../core/refusal.ts'
import { newSalt } from '../crypto/seal.ts'
import { checkAnswers, merged, pick, refuseMissing } from './checked-answers.ts'
import { commitAction, isReplay } from './commit-action.ts'
import { type Desk, isHouse, keeps } from './desk.ts'
import { guardOf } from './guards.ts'
import { tableOf } from './record-row.ts'
import { sealAnswers } from './sealing.ts'

export interface NewRecord {
  readonly id: string
  readonly actionId: string
  readonly answers: Readonly<Record<string, unknown>>
  readonly brand?: string | undefined
  readonly org?: OrgCode | undefined
}

/**
 * Makes a record in its initial state: checked answers, history, clocks, number and ledger in one transaction.
 * Sending the same ids again changes nothing. Refuses 'not-allowed', 'org-unknown', 'org-ended', 'field-needed',
 * 'field-invalid', 'field-unknown', 'date-future' and 'action-reused'.
 */
export async function createRecord(desk: Desk, programme: Programme, given: NewRecord): Promise<void> {
  const { actor } = desk
  if (!mayMake(programme, actor)) throw new Refusal('not-allowed')
  const org = given.org ?? actor.org
  const [, replayed] = await Promise.all([
    keeperFor(desk, org),
    isReplay(desk, areaOf(org), given.actionId, given.id, 'create'),
  ])
  if (!replayed) await writeNew(desk, programme, given, org, false)
}

/**
 * The same without asking who may make it: for the step that opens it (`started`), whose words and persons come from a record
 * that was checked. Call it at hand when the actor may not see what she makes.
 */
export async function makeRecord(
  desk: Desk,
  programme: Programme,
  given: NewRecord,
  org: OrgCode,
  { started = false } = {},
): Promise<void> {
  if (await isReplay(desk, areaOf(org), given.actionId, given.id, 'create')) return
  await writeNew(desk, programme, given, org, started)
}

async function writeNew(
  desk: Desk,
  programme: Programme,
  given: NewRecord,
  org: OrgCode,
  started: boolean,
): Promise<void> {
  const { tx, actor, house, today } = desk
  const area = areaOf(org)
  const fields = pick(programme.fields, programme.opens)
  const answers = merged({}, await checkAnswers(desk, fields, given.answers, started ? given.answers : {}))
  refuseMissing(desk, fields, answers)
  if (given.brand) await refuseForeignBrand(desk, programme, given.brand)

  const dated = String(answers[programme.dated])
  const done: Done = {
    action: 'create',
    from: undefined,
    to: programme.initial,
    on: dated < today ? dated : today,
    at: new Date().toISOString(),
    answers: {},
  }
  const { person, parent, receiver } = columnsOf(programme, answers)
  const facts: Facts = {
    state: programme.initial,
    on: dated,
    answers,
    history: [done],
    reached: reachedIn([done]),
    person: person ?? undefined,
    attendance: [],
    heads: [],
    today,
  }
  const asked = { id: given.id, facts }
  const judge = await guardOf(programme.id)?.make?.(desk, org, [asked])
  judge?.(asked)
  const salt = newSalt()
  // Who opens a record for others to handle does not handle it: the rights post finds it among those nobody handles.
  const stays =
    !isHouse(actor) && programme.access.see.includes(actor.role) && divisionOf(org) === divisionOf(actor.org)
  const handlers = programme.confidential && stays ? [actor.account] : []
  const stored = sealAnswers(
    { key: house.secrets.dataKey, salt, record: given.id, place: 'record' },
    programme.fields,
    answers,
  )
  const inserted = await tx.change(sql`
    INSERT INTO ${tableOf(programme.kind)} (area, kind, id, programme, version, org, ledger_org, title, state, on_date, sealed, handlers, parent,
                                            person, receiver, brand, answers, key_salt, created_by)
    VALUES (${area}, ${programme.kind}, ${given.id}, ${programme.id}, ${programme.version}, ${org}, ${org}, ${titleOf(programme, answers)},
            ${programme.initial}, ${dated}, ${programme.confidential}, ${handlers}::uuid[], ${parent}, ${person}, ${receiver}, ${given.brand ?? null},
            ${JSON.stringify(stored)}, ${salt}, ${actor.post || null})
    ON CONFLICT DO NOTHING`)
  // The other sender of the same ids came first: hers stands, and has committed by now.
  if (inserted === 0) {
    if (await isReplay(desk, area, given.actionId, given.id, 'create')) return
    throw new Refusal('action-reused')
  }
  await commitAction(
    desk,
    programme,
    { area, id: given.id, org, ledger_org: org, sealed: programme.confidential, handlers, receiver },
    facts,
    {
      id: given.actionId,
      action: 'create',
      from: undefined,
      to: programme.initial,
      revision: 1,
      on: done.on,
    },
  )
  if (programme.series) await giveNumber(desk, programme, area, org, given.id, today)
}

/** The columns that repeat an answer, so that lists and joins need not look into answers. */
export function columnsOf(
  programme: Programme,
  answers: Readonly<Record<string, unknown>>,
): { person: string | null; parent: string | null; receiver: OrgCode | null } {
  const held = (key: string | undefined) =>
    key !== undefined && typeof answers[key] === 'string' ? answers[key] : null
  const sentTo = programme.receiverField && answers[programme.receiverField]
  return {
    person: held(programme.personField),
    parent: held(programme.parentField),
    receiver: typeof sentTo === 'number' ? sentTo : null,
  }
}

/** The organisation a new record is kept by: one the post keeps records for. Refuses 'org-unknown' and 'org-ended'. */
export async function keeperFor({ tx, actor }: Pick<Desk, 'tx' | 'actor'>, org: OrgCode): Promise<OrgCode> {
  if (!keeps(actor, org)) throw new Refusal('org-unknown', { field: 'org' })
  const row = await tx.first<{ ended: boolean; successor: string | null }>(sql`
    SELECT o.valid_to IS NOT NULL AND o.valid_to < current_date AS ended, s.name AS successor
    FROM organisations o LEFT JOIN organisations s ON s.code = o.successor WHERE o.code = ${org}`)
  if (!row) throw new Refusal('org-unknown', { field: 'org' })
  if (row.ended) throw new Refusal('org-ended', { field: 'org', values: { successor: row.successor ?? '' } })
  return org
}

/** A brand of this programme, made by the organisation or one above it, that has not ended. */
export async function refuseForeignBrand({ tx, actor }: Desk, programme: Programme, brand: string): Promise<void> {
  const row = await tx.first(sql`
    SELECT 1 FROM brands WHERE id = ${brand} AND programme = ${programme.id}
      AND org = ANY(${[actor.org, ...ancestorsOf(actor.org)]}::bigint[]) AND (to_date IS NULL OR to_date >= current_date)`)
  if (!row) throw new Refusal('field-invalid', { field: 'brand', values: { label: '品牌', what: '没有这个品牌' } })
}

/** HJ-152921-2026-00017: service, division to the banner, year, serial; never used twice (processes 0.5). */
async function giveNumber(
  { tx }: Desk,
  programme: Programme,
  area: number,
  org: OrgCode,
  id: string,
  today: string,
): Promise<void> {
  const region6 = Math.floor(divisionOf(org) / (levelSpan.banner / levelSpan.village))
  const series = `${programme.series}-${region6}-${today.slice(0, 4)}`
  await tx.change(sql`
    WITH n AS (
      INSERT INTO record_numbers AS held (area, series, last) VALUES (${area}, ${series}, 1)
      ON CONFLICT (area, series) DO UPDATE SET last = held.last + 1 RETURNING last)
    UPDATE ${tableOf(programme.kind)} SET number = ${series}::text || '-' || lpad(n.last::text, 5, '0')
    FROM n WHERE area = ${area} AND id = ${id}`)
}
