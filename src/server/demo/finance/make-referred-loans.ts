import { levelSpan } from '../../../core/org-code.ts'
import type { Chance } from '../chance.ts'
import { partnerCodes } from '../make-partners.ts'
import type { Making } from '../making.ts'
import { nameOf } from '../names.ts'
import { showBanner } from '../plan.ts'
import { type Spot, spotsFor } from '../spots.ts'
import { Tale } from '../tale.ts'
import { Women } from '../women.ts'

/** No article numbers what was recommended; only the bank's own total is told. */
const whole = { referrals: 2_600 }
const demoBank = partnerCodes.bank

const projects = [
  ['奶食品作坊', 'dairy'],
  ['羊绒手工坊', 'handicraft'],
  ['牧家乐', 'tourism'],
  ['肉羊养殖', 'herding'],
  ['大棚蔬菜', 'planting'],
  ['电商小店', 'trade'],
] as const
const refusals = [
  ['papers', '请补齐经营场所的材料，补好了可以再来申请。'],
  ['guarantee', '这个产品要有担保人，可以看看不用担保的小额产品。'],
  ['project', '项目还在筹备，等开业三个月后再申请更合适。'],
] as const

/** 妇女贷款推荐 from village to bank and back; with an account of its own only the demo banner's bank. */
export async function makeReferredLoans(
  making: Making,
  chance: Chance,
  products: ReadonlyMap<number, string>,
): Promise<void> {
  const women = new Women(making.plan)
  const spots = spotsFor(making, chance, { total: whole.referrals })
  // The demo bank has something before it, however small the demo: one of each day back.
  const near = spots.find(({ banner }) => banner === showBanner)
  const shown = near ? [90, 40, 12].map((back) => ({ ...near, day: making.calendar.worked - back })) : []
  for (const spot of [...spots, ...shown].sort((a, b) => a.day - b.day))
    await refer(making, chance, spot, women.take(spot), products.get(spot.area))
}

async function refer(
  { calendar, filing, hands }: Making,
  chance: Chance,
  { place, banner, area, day }: Spot,
  person: string,
  product: string | undefined,
): Promise<void> {
  const [project, industry] = chance.pick(projects)
  const amount = chance.whole(3, 40) * 10_000_00
  const months = chance.pick([12, 24, 36])
  const online = Math.floor(demoBank / levelSpan.banner) === Math.floor(banner / levelSpan.banner)
  const onDay = (ahead: number) => calendar.day(Math.min(day + ahead, calendar.today))
  const tale = new Tale(calendar, day)
    .after(1, 'advise', { answers: { shown: true, warned: true, ownWish: true } })
    .after(3, 'recommend', {
      answers: { livesHere: true, projectSeen: true, unrelated: true, opinion: '项目真实，本人有经验，建议支持。' },
    })
    .after(0, 'agree', {
      answers: {
        bankName: '农业银行旗支行（演示）',
        share: ['name', 'phone', 'project', 'loan', 'opinion'],
        consentOn: onDay(4),
        consentWay: 'signed',
        sharedName: nameOf(person, area),
        sharedPhone: '13800000000',
      },
    })
    .after(2, 'check')
    .after(1, 'send', { answers: online ? { bank: demoBank } : {} })
  if (online) tale.after(1, 'accept', { answers: { officer: '客户经理（演示）' } })
  settle(tale, chance, calendar.today, (d) => calendar.day(d), { amount, months, online })
  await filing.file({
    programme: 'loan-referral',
    org: place.code,
    made: calendar.day(day),
    answers: {
      project,
      askedOn: calendar.day(day),
      person,
      borrower: chance.pick(['person', 'person', 'trader']),
      womenLed: true,
      industry,
      place: place.short,
      employs: chance.whole(0, 12),
      amount,
      months,
      purpose: '买设备和原料',
      ...(product && { product }),
    },
    steps: tale.steps,
    also: hands.get(banner) ?? [],
    receivers: hands.get(demoBank) ?? [],
  })
}

/** What the bank said, four times in five yes, and what followed. */
function settle(
  tale: Tale,
  chance: Chance,
  today: number,
  dayOf: (index: number) => string,
  { amount, months, online }: { amount: number; months: number; online: boolean },
): void {
  if (chance.happens(0.8)) {
    const grantedFen = chance.happens(0.7) ? amount : Math.max(10_000_00, Math.round(amount / 20_000_00) * 10_000_00)
    tale
      .after(chance.whole(3, 9), online ? 'grant' : 'recordGrant', {
        answers: { grantedFen, grantedMonths: months, ratePoints: chance.whole(345, 435), rateKind: 'fixed' },
      })
      .after(chance.whole(2, 12), online ? 'disburse' : 'recordPaid', {
        answers: { paidFen: grantedFen, paidOn: dayOf(Math.min(tale.at + 2, today)) },
      })
      .after(chance.whole(40, 160), 'visit', { answers: { help: '想参加电商培训，已介绍。' } })
    return
  }
  const [refusal, refusalWords] = chance.pick(refusals)
  tale
    .after(chance.whole(3, 9), online ? 'refuse' : 'recordRefusal', { answers: { refusal, refusalWords } })
    .after(2, 'tell', { answers: { way: 'phone', complaintWay: true, next: '小额信用产品' } })
}
