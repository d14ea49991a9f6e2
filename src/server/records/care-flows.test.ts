import { v7 } from 'uuid'
import { beforeAll, describe, expect, test } from 'vitest'
import { linesOf } from '../../../test/support/docx.ts'
import { makeHouse, orgs, type Signed } from '../../../test/support/house.ts'
import { makeFund } from '../../../test/support/money.ts'
import { recordsOf } from '../../../test/support/records.ts'

const house = await makeHouse()
const { call } = house
const { put, step, reaches } = recordsOf(house)
let chair: Signed
let rights: Signed
let family: Signed
let finance: Signed

beforeAll(async () => {
  chair = await house.signIn('chair', orgs.banner)
  rights = await house.signIn('rights', orgs.banner)
  family = await house.signIn('family', orgs.banner)
  finance = await house.signIn('finance', orgs.banner)
})

const figure = async (measure: string, to = '2026-12-31') =>
  (await call(chair, 'GET', `/figures?measure=${measure}&org=${orgs.banner}&from=2026-01-01&to=${to}`)).body.value

describe('insurance', () => {
  test('from the batch to a claim: four numbers, and no sum insured in any fund (C10)', async () => {
    const fund = await makeFund(house, finance, chair, { fen: 1_000_00 })
    const batch = await put(family, 'insurance-batch', {
      title: '2026 年低收入妇女健康保险',
      agreedOn: '2026-03-02',
      insurer: '某保险公司',
      product: 'illness',
      covers: '确诊一次赔付',
      payer: 'donor',
      premiumEach: 54_00,
      sumEach: 25_000_00,
      coverFrom: '2026-04-01',
      coverTo: '2027-03-31',
    })
    const counted = { persons: 2, premium: 108_00 }
    await reaches(family, batch.path, 'collect', 'listed', counted)
    await reaches(family, batch.path, 'check', 'checked', counted)
    expect((await step(rights, batch.path, 'approve', { fund, account: '62220212' })).body.code).toBe('needs-unmet')
    await reaches(family, batch.path, 'insure', 'insured', {
      policy: '保单-1',
      coverFrom: '2026-04-01',
      coverTo: '2027-03-31',
    })
    const insured: Awaited<ReturnType<typeof put>>[] = []
    const women: string[] = []
    for (const name of ['乌云', '高娃']) {
      const person = await house.addPerson(orgs.banner, name)
      const answers = {
        name,
        listedOn: '2026-03-03',
        person,
        batch: batch.id,
        eligibility: 'minimum',
        source: '民政局',
        consent: name === '乌云',
        sumInsured: 25_000_00,
        premium: 54_00,
        coverFrom: '2026-04-01',
        coverTo: '2027-03-31',
      }
      women.push(person)
      insured.push(await put(family, 'insured', answers))
      const again = { id: v7(), actionId: v7(), answers }
      expect((await call(family, 'POST', '/records/insured', again)).status).toBe(409)
    }
    const [one, two] = insured
    await reaches(family, one?.path ?? '', 'insure', 'insured')
    expect((await step(family, two?.path ?? '', 'insure')).body.code).toBe('needs-unmet')
    const claim = await put(family, 'insurance-claim', {
      via: 'village',
      reportedOn: '2026-06-01',
      person: women[0],
      insured: one?.id,
      event: 'illness',
      happenedOn: '2026-05-20',
    })
    await reaches(family, claim.path, 'gather', 'ready', { papers: ['identity', 'diagnosis'] })
    await reaches(family, claim.path, 'submit', 'submitted', { submittedOn: '2026-06-03' })
    await reaches(family, claim.path, 'pay', 'paid', { paidFen: 8_000_00, paidOn: '2026-06-20' })
    expect(await figure('insured.persons')).toBe(1)
    expect(await figure('insured.sumInsured')).toBe(25_000_00)
    expect(await figure('insurance-batch.premium')).toBe(0)
    expect(await figure('insurance-batch.premiumByOthers')).toBe(108_00)
    expect(await figure('insurance-claim.paid')).toBe(8_000_00)
    expect(await figure('donation.raised')).toBe(0)
    expect((await call(finance, 'GET', `/funds/${fund}`)).body.fund.balance).toMatchObject({
      cash: 1_000_00,
      promised: 0,
    })
  })
})

describe('the Express', () => {
  test('applied for by the banner, allotted by the region, handed over; a quarter’s report sums its trips', async () => {
    const region = await house.signIn('rights', orgs.region)
    const vehicle = await put(family, 'health-vehicle', {
      name: '东旗快车',
      appliedOn: '2026-01-05',
      hospital: '东旗妇幼保健院',
      publicHospital: true,
      quota: true,
      need: '牧区路远，孕产妇要接送。',
    })
    expect((await step(family, vehicle.path, 'verify')).body.code).toBe('second-person')
    await reaches(rights, vehicle.path, 'verify', 'verified')
    const allotted = { batch: '第一批', donor: '某基金会', model: '救护型', value: 195_180_00 }
    expect((await step(rights, vehicle.path, 'allot', allotted)).body.code).toBe('not-allowed')
    await reaches(region, vehicle.path, 'allot', 'allotted', allotted)
    await reaches(rights, vehicle.path, 'handOver', 'running', {
      plate: '蒙演示001',
      deliveredOn: '2026-03-20',
      agreement: true,
      insuredTo: '2027-03-19',
    })
    for (const [heldOn, served] of [
      ['2026-04-02', 41],
      ['2026-06-30', 9],
      ['2026-07-01', 700],
    ] as const) {
      const trip = await put(family, 'health-trip', {
        title: '义诊进嘎查',
        heldOn,
        vehicle: vehicle.id,
        purpose: 'clinic',
        place: '红柳嘎查',
      })
      await reaches(family, trip.path, 'finish', 'done', { kilometres: 120, served, servedBy: 'sheet' })
    }
    await reaches(family, vehicle.path, 'report', 'running', { year: 2026, quarter: 'q2' })
    const { issued } = (await call(family, 'GET', `${vehicle.path}/documents`)).body
    expect(issued).toHaveLength(1)
    const file = await call(family, 'GET', `/documents/${issued[0].id}/file`)
    const lines = (await linesOf(file.raw.rawPayload)).join(' ')
    expect(lines).toContain('2026年第二季度')
    expect(lines).toContain('合计 2 50 240')
    expect(await figure('health-trip.clinics')).toBe(750)
    expect(await figure('health-vehicle.standing')).toBe(1)
    expect(await figure('donation.raised')).toBe(0)
  })
})

describe('children and students', () => {
  test('holiday care counts children by grade and parents apart, after the guardians agreed to photos', async () => {
    const village = await house.signIn('chair', orgs.village)
    const { path } = await put(village, 'holiday-care', {
      title: '安全自护小课堂',
      heldOn: '2026-07-20',
      place: '红柳嘎查妇女之家',
      season: 'summer',
      offers: ['safety'],
    })
    const heads = [{ count: 35, grade: 'C', reason: '没有逐个签到' }]
    expect((await call(village, 'PUT', `${path}/heads`, { actionId: v7(), revision: 1, heads })).status).toBe(200)
    const held = (photos: string) => ({ photos, adults: 12, adultsBy: 'estimate' })
    expect((await step(village, path, 'hold', held('unasked'))).body.code).toBe('needs-unmet')
    await reaches(village, path, 'hold', 'held', held('agreed'))
    expect(await figure('holiday-care.children')).toBe(35)
    expect(await figure('holiday-care.adults')).toBe(12)
    expect(await figure('childrens-day.children')).toBe(0)
  })

  test('a pair is sealed: who does not handle it finds nothing; contact past the federation opens a report', async () => {
    const person = await house.addPerson(orgs.banner, '小草')
    const wish = { topic: 'minor', wishedOn: '2026-03-02', person, under14: true, wish: '想要几本故事书' }
    const { path } = await put(rights, 'pair-support', wish)
    const terms = { donor: '某单位', promise: true, consent: true, until: '2027-03-01' }
    expect((await step(rights, path, 'pair', terms)).body.code).toBe('needs-unmet')
    await reaches(rights, path, 'pair', 'paired', { ...terms, guardianConsent: true })
    const league = await house.signIn('rights', orgs.league)
    for (const stranger of [league, await house.signIn('rights', orgs.otherBanner), finance]) {
      expect((await call(stranger, 'GET', path)).status).toBe(404)
      expect((await call(stranger, 'GET', '/records/pair-support')).body.items ?? []).toEqual([])
    }
    const before = (await call(rights, 'GET', '/records/mandatory-report')).body.items.length
    await reaches(rights, path, 'ask', 'paired', { met: true, contact: 'some' })
    expect((await call(rights, 'GET', '/records/mandatory-report')).body.items).toHaveLength(before + 1)
    const twice = { id: v7(), actionId: v7(), answers: wish }
    expect((await call(rights, 'POST', '/records/pair-support', twice)).status).toBe(409)
  })
})
