import { addCalendarMonths } from '../../../core/day.ts'
import { levelSpan } from '../../../core/org-code.ts'
import { Chance } from '../chance.ts'
import type { Making } from '../making.ts'
import { spotsFor } from '../spots.ts'
import { Tale } from '../tale.ts'
import { Women } from '../women.ts'
import { makeBankTotals } from './make-bank-totals.ts'
import { makeReferredLoans } from './make-referred-loans.ts'

const whole = { subsidised: 420 }

/** Loan products, referrals to banks, subsidised loans, and the banks' own totals, which are another thing. */
export async function makeFinance(making: Making): Promise<void> {
  const chance = new Chance(86)
  const products = await makeProducts(making, chance)
  await makeReferredLoans(making, chance, products)
  await makeSubsidised(making, chance)
  await makeBankTotals(making, chance)
}

const offers = [
  ['巾帼惠农贷（演示）', 'women-action', 500_000_00, 36, '年利率 3.65%，固定'],
  ['创业担保贷款（演示）', 'start-up', 300_000_00, 36, 'LPR 加点，财政贴息一半'],
  ['巾帼创业贷（演示）', 'women-action', 300_000_00, 24, '年利率 3.85%，浮动'],
] as const

/** One product of each league; all three are the region's. Gives each league's by its area. */
async function makeProducts({ plan, calendar, filing }: Making, chance: Chance): Promise<ReadonlyMap<number, string>> {
  const areas = [...new Set(plan.offices.map(({ area }) => area))]
  const [first = 0] = areas
  const region = first - (first % 100)
  const made = new Map<number, string>()
  for (const [i, area] of [region, region, region, ...areas].entries()) {
    const [name, scheme, most, months, rate] = offers[i % offers.length] ?? offers[0]
    const day = calendar.today - chance.whole(120, 700)
    const { id } = await filing.file({
      programme: 'loan-product',
      org: area * levelSpan.league,
      made: calendar.day(day),
      answers: {
        name,
        registeredOn: calendar.day(day),
        bank: scheme === 'start-up' ? '经办银行（演示）' : '农业银行（演示）',
        scheme,
        whom: '在当地居住、有经营项目的妇女和妇女负责的经营主体。',
        most,
        months,
        rate,
        papers: '身份证件、经营场所或项目材料、营业执照（有的话）。',
        validTo: addCalendarMonths(calendar.day(calendar.today), 3 + (i % 9)),
      },
      steps: new Tale(calendar, day).after(2, 'offer').steps,
    })
    made.set(area, id)
  }
  return made
}

async function makeSubsidised(making: Making, chance: Chance): Promise<void> {
  const { calendar, filing } = making
  const women = new Women(making.plan)
  for (const spot of spotsFor(making, chance, { total: whole.subsidised, atBanner: true })) {
    const { place, day } = spot
    const fen = chance.whole(5, 30) * 10_000_00
    const tale = new Tale(calendar, day)
    if (chance.happens(0.85))
      tale
        .after(chance.whole(5, 18), 'qualify', { answers: { office: `${place.short}人社局` } })
        .after(chance.whole(8, 25), 'guarantee', { answers: { guarantor: '创业担保中心（演示）' } })
        .after(chance.whole(5, 20), 'grant', { answers: { grantedFen: fen } })
        .after(5, 'disburse', {
          answers: { paidFen: fen, paidOn: calendar.day(Math.min(tale.at + 5, calendar.today)) },
        })
        .after(180, 'subsidise', { answers: { subsidyFen: Math.round(fen * 0.009), paidBy: '财政局（演示）' } })
        .after(200, 'close')
    else
      tale.after(chance.whole(5, 18), 'refuse', {
        answers: { by: 'office', why: '不属于当地规定的人员范围，已介绍其他贷款产品。' },
      })
    await filing.file({
      programme: 'subsidised-loan',
      org: place.code,
      made: calendar.day(day),
      answers: {
        project: chance.pick(['返乡民宿', '奶食品店', '刺绣工坊', '网店']),
        askedOn: calendar.day(day),
        person: women.take(spot),
        borrower: chance.pick(['person', 'trader']),
        group: chance.pick(['returnee', 'graduate', 'farmer', 'online-shop']),
        amount: fen,
        consentOn: calendar.day(day),
      },
      steps: tale.steps,
    })
  }
}
