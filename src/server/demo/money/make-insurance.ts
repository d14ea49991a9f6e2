import { addCalendarDays } from '../../../core/day.ts'
import type { OrgCode } from '../../../core/org-code.ts'
import { Chance } from '../chance.ts'
import type { Making } from '../making.ts'
import { type Spot, spotsFor } from '../spots.ts'
import { Tale } from '../tale.ts'
import { Women } from '../women.ts'
import type { Payments } from './payments.ts'

/** F044: so many women, each for F043's 25,000 yuan; a claim for one in fifty. */
const whole = { insured: 32_000 }
const sumFen = 25_000_00
const premiumFen = 54_00
const everyClaim = 50

/** The women of one banner and year, who are insured together. */
interface Group {
  readonly spots: readonly Spot[]
  /** Of the calendar: the day it was agreed. */
  readonly day: number
  readonly coverFrom: string
  readonly coverTo: string
}

/** 健康保险: batches of banners with their insured women, and claims. Half of the batches are paid out of the fund. */
export async function makeInsurance(making: Making, fund: string, payments: Payments): Promise<void> {
  const chance = new Chance(55)
  const women = new Women(making.plan)
  const shown = new Set<number>()
  let n = 0
  for (const group of groupsOf(making, chance)) {
    const batch = await makeBatch(making, chance, group, n++, fund, payments)
    for (const [i, spot] of group.spots.entries()) {
      const claims = i % everyClaim === 0 && (group.spots.length > everyClaim / 2 || !shown.has(spot.area))
      if (claims) shown.add(spot.area)
      await makeInsured(making, chance, group, spot, batch, women.take(spot), claims)
    }
  }
}

function groupsOf(making: Making, chance: Chance): Group[] {
  const { calendar } = making
  const groups = new Map<string, Spot[]>()
  for (const spot of spotsFor(making, chance, { total: whole.insured, atBanner: true })) {
    const year = Number(calendar.day(spot.day).slice(0, 4))
    // A year's batch is in force from May on; before that the women belong to the one of the year before.
    const key = `${calendar.indexOf(`${year}-05-20`) > calendar.today ? year - 1 : year} ${spot.banner}`
    groups.set(key, [...(groups.get(key) ?? []), spot])
  }
  return [...groups]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, spots]) => {
      const year = key.slice(0, 4)
      const coverFrom = `${year}-05-01`
      const day = calendar.indexOf(`${year}-03-05`) + chance.whole(0, 9)
      return { spots, day, coverFrom, coverTo: addCalendarDays(coverFrom, 364) }
    })
}

const orgOf = ({ spots }: Group): OrgCode => spots[0]?.place.code ?? 0

async function makeBatch(
  { calendar, filing }: Making,
  chance: Chance,
  group: Group,
  n: number,
  fund: string,
  payments: Payments,
): Promise<string> {
  const { spots, day, coverFrom, coverTo } = group
  const payer = n % 2 === 0 ? 'fund' : chance.pick(['government', 'donor', 'insurer'])
  const counted = { persons: spots.length, premium: spots.length * premiumFen }
  const tale = new Tale(calendar, day)
    .after(14, 'collect', { answers: counted })
    .after(5, 'check', { answers: counted })
  if (payer === 'fund')
    tale.after(1, 'approve', { answers: { fund, account: `6200${String(n).padStart(12, '0')}` } }).after(6, 'pay')
  tale.after(3, 'insure', { answers: { policy: `演示-${coverFrom.slice(0, 4)}-${n + 1}`, coverFrom, coverTo } })
  tale.after(9, 'notify')
  tale.after(calendar.indexOf(coverFrom) + 365 - tale.at, 'expire')
  const put = await filing.file({
    programme: 'insurance-batch',
    org: orgOf(group),
    made: calendar.day(day),
    answers: {
      title: `${coverFrom.slice(0, 4)} 年低收入妇女健康保险`,
      agreedOn: calendar.day(day),
      insurer: '草原人寿（演示）',
      product: 'illness',
      covers: '确诊合同列明的女性疾病，一次赔付，最高不超过保额。',
      payer,
      premiumEach: premiumFen,
      sumEach: sumFen,
      coverFrom,
      coverTo,
    },
    steps: tale.steps,
  })
  payments.note(orgOf(group), put)
  return put.id
}

async function makeInsured(
  { calendar, filing }: Making,
  chance: Chance,
  group: Group,
  { place }: Spot,
  batch: string,
  person: string,
  claims: boolean,
): Promise<void> {
  const { day, coverFrom, coverTo } = group
  const listed = day + chance.whole(2, 12)
  const tale = new Tale(calendar, listed)
    .after(day + 30 - listed, 'insure')
    .after(chance.whole(1, 9), 'notify', { answers: { how: chance.pick(['face', 'phone', 'paper']) } })
  const { id } = await filing.file({
    programme: 'insured',
    org: place.code,
    made: calendar.day(listed),
    answers: {
      name: '参保妇女（演示）',
      listedOn: calendar.day(listed),
      person,
      batch,
      eligibility: chance.pick(['minimum', 'minimum', 'near-poverty', 'spending']),
      source: '民政部门低收入人口名单（演示）',
      consent: true,
      sumInsured: sumFen,
      premium: premiumFen,
      coverFrom,
      coverTo,
    },
    steps: tale.steps,
  })
  if (claims) await makeClaim({ calendar, filing }, chance, group, place.code, id, person)
}

async function makeClaim(
  { calendar, filing }: Pick<Making, 'calendar' | 'filing'>,
  chance: Chance,
  { coverFrom }: Group,
  org: OrgCode,
  insured: string,
  person: string,
): Promise<void> {
  const reported = Math.min(calendar.indexOf(coverFrom) + chance.whole(12, 200), calendar.today)
  const tale = new Tale(calendar, reported).after(chance.whole(2, 9), 'gather', {
    answers: { papers: ['policy', 'identity', 'diagnosis', 'invoices', 'account'] },
  })
  const on = (days: number) => calendar.day(Math.min(tale.at + days, calendar.today))
  tale.after(1, 'submit', { answers: { submittedOn: on(1), insurerNo: `演示-${reported}` } })
  if (chance.happens(0.12)) tale.after(18, 'refuse', { answers: { refusal: 'scope' }, reason: '不属于合同列明的疾病' })
  else tale.after(18, 'pay', { answers: { paidFen: 100_00 * chance.whole(40, 250), paidOn: on(18) } })
  tale.after(2, 'close')
  await filing.file({
    programme: 'insurance-claim',
    org,
    made: calendar.day(reported),
    answers: {
      via: chance.pick(['herself', 'village', 'village', 'agent']),
      reportedOn: calendar.day(reported),
      person,
      insured,
      event: chance.pick(['illness', 'hospital']),
      happenedOn: calendar.day(reported - chance.whole(1, 10)),
    },
    steps: tale.steps,
  })
}
