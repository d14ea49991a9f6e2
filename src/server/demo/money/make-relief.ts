import { addCalendarDays } from '../../../core/day.ts'
import { orgCode } from '../../../core/org-code.ts'
import { Chance } from '../chance.ts'
import { type BannerFunds, isOwnYear } from '../make-funds.ts'
import type { Making } from '../making.ts'
import { type Spot, spotsFor } from '../spots.ts'
import { Tale } from '../tale.ts'
import { Women } from '../women.ts'
import type { Payments } from './payments.ts'

/** F041: so many women at 10,000 yuan (F042), one of whom gave half of it back: 5,858.5 万. */
const whole = { paid: 5_859, under: 260 }
export const standardFen = 10_000_00
const backFen = 5_000_00
const lookups = ['income', 'diagnosis', 'reimbursement', 'household']
const difficulties = [
  '自费部分压力大，家里还有两个孩子上学。',
  '丈夫在家照料，收入减少，复查要去外地。',
  '药费每月都要自付一部分，靠亲友借款。',
]

/** “两癌”救助 from the rule of each year to the money in her hand, with its public notices. */
export async function makeRelief(
  making: Making,
  fund: string,
  payments: Payments,
  own: BannerFunds | undefined,
): Promise<void> {
  const { calendar } = making
  const chance = new Chance(53)
  const rules = await makeRules(making, fund)
  const women = new Women(making.plan)
  const notices = new Map<string, string>()
  const paid = spotsFor(making, chance, { total: whole.paid, until: 75 })
  const under = spotsFor(making, chance, { total: whole.under }).map((spot) => ({
    ...spot,
    day: calendar.today - chance.whole(0, 28),
  }))
  const spots = [...paid, ...under].sort((a, b) => a.day - b.day)
  let last: Spot | undefined = paid.at(-1)
  for (const spot of spots) {
    const notice = await noticeOf(making, notices, spot)
    const story = grantStory(making, chance, spot, {
      fund: own && isOwnYear(making, spot) ? own.lottery : fund,
      notice,
      rule: rules.get(calendar.day(spot.day).slice(0, 4)) ?? '',
    })
    if (spot === last) {
      story.after(2, 'repay', { answers: { backFen }, reason: '医保补报后，本人主动退回一半' })
      last = undefined
    }
    const org = spot.place.code
    payments.note(
      org,
      await making.filing.file({
        programme: 'two-cancers',
        org,
        made: calendar.day(spot.day),
        answers: opening(making, chance, spot, women.take(spot)),
        steps: story.steps,
      }),
    )
  }
}

async function makeRules({ calendar, filing }: Making, fund: string): Promise<Map<string, string>> {
  const rules = new Map<string, string>()
  const year = Number(calendar.day(calendar.today).slice(0, 4))
  for (let y = 2023; y <= year; y++) {
    const made = calendar.indexOf(`${y - 1}-12-10`)
    const { id } = await filing.file({
      programme: 'relief-rule',
      org: orgCode(150000000000),
      made: calendar.day(made),
      answers: {
        title: `${y} 年低收入“两癌”妇女救助办法（演示）`,
        madeOn: calendar.day(made),
        year: y,
        edition: 1,
        documentNo: `（演示）${y}-1`,
        source: 'lottery',
        fund,
        standard: standardFen,
        incomeClasses: ['minimum', 'destitute', 'near-poverty', 'spending'],
        diseases: [{ disease: 'cervical', from: 'IIB' }, { disease: 'breast' }],
        statusDate: `${y}-12-31`,
        windowFrom: `${y}-01-01`,
        windowTo: `${y}-12-31`,
        noticeDays: 7,
        lifetimeOnce: true,
        order: '先重后轻，同等情况先申请的在前。',
      },
      steps: new Tale(calendar, made).after(2, 'publish').after(387, 'windowCloses').steps,
    })
    rules.set(String(y), id)
  }
  return rules
}

/** The notice of a banner and half month that this application is published in. */
async function noticeOf(
  { calendar, filing }: Making,
  notices: Map<string, string>,
  { banner, day }: Spot,
): Promise<string> {
  const from = Math.floor((day + noticeAfter) / 15) * 15
  const key = `${banner} ${from}`
  const held = notices.get(key)
  if (held) return held
  const made = Math.min(from, calendar.today)
  const { id } = await filing.file({
    programme: 'relief-notice',
    org: banner,
    made: calendar.day(made),
    answers: {
      kind: 'relief',
      from: calendar.day(from),
      to: calendar.day(from + noticeDays),
      year: Number(calendar.day(from).slice(0, 4)),
      phone: '0000-0000000（演示）',
      place: '苏木镇政务公开栏',
    },
    steps:
      from > calendar.today ? [] : new Tale(calendar, made).after(0, 'publish').after(noticeDays + 1, 'takeDown').steps,
  })
  notices.set(key, id)
  return id
}
const noticeAfter = 27
const noticeDays = 22

function grantStory(
  { calendar }: Making,
  chance: Chance,
  { day }: Spot,
  given: { fund: string; notice: string; rule: string },
) {
  const tale = new Tale(calendar, day)
  const year = calendar.day(day).slice(0, 4)
  tale
    .after(chance.whole(0, 1), 'submit', {
      answers: { truth: true, consentCollect: true, consentLookup: true, consentNotice: true, consentPayment: true },
    })
    .after(chance.whole(0, 2), 'checkTownship', { answers: { inTownship: true, readable: true } })
  const checkedOn = () => tale.on
  for (const which of lookups)
    tale.after(which === 'income' ? chance.whole(1, 3) : 0, 'lookup', {
      answers: { which, result: 'agrees', source: '部门书面回函', checkedBy: '演示经办', checkedOn: checkedOn() },
    })
  tale
    .after(1, 'verify', {
      answers: {
        woman: true,
        rule: given.rule,
        ruleNo: `（演示）${year}-1`,
        statusDate: `${year}-12-31`,
        standard: standardFen,
      },
    })
    .after(chance.whole(1, 4), 'approve', { answers: { unrelated: true, meeting: '审核会议纪要（演示）' } })
  const published = Math.max(1, day + noticeAfter - tale.at)
  tale
    .after(published, 'publish', {
      answers: {
        notice: given.notice,
        noticeTo: addCalendarDays(calendar.day(Math.min(day + noticeAfter, calendar.today)), 7),
      },
    })
    .after(8, 'noticeEnds')
    .after(1, 'reportUp')
    .after(chance.whole(3, 9), 'allot', {
      answers: { fund: given.fund, amount: standardFen, allocation: '本批下达（演示）' },
    })
    .after(chance.whole(2, 8), 'pay', { answers: { reference: '演示' } })
    .after(chance.whole(2, 9), 'confirm', { answers: { way: 'signed' } })
    .after(5, 'archive')
  return tale
}

function opening({ calendar }: Making, chance: Chance, { place, day }: Spot, person: string) {
  const disease = chance.pick(['cervical', 'breast'])
  return {
    source: chance.pick(['herself', 'village', 'village']),
    appliedOn: calendar.day(day),
    person,
    place: place.short,
    incomeClass: chance.pick(['minimum', 'minimum', 'near-poverty', 'spending']),
    disease,
    ...(disease === 'cervical' && { stage: chance.pick(['IIB', 'IIIA', 'IIIC', 'IVA']) }),
    diagnosedOn: calendar.day(day - chance.whole(30, 300)),
    hospital: '人民医院（演示）',
    cost: 100_000 * chance.whole(30, 90),
    reimbursed: 100_000 * chance.whole(5, 28),
    familySize: chance.whole(1, 5),
    difficulty: chance.pick(difficulties),
    earlier: false,
    account: `6200${String(chance.whole(0, 999_999_999)).padStart(12, '0')}`,
  }
}
