import pg from 'pg'
import { v7 } from 'uuid'
import { todayInShanghai } from '../../src/core/day.ts'
import type { Field, FieldMap } from '../../src/core/field.ts'
import type { Programme } from '../../src/core/programme.ts'
import { findProgramme, programmes } from '../../src/registry.ts'
import { type Draw, drawFrom } from '../support/answers.ts'
import { orgs, type Signed, type TestHouse } from '../support/house.ts'

/** Stands in every text of the sealed records, in their files and in nothing else. */
export const mark = '绝密驼绒'
export const phone = '13847300926'
const today = todayInShanghai(new Date())
export const sealed = programmes.filter((p) => p.confidential)

/** A record that is going to be sealed: its id is known before it is made, so that it can be asked for before. */
export interface Planned {
  readonly programme: Programme
  readonly id: string
}

/** One of each confidential programme; the registry says which there are. */
export const plan = (): Planned[] => sealed.map((programme) => ({ programme, id: v7() }))

export interface Making {
  readonly house: TestHouse
  readonly by: Signed
  readonly parties: readonly string[]
  readonly plan: readonly Planned[]
}

/** An answer a form takes, with the mark in it; undefined where only another record would do. */
function told(making: Pick<Making, 'parties' | 'plan'>, field: Field, draw: Draw): unknown {
  switch (field.kind) {
    case 'text':
      return [`${mark}：${'她说的话'.repeat(5)}`.slice(0, field.max), phone, '152921199001010027'].find(
        (text) => field.schema.safeParse(text).success,
      )
    case 'choice': {
      const options = Object.keys(field.options)
      return options[draw(options.length)]
    }
    case 'choices':
      return Object.keys(field.options).slice(0, 2)
    case 'day':
      return today
    case 'date-time':
      return `${today}T00:30:00+08:00`
    case 'integer':
      return Math.max(field.min, 1)
    case 'money':
      return 100
    case 'yes-no':
      return draw(3) > 0
    case 'person':
      return making.parties[0]
    case 'people': {
      const roles = Object.keys(field.roles)
      return making.parties.slice(0, 2).map((person, i) => ({ person, role: roles[i % roles.length] }))
    }
    case 'record':
      return making.plan.find((p) => p.programme.id === field.programme)?.id
    case 'org':
      return orgs.banner
    case 'screening':
      return Object.fromEntries(Object.keys(field.questions).map((q, i) => [q, i === 0]))
    case 'list':
      return [tell(making, field.of, draw)]
    default:
      return undefined
  }
}

const tell = (making: Pick<Making, 'parties' | 'plan'>, fields: FieldMap, draw: Draw): Record<string, unknown> =>
  Object.fromEntries(
    Object.entries(fields)
      .map(([key, field]) => [key, told(making, field, draw)] as const)
      .filter(([, value]) => value !== undefined),
  )

const pick = (all: FieldMap, keys: readonly string[]): FieldMap =>
  Object.fromEntries(keys.flatMap((key) => (all[key] ? [[key, all[key]]] : [])))

/** Makes them all, and takes with each whatever steps there are, with files and documents. Gives how many steps were taken. */
export async function makeSealed(making: Making): Promise<number> {
  let steps = 0
  for (const [n, { programme, id }] of making.plan.entries()) {
    const draw = drawFrom(n + 1)
    const answers = opening(making, programme, draw)
    const made = await making.house.call(making.by, 'POST', `/records/${programme.id}`, { id, actionId: v7(), answers })
    if (made.status !== 200) throw new Error(`${programme.id}: ${made.raw.body}`)
    await attach(making, programme, id)
    steps += await goOn(making, programme, id, draw)
    await print(making, programme, id)
  }
  await phoneCall(making)
  return steps
}

/** Answers that would contradict one another if they were drawn. */
const openly = { anonymous: false, recordingTold: true, fromPaper: false, under14: true }

export function opening(
  making: Pick<Making, 'parties' | 'plan'>,
  programme: Programme,
  draw: Draw,
): Record<string, unknown> {
  const answers = { ...tell(making, pick(programme.fields, programme.opens), draw), ...openly }
  return Object.fromEntries(Object.entries(answers).filter(([key]) => programme.opens.includes(key)))
}

async function goOn({ house, by, ...rest }: Making, programme: Programme, id: string, draw: Draw): Promise<number> {
  const path = `/records/${programme.id}/${id}`
  const taken = new Set<string>()
  for (let i = 0; i < 12; i++) {
    const { body } = await house.call(by, 'GET', path)
    const open = (body.abilities.actions as { id: string; allowed: boolean }[])
      .map((ability) => ability.id)
      .filter((action) => !taken.has(action) && !isElsewhere(programme, action))
    const action = open[draw(open.length)]
    const said = action === undefined ? undefined : programme.actions[action]
    if (action === undefined || !said) break
    taken.add(action)
    const asked = { ...pick(programme.fields, said.fills ?? []), ...said.asks }
    const step = { actionId: v7(), revision: body.revision, answers: tell(rest, asked, draw) }
    await house.call(by, 'POST', `${path}/actions/${action}`, { ...step, reason: `${mark}，所以这样办` })
  }
  const { body } = await house.call(by, 'GET', path)
  return body.history.length
}

/** Steps after which somebody else has something: a record handed over, and the letter to a department, which names nobody. */
const isElsewhere = (programme: Programme, action: string): boolean =>
  programme.actions[action]?.moves !== undefined || (programme.id === 'referral' && action === 'supervise')

async function attach({ house, by }: Making, programme: Programme, id: string): Promise<void> {
  const form = new FormData()
  form.append('id', v7())
  form.append('file', new Blob([new Uint8Array(pdf)]), `${mark}的验伤单.pdf`)
  const body = new Response(form)
  const answer = await house.app.inject({
    method: 'POST',
    url: `/api/v1/records/${programme.id}/${id}/attachments`,
    payload: Buffer.from(await body.arrayBuffer()),
    headers: { ...by.headers, 'content-type': body.headers.get('content-type') ?? '' },
  })
  if (answer.statusCode !== 200) throw new Error(`${programme.id} file: ${answer.body}`)
}
const pdf = Buffer.from('%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n')

async function print({ house, by }: Making, programme: Programme, id: string): Promise<void> {
  const path = `/records/${programme.id}/${id}/documents`
  for (const document of Object.keys(programme.documents))
    await house.call(by, 'POST', `${path}/${document}`, { id: v7() })
}

/** A call that came by a number, and one that is still being written. */
async function phoneCall(making: Making): Promise<void> {
  const { house, by } = making
  const hotline = findProgramme('hotline-contact')
  if (!hotline) throw new Error('there is no hotline')
  const answers = { ...opening(making, hotline, drawFrom(1)), callerPhone: phone }
  const filed = await house.call(by, 'POST', '/hotline/contacts', { id: v7(), revision: 0, answers, steps: [] })
  if (filed.status !== 200) throw new Error(`hotline: ${filed.raw.body}`)
  await house.call(by, 'PUT', `/drafts/${v7()}`, { revision: 0, content: { narrative: mark } })
}

export interface Traces {
  /** Ids of sealed records and of what hangs on them, by the parameter of a path they would stand in. */
  readonly records: readonly { readonly id: string; readonly programme: string }[]
  readonly documents: readonly string[]
  readonly attachments: readonly { readonly id: string; readonly record: string; readonly programme: string }[]
  /** All that must stand in nobody else's answer: those ids, numbers, checksums, and the words themselves. */
  readonly marks: readonly string[]
}

/** What there is of the sealed records, as only the superuser sees it. */
export async function tracesOf(house: TestHouse, by: Signed): Promise<Traces> {
  const client = new pg.Client({ connectionString: house.superUrl })
  await client.connect()
  const all = async <T>(text: string): Promise<T[]> => (await client.query(text, [by.actor.account])).rows as T[]
  try {
    const records = await all<{ id: string; programme: string; number: string | null }>(
      'SELECT id, programme, number FROM records WHERE sealed AND $1 = ANY (handlers)',
    )
    const mine = 'SELECT id FROM records WHERE sealed AND $1 = ANY (handlers)'
    const documents = await all<{ id: string; number: string }>(
      `SELECT id, number FROM documents WHERE record IN (${mine})`,
    )
    const attachments = await all<{ id: string; record: string; programme: string; stored: string; hash: string }>(`
      SELECT a.id, a.record, r.programme, a.stored_as AS stored, encode(a.sha256, 'hex') AS hash FROM attachments a
      JOIN records r ON r.id = a.record WHERE r.id IN (${mine})`)
    const actions = await all<{ id: string }>(`SELECT id FROM actions WHERE record IN (${mine})`)
    const drafts = await all<{ id: string }>('SELECT id FROM drafts WHERE account = $1')
    const marks = [
      mark,
      phone,
      ...[...records, ...documents].flatMap(({ number }) => number ?? []),
      ...[...records, ...documents, ...attachments, ...actions, ...drafts].map(({ id }) => id),
      ...attachments.flatMap(({ stored, hash }) => [stored, hash]),
    ]
    return { records, documents: documents.map(({ id }) => id), attachments, marks: [...new Set(marks)] }
  } finally {
    await client.end()
  }
}
