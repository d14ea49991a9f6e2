import { sql } from 'kysely'
import { v5 } from 'uuid'
import type { BodyOf, ResponseOf } from '../../core/api/contract.ts'
import type { fileContact as contract } from '../../core/api/hotline.ts'
import { areaOf } from '../../core/org-code.ts'
import { parsePhone } from '../../core/phone.ts'
import type { Programme } from '../../core/programme.ts'
import { Refusal } from '../../core/refusal.ts'
import { hashPhone } from '../people/identity.ts'
import { actOn } from '../records/act.ts'
import { createRecord } from '../records/create.ts'
import type { Desk } from '../records/desk.ts'
import { getRecord } from '../records/record-row.ts'
import { takeDraft } from './drafts.ts'

/** Ids of the steps follow from the record's own, so that the same call sent twice is one call. */
const stepId = (record: string, place: string) => v5(place, record)

/**
 * A call as it was noted becomes a record, its steps taken in order, in one transaction that also shreds the draft. Refuses
 * what the engine refuses of any step (nothing is kept then, the draft stays) and 'draft-stale', 'draft-gone', 'phone-wrong'.
 */
export async function fileContact(
  desk: Desk,
  programme: Programme,
  given: BodyOf<typeof contract>,
): Promise<ResponseOf<typeof contract>> {
  const filed = await findFiled(desk, given.id)
  if (filed) return { ...filed, already: true }
  await takeDraft(desk, given.id, given.revision)
  const { phone, answers } = readCaller(given.answers)
  await createRecord(desk, programme, { id: given.id, actionId: stepId(given.id, 'create'), answers })
  for (const [at, step] of given.steps.entries())
    await actOn(desk, programme, given.id, step.action, {
      actionId: stepId(given.id, `${at}`),
      revision: at + 1,
      answers: step.answers,
      reason: step.reason,
    })
  if (phone) await keepNumber(desk, given.id, phone, String(answers.receivedOn))
  const row = await getRecord(desk.tx, programme, given.id)
  return { id: row.id, number: row.number, state: row.state, already: false }
}

async function findFiled({ tx, actor }: Desk, id: string) {
  return tx.first<{ id: string; number: string | null; state: string }>(sql`
    SELECT id, number, state FROM cases WHERE id = ${id} AND programme = 'hotline-contact' AND org = ${actor.org}`)
}

/** The number in the form it is kept in. A caller who wants to stay anonymous has none, whatever the page sent. */
function readCaller(given: BodyOf<typeof contract>['answers']): {
  phone: string | undefined
  answers: Record<string, unknown>
} {
  const { callerName, callerPhone, ...rest } = given
  if (given.anonymous === true) return { phone: undefined, answers: rest }
  const answers = callerName === undefined ? rest : { ...rest, callerName }
  if (typeof callerPhone !== 'string' || callerPhone.trim() === '') return { phone: undefined, answers }
  const phone = parsePhone(callerPhone)
  if (phone === undefined) throw new Refusal('phone-wrong', { field: 'answers.callerPhone' })
  return { phone, answers: { ...answers, callerPhone: phone } }
}

async function keepNumber({ tx, actor, house }: Desk, record: string, phone: string, on: string): Promise<void> {
  await tx.change(sql`
    INSERT INTO caller_numbers (area, record, org, phone_hash, on_date)
    VALUES (${areaOf(actor.org)}, ${record}, ${actor.org}, ${hashPhone(house.secrets, phone)}, ${on})`)
}
