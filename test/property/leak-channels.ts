import type { LightMyRequestResponse } from 'fastify'
import { v7 } from 'uuid'
import { programmes } from '../../src/registry.ts'
import { type Json, sampleOf } from '../fuzz/garbage.ts'
import { partsOf } from '../support/docx.ts'
import { orgs, type TestHouse } from '../support/house.ts'
import { mark, type Planned, phone, sealed, type Traces } from './leak-world.ts'

/** One operation of the OpenAPI document. */
export interface Operation {
  readonly method: string
  readonly path: string
  readonly query: readonly { readonly name: string; readonly required: boolean }[]
  /** A body its schema would take. */
  readonly body: unknown
}

export async function operationsOf(house: TestHouse): Promise<Operation[]> {
  const { paths } = (await house.app.inject('/api/openapi.json')).json() as {
    paths: Record<string, Record<string, Json>>
  }
  return Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, said]) => {
      const parameters = said.parameters as readonly { name: string; in: string; required: boolean }[]
      const content = (said.requestBody as { content?: Record<string, { schema: Json }> } | undefined)?.content
      const [first] = Object.values(content ?? {})
      return {
        method: method.toUpperCase(),
        path: path.replace('/api/v1', ''),
        query: parameters.filter((p) => p.in === 'query'),
        body: first && sampleOf(first.schema),
      }
    }),
  )
}

export interface World {
  readonly parties: readonly string[]
  readonly plan: readonly Planned[]
}

const year = new Date(Date.now() + 8 * 3_600_000).getUTCFullYear()
const idsOf = (p: (typeof programmes)[number]) => Object.keys(p.measures).map((key) => `${p.id}.${key}`)
const sealedMeasures = sealed.flatMap(idsOf)
/** One of each service: they are answered by the same code. */
const askedMeasures = programmes.flatMap((p) => idsOf(p).slice(0, 1))

/** Whether an address asks for numbers of a confidential service: such numbers go up, guarded (confidential-figures.test.ts). */
export const asksSealedFigure = (url: string): boolean =>
  url.startsWith('/figures/home') || sealedMeasures.some((id) => url.includes(`measure=${id}`))

/** What somebody who suspects something would ask for, by the name of the parameter. */
function guesses(name: string, { parties, plan }: World): readonly string[] {
  const known: Readonly<Record<string, readonly (string | number | undefined)[]>> = {
    q: [mark.slice(0, 2), '那仁', 'HJ-152921', phone.slice(-4)],
    org: [orgs.township, orgs.village],
    under: [orgs.township],
    from: [`${year}-01-01`],
    to: [`${year}-12-31`],
    by: ['child'],
    purpose: ['核对'],
    parent: [plan[0]?.id],
    subject: [plan[0]?.id, parties[0]],
    mine: ['true'],
    unhandled: ['true'],
    ended: ['true'],
    past: ['true'],
    open: ['true'],
    year: [year],
    state: [plan[0]?.programme.initial],
    programme: ['mediation'],
    kind: ['read', 'partner'],
  }
  return (known[name] ?? []).map((value) => encodeURIComponent(String(value)))
}

/** Every reading of the document, with every parameter somebody might try: addresses of what can be known beforehand. */
export const readings = (operations: readonly Operation[], world: World): string[] =>
  operations
    .filter(({ method }) => method === 'GET')
    .flatMap((operation) => addresses(operation.path, world).flatMap((address) => asked(operation, address, world)))

function asked({ path, query }: Operation, address: string, world: World): string[] {
  const given = query.filter((p) => p.required && p.name !== 'measure')
  const base = given.map(({ name }) => `${name}=${guesses(name, world)[0]}`)
  const more = query
    .filter((p) => !p.required && (!path.endsWith('/export') || p.name === 'q'))
    .flatMap(({ name }) => guesses(name, world).map((value) => `${name}=${value}`))
  const [, first, programme] = address.split('/')
  const varied = first !== 'records' || sealed.some((p) => p.id === programme)
  const bases = query.some((p) => p.name === 'measure')
    ? askedMeasures.map((measure) => [...base, `measure=${measure}`])
    : [base]
  return bases.flatMap((one) =>
    [[], ...(varied ? more : []).map((extra) => [extra])].map((extra) =>
      [address, [...one, ...extra].join('&')].filter(Boolean).join('?'),
    ),
  )
}

/** The paths with their gaps filled. */
function addresses(path: string, { parties, plan }: World): string[] {
  const gaps = (text: string) => text.replace(/\{\w+\}/g, plan[0]?.id ?? '')
  if (path.startsWith('/records/{programme}/{id}'))
    return plan.map(({ programme, id }) => gaps(path.replace('{programme}', programme.id).replace('{id}', id)))
  if (path.includes('{programme}')) return programmes.map((p) => path.replace('{programme}', p.id))
  if (path.includes('{what}')) return ['people', ...sealed.map((p) => p.id)].map((what) => path.replace('{what}', what))
  if (path.includes('{code}')) return [path.replace('{code}', String(orgs.township))]
  if (path.startsWith('/people/{id}')) return parties.map((id) => path.replace('{id}', id))
  return [gaps(path)]
}

/** An address of something sealed, and the same of something that never was, for every operation that names such a thing. */
export interface Pair {
  readonly operation: Operation
  readonly there: string
  readonly never: string
}
export const pairs = (operations: readonly Operation[], traces: Traces): Pair[] =>
  operations.flatMap((operation) => {
    const fill = (ids: Readonly<Record<string, string>>) =>
      operation.path.replace(/\{(\w+)\}/g, (_, name: string) => ids[name] ?? 'handlers')
    const pair = (programme: string, ids: Readonly<Record<string, string>>): Pair => {
      const never = Object.fromEntries(Object.keys(ids).map((name) => [name, v7()]))
      return { operation, there: fill({ programme, ...ids }), never: fill({ programme, ...never }) }
    }
    if (operation.path.startsWith('/documents/{id}')) return traces.documents.slice(0, 3).map((id) => pair('', { id }))
    if (!operation.path.startsWith('/records/{programme}/{id}')) return []
    return onePerProgramme(traces.attachments).map(({ programme, record, id }) =>
      pair(programme, { id: record, attachment: id, request: record }),
    )
  })

const onePerProgramme = <T extends { readonly programme: string }>(list: readonly T[]): T[] => [
  ...new Map(list.map((one) => [one.programme, one])).values(),
]

/** All that an answer says: its head lines, its file name, its text, and of a workbook or a Word file every part. */
export async function sayingOf(raw: LightMyRequestResponse): Promise<string> {
  const head = Object.entries(raw.headers).map(([name, value]) => `${name}: ${decoded(String(value))}`)
  const packed = raw.rawPayload.subarray(0, 2).toString() === 'PK'
  const body = packed ? Object.values(await partsOf(raw.rawPayload)).join('\n') : raw.body
  return [raw.statusCode, ...head, body].join('\n')
}

const decoded = (text: string): string => {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}

/** The same without what changes from one asking to the next: its number, its moment. */
export const steady = (saying: string): string =>
  saying
    .replace(/"(requestId|watermark|asOf)":"[^"]*"/g, '')
    .replace(/\b\d+-\d+-[\d.]*(@\d+)?(?=<)/g, '')
    .replace(/\d{4}-\d{2}-\d{2}T\d{2}:\d{2}[\d:.]*Z/g, '')
    .replace(/^(date|content-length): .*$/gm, '')
