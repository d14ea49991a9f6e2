import { v7 } from 'uuid'
import { beforeAll, describe, expect, it } from 'vitest'
import { makeHouse, orgs, type Signed } from '../../../test/support/house.ts'
import { addCalendarDays, todayInShanghai } from '../../core/day.ts'

const house = await makeHouse()
const { call } = house
const today = todayInShanghai(new Date())
const rights = await house.signIn('rights', orgs.banner)
const chair = await house.signIn('chair', orgs.banner)
const operator = await house.signIn('operator', orgs.banner)
const leagueRights = await house.signIn('rights', orgs.league)
const administrator = await house.signIn('administrator', orgs.banner)

const agency = (kind: string, name: string) =>
  call(chair, 'POST', '/orgs', { id: v7(), under: orgs.banner, kind: 'partner', agency: kind, name, on: today })
let relief: number
let police: number
let clerk: Signed
let officer: Signed
beforeAll(async () => {
  relief = (await agency('civil-affairs', '东旗民政局')).body.code
  police = (await agency('police', '东旗公安局')).body.code
  clerk = await house.signIn('partner', relief)
  officer = await house.signIn('partner', police)
})

async function make(programme: string, answers: Record<string, unknown>, by: Signed = rights) {
  const id = v7()
  const path = `/records/${programme}/${id}`
  const first = await call(by, 'POST', `/records/${programme}`, { id, actionId: v7(), answers })
  expect(first.status, first.raw.body).toBe(200)
  let revision = 1
  const act = async (action: string, more: Record<string, unknown> = {}, who: Signed = by) => {
    const answer = await call(who, 'POST', `${path}/actions/${action}`, { actionId: v7(), revision, ...more })
    if (answer.status === 200 && answer.body.revision) revision = answer.body.revision
    return answer
  }
  return { id, path, act }
}

const inner = '丈夫扬言要找到她'
const shared = {
  mode: 'refer',
  agency: 'civil-affairs',
  basis: 'consent',
  consentOn: today,
  consentWay: 'signed',
  share: ['name', 'need'],
  sharedName: '萨仁',
  sharedNeed: '临时住处和生活费',
}
async function sentReferral() {
  const it = await make('referral', { ask: 'relief', preparedOn: today, reason: inner })
  expect((await it.act('prepare', { answers: shared })).status).toBe(200)
  const sent = await it.act('send', { answers: { to: relief, dueOn: addCalendarDays(today, 15) } })
  expect(sent.status, sent.raw.body).toBe(200)
  return it
}

describe('a partner agency', () => {
  it('stands in the directory with what it is, and needs to say what it is', async () => {
    const { body } = await call(rights, 'GET', `/orgs/${relief}`)
    expect(body).toMatchObject({ kind: 'partner', agency: 'civil-affairs', name: '东旗民政局' })
    expect(body.abilities).not.toContain('members')
    const nameless = { id: v7(), under: orgs.banner, kind: 'partner', name: '某局', on: today }
    expect((await call(chair, 'POST', '/orgs', nameless)).status).toBe(400)
    expect((await call(chair, 'POST', '/orgs', { ...nameless, kind: 'industry', agency: 'court' })).status).toBe(400)
  })

  it('has partner posts only, and nobody else has them', async () => {
    const account = rights.actor.account
    const give = (role: string, org: number) =>
      call(administrator, 'POST', `/accounts/${account}/posts`, { id: v7(), role, org })
    expect((await give('rights', relief)).body.code).toBe('partner-post')
    expect((await give('partner', orgs.banner)).body.code).toBe('partner-post')
  })

  it('sees no people, and of the lists only what is referred to partners', async () => {
    expect((await call(clerk, 'GET', '/programmes')).body.items.map((p: { id: string }) => p.id)).toEqual([
      'referral',
      'essay-review',
      'loan-referral',
    ])
    await house.addPerson(orgs.banner, '乌兰')
    const people = await call(clerk, 'GET', `/people?q=${encodeURIComponent('乌兰')}`)
    expect(people.body.items ?? []).toEqual([])
  })
})

describe('a referral', () => {
  it('is nothing to the receiver before it is sent, and what was shared after', async () => {
    const it = await make('referral', { ask: 'relief', preparedOn: today, reason: inner })
    await it.act('prepare', { answers: shared })
    expect((await call(clerk, 'GET', it.path)).status).toBe(404)
    await it.act('send', { answers: { to: relief, dueOn: addCalendarDays(today, 15) } })
    const seen = await call(clerk, 'GET', it.path)
    expect(seen.status, seen.raw.body).toBe(200)
    expect(seen.raw.body).not.toContain(inner)
    const fields = seen.body.masked.map((m: { field: string }) => m.field)
    expect(fields).toEqual(expect.arrayContaining(['sharedName', 'sharedNeed']))
    expect([...fields, ...Object.keys(seen.body.answers)]).not.toContain('reason')
    const opened = await call(clerk, 'POST', `${it.path}/open`, { fields: ['sharedNeed'], purpose: '办理救助' })
    expect(opened.body.values).toEqual({ sharedNeed: '临时住处和生活费' })
    expect((await call(clerk, 'POST', `${it.path}/open`, { fields: ['reason'], purpose: '想看' })).status).not.toBe(200)
  })

  it('is there for the sender and the receiver, and for nobody else', async () => {
    const it = await sentReferral()
    for (const who of [officer, chair, leagueRights, operator])
      expect((await call(who, 'GET', it.path)).status).toBe(404)
    const listed = await call(clerk, 'GET', '/records/referral')
    expect(listed.body.items.map((r: { id: string }) => r.id)).toContain(it.id)
  })

  it('cannot say more than she agreed to', async () => {
    const it = await make('referral', { ask: 'relief', preparedOn: today })
    const more = await it.act('prepare', { answers: { ...shared, sharedFacts: inner } })
    expect(more.body.code).toBe('needs-unmet')
  })

  it('is returned and sent to another, and the first receiver has it no more', async () => {
    const it = await sentReferral()
    expect((await it.act('giveBack', { reason: '不属于本局' }, clerk)).status).toBe(200)
    const again = await it.act('send', { answers: { to: police, dueOn: addCalendarDays(today, 3) } })
    expect(again.status, again.raw.body).toBe(200)
    expect((await call(clerk, 'GET', it.path)).status).toBe(404)
    expect((await it.act('accept', {}, officer)).status).toBe(200)
    const answered = await it.act('answer', { answers: { outcome: 'solved', reply: '已出警，人已安全' } }, officer)
    expect(answered.status, answered.raw.body).toBe(200)
    const mine = await call(rights, 'GET', it.path)
    expect(mine.body).toMatchObject({ state: 'replied' })
    const reply = await call(rights, 'POST', `${it.path}/open`, { fields: ['reply'], purpose: '告知本人' })
    expect(reply.body.values.reply).toContain('已出警')
  })

  it('cannot be urged by letter before it is late', async () => {
    const it = await sentReferral()
    expect((await it.act('supervise')).body.code).toBe('needs-unmet')
  })
})

describe('what steps open', () => {
  it('a clue becomes a rights case and a need on a visit becomes a clue, in one step each', async () => {
    const narrative = '院里没有人应，孩子独自在家两天'
    const villager = await house.signIn('chair', orgs.village)
    const need = await make('found-need', { kind: 'children', foundOn: today, told: '想给孩子找个照看的人' }, villager)
    const told = await need.act('danger', { answers: { seen: narrative } })
    expect(told.status, told.raw.body).toBe(200)
    const clues = (await call(villager, 'GET', '/records/risk-clue')).body.items
    expect(clues).toHaveLength(1)
    const clue = await make('risk-clue', { kind: 'child', foundOn: today, source: 'grid', narrative })
    await clue.act('red')
    const converted = await clue.act('convert')
    expect(converted.status, converted.raw.body).toBe(200)
    const cases = (await call(rights, 'GET', '/records/rights-case')).body.items
    expect(cases).toHaveLength(1)
    const opened = await call(rights, 'POST', `/records/rights-case/${cases[0].id}/open`, {
      fields: ['narrative'],
      purpose: '办理',
    })
    expect(opened.body.values.narrative).toBe(narrative)
  })
})

describe('what a definition withholds', () => {
  it('a clue that came to nothing says nothing of anybody any more, not even when opened', async () => {
    const narrative = '邻居说夜里听到哭喊声，已有三次'
    const clue = await make('risk-clue', { kind: 'hardship', foundOn: today, source: 'neighbour', narrative })
    expect(
      (await call(rights, 'POST', `${clue.path}/open`, { fields: ['narrative'], purpose: '核实' })).body.values,
    ).toEqual({
      narrative,
    })
    await clue.act('green')
    await clue.act('visit', { answers: { safe: 'yes', notes: '见到本人，家中安好' } })
    expect((await clue.act('unfounded', { reason: '本人说没有这回事，住在东头的是另一户' })).status).toBe(200)
    const { body, raw } = await call(rights, 'GET', clue.path)
    expect(body.state).toBe('unfounded')
    expect(body.masked).toEqual([])
    expect(raw.body).not.toContain('东头')
    const visit = body.history.find((h: { action: string }) => h.action === 'visit')
    for (const fields of [['narrative'], [`action:${visit.id}:notes`]])
      expect((await call(rights, 'POST', `${clue.path}/open`, { fields, purpose: '再看看' })).body.code).toBe(
        'field-unknown',
      )
  })

  it('a judge sees her own sheet and nobody else’s until the judging is closed', async () => {
    const call1 = await make('dandelion-call', {
      title: '蒲公英项目征集',
      opensOn: today,
      closesOn: addCalendarDays(today, 20),
      lanes: ['law'],
      budget: 10_000_000,
      ceiling: 5_000_000,
      judges: 3,
      noticeDays: 5,
      conditions: '社会组织',
    })
    const project = await make('dandelion-project', {
      title: '巾帼普法进嘎查',
      call: call1.id,
      appliedOn: today,
      organisation: '东旗巾帼服务中心',
      uscc: '91350100M000100Y43',
      lane: 'law',
      asked: 4_000_000,
      plan: '到十个嘎查各讲两次课，坐诊一次，留下联系卡片，每次登记人数。',
    })
    expect((await project.act('qualify', {}, chair)).status).toBe(200)
    await project.act('show', {}, chair)
    const judges = [chair, leagueRights, await house.signIn('lawyer', orgs.banner)]
    const sheet = { need: 18, way: 17, reach: 16, strength: 15, budget: 14 }
    for (const judge of judges) {
      const given = await project.act(
        'judge',
        { answers: { ...sheet, comment: `评语${judge.actor.account.slice(-4)}` } },
        judge,
      )
      expect(given.status, given.raw.body).toBe(200)
    }
    expect((await project.act('judge', { answers: sheet }, chair)).body.code).toBe('second-person')
    expect((await project.act('judge', { answers: sheet }, rights)).body.code).toBe('second-person')
    const sheets = async (who: Signed) =>
      (await call(who, 'GET', project.path)).body.history
        .filter((h: { action: string }) => h.action === 'judge')
        .filter((h: { answers: object }) => Object.keys(h.answers).length > 0).length
    expect([await sheets(chair), await sheets(leagueRights), await sheets(rights)]).toEqual([1, 1, 0])
    expect((await project.act('score', {}, chair)).status).toBe(200)
    expect(await sheets(rights)).toBe(3)
  })
})
