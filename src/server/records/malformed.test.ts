import { v7 } from 'uuid'
import { expect, it } from 'vitest'
import { makeHouse, orgs } from '../../../test/support/house.ts'
import { todayInShanghai } from '../../core/day.ts'
import { attendanceRoutes } from './attendance-routes.ts'
import { recordRoutes } from './record-routes.ts'

const house = await makeHouse()
const chair = await house.signIn('chair', orgs.village)

const bodies: unknown[] = [
  undefined,
  null,
  [],
  'text',
  7,
  {},
  { id: 'x' },
  { id: v7(), actionId: v7(), answers: null },
  { id: v7(), actionId: v7(), answers: { title: '\u0000', heldOn: '2026-13-01' } },
  { id: v7(), actionId: v7(), answers: { title: '\ud800坏', heldOn: todayInShanghai(new Date()), place: '村部' } },
  { id: v7(), actionId: v7(), answers: { title: '好题目', heldOn: '0000-01-01', place: '村部' } },
  { id: v7(), actionId: v7(), answers: { __proto__: null, constructor: 1 } },
  { actionId: v7(), revision: 1, answers: { toString: 'x' }, reason: 'a\u0000b' },
  { actionId: v7(), revision: 1, reason: 'a\u0000b' },
  { actionId: v7(), revision: 2 ** 53 },
  { actionId: v7(), revision: -1, heads: [{ count: 1e12, grade: 'A' }] },
  { actionId: v7(), revision: 1, heads: [{ count: 5, grade: 'C', reason: '\u0000\ud800' }] },
  { actionId: v7(), people: [{ person: v7() }, { person: v7(), minutes: 999 }] },
  { purpose: '\u0000\u0000', fields: ['title'] },
  { purpose: '看一看', fields: ['action:------------------------------------:x', '__proto__', 'attendance'] },
  { id: v7(), reason: '十个字以上的理由\u0000十个字' },
]
const queries = [
  '',
  '?limit=0',
  '?limit=x',
  '?cursor=%00',
  '?cursor=MjAyNi0wMS0wMSBub3BlCg',
  '?org=1',
  '?org=99999999999999999999',
  '?q=%00',
  '?q=%25_%5C',
  '?state=%00,a',
  '?from=2026-02-30',
  '?brand=x',
  '?mine=maybe',
  '?purpose=%00%00',
]

it('answers malformed requests with a refusal, never with a failure of its own', async () => {
  const id = v7()
  const made = await house.call(chair, 'POST', '/records/family-story', {
    id,
    actionId: v7(),
    answers: { title: '好题目', heldOn: todayInShanghai(new Date()), place: '村部' },
  })
  expect(made.status).toBe(200)
  for (const { contract } of [...recordRoutes, ...attendanceRoutes]) {
    for (const [programme, record] of [
      ['family-story', id],
      ['family-story', v7()],
      ['nothing', 'x'],
      ['%00', '%00'],
    ]) {
      const path = contract.path
        .replace(':programme', programme ?? '')
        .replace(':id', record ?? '')
        .replace(':action', 'hold')
        .replace(':attachment', v7())
      const sends =
        contract.method === 'GET' ? queries.map((q) => [q, undefined] as const) : bodies.map((b) => ['', b] as const)
      for (const [query, body] of sends) {
        const answer = await house.app.inject({
          method: contract.method,
          url: `/api/v1${path}${query}`,
          headers: { ...chair.headers, ...(body !== undefined && { 'content-type': 'application/json' }) },
          ...(body !== undefined && { payload: JSON.stringify(body) }),
        })
        expect(
          answer.statusCode,
          `${contract.method} ${path}${query} ${JSON.stringify(body)} → ${answer.body}`,
        ).toBeLessThan(500)
      }
    }
  }
  for (const payload of [
    '',
    '--x\r\n',
    '--x\r\ncontent-disposition: form-data; name="file"; filename="a"\r\n\r\nabc',
  ]) {
    const answer = await house.app.inject({
      method: 'POST',
      url: `/api/v1/records/family-story/${id}/attachments`,
      headers: { ...chair.headers, 'content-type': 'multipart/form-data; boundary=x' },
      payload,
    })
    expect(answer.statusCode, `${payload} → ${answer.body}`).toBeLessThan(500)
  }
  for (const code of ['x', '%00', '../x', 'A'.repeat(300)]) {
    for (const type of [
      'application/json',
      'application/x-www-form-urlencoded',
      'multipart/form-data; boundary=x',
      'text/plain',
    ]) {
      const answer = await house.app.inject({
        method: 'POST',
        url: `/s/${code}`,
        headers: { 'content-type': type },
        payload: 'name=%00&phone=1',
      })
      expect(answer.statusCode, `${code} ${type} → ${answer.body}`).toBeLessThan(500)
    }
  }
  expect((await house.app.inject({ url: '/api/openapi.json' })).json().paths).toHaveProperty(
    '/api/v1/records/{programme}/{id}/actions/{action}',
  )
})
