import type { InjectOptions, LightMyRequestResponse } from 'fastify'
import { v7 } from 'uuid'
import { afterAll, expect, test } from 'vitest'
import { makeHouse, orgs, type Signed } from '../support/house.ts'
import { chance, type Json, payloads, queries, sampleOf, spoil, texts } from './garbage.ts'

// Every operation of the OpenAPI document, over and over with things that cannot be: an answer is a refusal with its reason.
const house = await makeHouse()
let lastError = ''
house.app.addHook('onError', async (_request, _reply, error) => {
  lastError = error.stack?.slice(0, 400) ?? error.message
})
let sent = 0
afterAll(() => console.log(`malformed requests sent: ${sent}`))

interface Operation {
  readonly method: NonNullable<InjectOptions['method']>
  readonly path: string
  readonly names: readonly string[]
  readonly queries: readonly string[]
  readonly body: Json | undefined
}
const document = (await house.app.inject('/api/openapi.json')).json() as { paths: Record<string, Record<string, Json>> }
const operations: Operation[] = Object.entries(document.paths).flatMap(([path, methods]) =>
  Object.entries(methods).map(([method, said]) => {
    const parameters = (said.parameters ?? []) as readonly { name: string; in: string }[]
    const content = (said.requestBody as { content?: Record<string, { schema: Json }> } | undefined)?.content
    return {
      method: method.toUpperCase() as Operation['method'],
      path,
      body: content && Object.values(content)[0]?.schema,
      names: parameters.filter((p) => p.in === 'path').map((p) => p.name),
      queries: parameters.filter((p) => p.in === 'query').map((p) => p.name),
    }
  }),
)

/** What is wrong with an answer to something malformed; nothing when it is taken or properly refused. */
function faultOf({ statusCode, body, headers }: LightMyRequestResponse): string | undefined {
  if (statusCode >= 500) return `answers ${statusCode}: ${lastError}`
  if (statusCode < 400) return undefined
  if (!String(headers['content-type']).includes('application/json'))
    return `refuses ${statusCode} as ${headers['content-type']}: ${body.slice(0, 80)}`
  const said = JSON.parse(body) as { code?: unknown; text?: unknown; requestId?: unknown }
  const whole = [said.code, said.text, said.requestId].every((part) => typeof part === 'string' && part.length > 0)
  if (!whole) return `refuses without code, text and number: ${body.slice(0, 200)}`
  return /\{\w+\}/.test(String(said.text)) ? `leaves a gap in its text: ${said.text}` : undefined
}

async function send(options: InjectOptions): Promise<LightMyRequestResponse> {
  sent++
  return house.app.inject(options)
}

const known: Readonly<Record<string, readonly string[]>> = {
  programme: ['family-story', 'mediation', 'volunteer', 'volunteer-session', 'nothing'],
  what: ['people', 'attendance', 'family-story'],
  code: [String(orgs.village), String(orgs.banner)],
  action: ['hold', 'accept', 'toString', 'constructor'],
}
/** An address whose parts are sometimes good and sometimes not. */
function addressOf(operation: Operation, pick: <T>(from: readonly T[]) => T): string {
  const path = operation.path.replace(/\{(\w+)\}/g, (_, name: string) =>
    pick([pick(texts), pick(known[name] ?? [v7()]), pick(known[name] ?? [v7()])]),
  )
  const given = operation.queries.filter(() => pick([true, false])).map((name) => `${name}=${pick(texts)}`)
  return path + pick([given.length > 0 ? `?${given.join('&')}` : '', '', pick(queries)])
}

const people: (readonly [string, (() => Promise<Signed>) | undefined])[] = [
  ['nobody', undefined],
  ['chair', () => house.signIn('chair', orgs.village)],
  ['rights', () => house.signIn('rights', orgs.banner)],
  ['administrator', () => house.signIn('administrator', orgs.league)],
  ['organisation', () => house.signIn('organisation', orgs.region)],
]

test('there are operations to try', () => {
  expect(operations.length).toBeGreaterThan(60)
})

test.each(operations.map((operation, n) => [`${operation.method} ${operation.path}`, operation, n] as const))(
  '%s refuses what cannot be',
  async (name, operation, n) => {
    const faults: string[] = []
    for (const [who, signIn] of people) {
      let signed = await signIn?.()
      const pick = chance(n * 31 + who.length)
      const again = async (options: Partial<InjectOptions>, what: string) => {
        const headers = { 'x-niangjia-request': '1', ...signed?.headers, ...options.headers }
        const answer = await send({ method: operation.method, url: addressOf(operation, pick), ...options, headers })
        // It may have ended her session, or have been understood after all: the next one comes with another.
        if (operation.method !== 'GET' && answer.statusCode < 300) signed = await signIn?.()
        const fault = faultOf(answer)
        if (fault) faults.push(`${who} ${name} with ${what}: ${fault}`)
      }
      for (let i = 0; i < 6; i++) await again({}, 'no body')
      if (operation.method === 'GET') continue
      const sample = operation.body ? sampleOf(operation.body) : {}
      for (let i = 0; i < 14; i++) {
        const body = spoil(sample, pick)
        await again(
          { payload: JSON.stringify(body) ?? 'null', headers: { 'content-type': 'application/json' } },
          JSON.stringify(body)?.slice(0, 160) ?? '',
        )
      }
      for (const [type, payload] of who === 'chair' ? payloads : payloads.slice(0, 4)) {
        await again({ payload, headers: type ? { 'content-type': type } : {} }, `${type} ${payload.slice(0, 40)}`)
      }
    }
    expect(faults.slice(0, 4), `${faults.length} faults`).toEqual([])
  },
)

test('writes from another site, and methods nobody offers, are refused', async () => {
  const chair = await house.signIn('chair', orgs.village)
  for (const operation of operations) {
    const url = operation.path.replace(/\{\w+\}/g, v7())
    if (operation.method !== 'GET') {
      const forged = await send({
        method: operation.method,
        url,
        cookies: { niangjia_session: chair.token },
        payload: {},
      })
      expect([403, 401, 404, 400, 415, 429], `${operation.method} ${url}`).toContain(forged.statusCode)
      expect(faultOf(forged)).toBeUndefined()
      const isPublic =
        (document.paths[operation.path]?.[operation.method.toLowerCase()]?.security as unknown[] | undefined)
          ?.length === 0
      if (!isPublic) expect(forged.json().code, url).toBe('cross-site')
    }
    const offered = Object.keys(document.paths[operation.path] ?? {}).map((m) => m.toUpperCase())
    for (const method of ['PUT', 'PATCH', 'DELETE', 'OPTIONS'] as const) {
      if (offered.includes(method)) continue
      const answer = await send({ method, url, headers: chair.headers })
      expect(faultOf(answer), `${method} ${url}`).toBeUndefined()
      expect(answer.statusCode).toBeGreaterThanOrEqual(400)
    }
  }
  for (const url of [
    '/api/v1',
    '/api/v1/',
    '/api/v1/nothing',
    '/api/v2/me',
    '/api/v1/records',
    '/api/v1/%00',
    '/api/v1/%zz',
    '/api/v1/me/../records/mediation',
    `/api/v1/${'x'.repeat(5_000)}`,
  ]) {
    const answer = await send({ method: 'GET', url, headers: chair.headers })
    expect([faultOf(answer), answer.statusCode >= 400], url).toEqual([undefined, true])
  }
})

test('a sealed record and one that never was answer alike: code, text and time', async () => {
  const mediator = await house.signIn('mediator', orgs.township)
  const outsider = await house.signIn('mediator', orgs.otherBanner)
  const above = await house.signIn('rights', orgs.banner)
  const people = await Promise.all(['甲', '乙'].map((name) => house.addPerson(orgs.township, `当事${name}`)))
  const sealed = v7()
  const made = await house.call(mediator, 'POST', '/records/mediation', {
    id: sealed,
    actionId: v7(),
    answers: {
      title: '赡养纠纷',
      appliedOn: '2026-01-05',
      dispute: 'elders',
      facts: '双方对赡养费说法不一，需要调解',
      parties: [
        { person: people[0], role: 'applicant' },
        { person: people[1], role: 'respondent' },
      ],
    },
  })
  expect(made.status, made.raw.body).toBe(200)
  const ways: (readonly [InjectOptions['method'], string, unknown?])[] = [
    ['GET', ''],
    ['GET', '/history'],
    ['GET', '/attendance'],
    ['GET', `/attachments/${v7()}`],
    ['PATCH', '', { actionId: v7(), revision: 1, answers: {} }],
    ['POST', '/actions/accept', { actionId: v7(), revision: 1 }],
    ['POST', '/open', { purpose: '核对', fields: ['facts'] }],
    ['POST', '/handlers', { actionId: v7(), account: v7() }],
    ['POST', '/break-glass', { id: v7(), reason: '来访人说有人身危险，需要核对' }],
    ['POST', '/sign-in-code', {}],
  ]
  for (const who of [outsider, above]) {
    for (const [method, end, body] of ways) {
      const answers = []
      for (const id of [sealed, v7()]) {
        const { status, body: said } = await house.call(who, method, `/records/mediation/${id}${end}`, body)
        answers.push({ status, ...said, requestId: undefined, id: undefined })
      }
      expect(answers[0], `${method} ${end}`).toEqual(answers[1])
    }
  }
  const time = async (id: string): Promise<number> => {
    const began = performance.now()
    await house.call(outsider, 'GET', `/records/mediation/${id}`)
    return performance.now() - began
  }
  const taken: [number[], number[]] = [[], []]
  for (let i = 0; i < 40; i++) {
    taken[0].push(await time(sealed))
    taken[1].push(await time(v7()))
  }
  const [there, never] = taken.map((times) => times.sort((a, b) => a - b)[20] ?? 0) as [number, number]
  expect(Math.abs(there - never), `${there} ms and ${never} ms`).toBeLessThan(2 + Math.max(there, never) * 0.5)
})
