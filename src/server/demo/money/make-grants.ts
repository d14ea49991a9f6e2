import { addCalendarDays } from '../../../core/day.ts'
import { findProgramme } from '../../../registry.ts'
import { Chance } from '../chance.ts'
import { type BannerFunds, isOwnYear } from '../make-funds.ts'
import type { Making } from '../making.ts'
import type { ShownProject } from '../service/make-dandelion.ts'
import { type Spot, spotsFor } from '../spots.ts'
import { Tale } from '../tale.ts'
import { Women } from '../women.ts'
import type { Payments } from './payments.ts'

const whole = { hardship: 600, students: 900, petition: 300, subjects: 900 }
const found = [
  '身体和心情都平稳，取暖、买药有邻居照应。',
  '刚复查回来，药按时在吃，想要一双防滑的鞋。',
  '家里收拾得整齐，女儿周末回来，眼下没有别的难处。',
  '说最近睡不好，陪她坐了一会儿，约好下周再来。',
]
const account = (chance: Chance) => `6200${String(chance.whole(0, 999_999_999)).padStart(12, '0')}`

/** Small grants out of the region's budget fund, the instalments of projects, and people who are cared for. */
export async function makeGrants(
  making: Making,
  fund: string,
  payments: Payments,
  projects: readonly ShownProject[],
  own: BannerFunds | undefined,
): Promise<void> {
  const chance = new Chance(54)
  const fundOf = (spot: Spot) => (own && isOwnYear(making, spot) ? own.care : fund)
  await makeCare(making, chance, fundOf, payments, 'hardship-care', whole.hardship)
  await makeCare(making, chance, fundOf, payments, 'petition-care', whole.petition)
  await makeStudents(making, chance, fund, payments)
  await makeInstalments(making, chance, fund, payments, projects)
  await makeSubjects(making, chance)
}

async function makeCare(
  making: Making,
  chance: Chance,
  fundOf: (spot: Spot) => string,
  payments: Payments,
  programme: string,
  total: number,
): Promise<void> {
  const { calendar, filing } = making
  const women = new Women(making.plan)
  const petition = programme === 'petition-care'
  for (const spot of spotsFor(making, chance, { total, atBanner: true })) {
    const { place, day } = spot
    const visited = chance.whole(1, 6)
    const tale = new Tale(calendar, day)
      .after(visited, 'assess', {
        answers: {
          visitedOn: calendar.day(Math.min(day + visited, calendar.today)),
          assessment: '入户看过，情况属实，确有困难。',
          fund: fundOf(spot),
          amount: 100_00 * chance.whole(5, 30),
          account: account(chance),
        },
      })
      .after(chance.whole(1, 4), 'approve', petition ? {} : { answers: { unrelated: true } })
      .after(chance.whole(2, 9), 'pay', petition ? {} : { answers: { reference: '演示' } })
      .after(chance.whole(5, 25), 'visit', { answers: { received: true } })
    const put = await filing.file({
      programme,
      org: place.code,
      made: calendar.day(day),
      answers: {
        hardship: chance.pick(['illness', 'disability', 'bereaved', 'disaster', 'livelihood']),
        appliedOn: calendar.day(day),
        person: women.take(spot),
        situation: '家中变故后收入减少，日常开支有困难，希望得到一次性帮助。',
        ...(!petition && { consentLookup: true }),
      },
      steps: tale.steps,
    })
    payments.note(place.code, put)
  }
}

async function makeStudents(making: Making, chance: Chance, fund: string, payments: Payments): Promise<void> {
  const { calendar, filing } = making
  const women = new Women(making.plan)
  const notices = new Map<string, string>()
  for (const spot of spotsFor(making, chance, { total: whole.students, atBanner: true })) {
    const { place, day } = spot
    const month = calendar.day(day).slice(0, 7)
    const notice = notices.get(`${place.code} ${month}`) ?? (await noticeFor(making, spot))
    notices.set(`${place.code} ${month}`, notice)
    const tale = new Tale(calendar, day)
      .after(2, 'verify', { answers: { finding: '录取通知和家庭情况已核对。', account: account(chance) } })
      .after(4, 'review', { answers: { unrelated: true, fund, amount: 1_000_00 * chance.whole(2, 5) } })
      .after(1, 'publish', {
        answers: { notice, noticeTo: addCalendarDays(calendar.day(Math.min(day + 7, calendar.today)), 7) },
      })
      .after(8, 'noticeEnds')
      .after(0, 'approve')
      .after(chance.whole(3, 9), 'pay', { answers: { reference: '演示' } })
      .after(chance.whole(2, 12), 'thank', { answers: { received: true } })
      .after(3, 'close')
    const put = await filing.file({
      programme: 'student-grant',
      org: place.code,
      made: calendar.day(day),
      answers: {
        kind: 'college',
        appliedOn: calendar.day(day),
        person: women.take(spot),
        place: place.short,
        school: '草原学院（演示）',
        admission: true,
        hardship: '家庭收入低，学费和路费有困难。',
        under14: false,
        consentNotice: true,
      },
      steps: tale.steps,
    })
    payments.note(place.code, put)
  }
}

async function noticeFor({ calendar, filing }: Making, { place, day }: Spot): Promise<string> {
  const { id } = await filing.file({
    programme: 'relief-notice',
    org: place.code,
    made: calendar.day(day),
    answers: {
      kind: 'grant',
      from: calendar.day(day),
      to: calendar.day(day + 40),
      year: Number(calendar.day(day).slice(0, 4)),
      phone: '0000-0000000（演示）',
    },
    steps: new Tale(calendar, day).after(0, 'publish').after(41, 'takeDown').steps,
  })
  return id
}

async function makeInstalments(
  { calendar, filing }: Making,
  chance: Chance,
  fund: string,
  payments: Payments,
  projects: readonly ShownProject[],
): Promise<void> {
  for (const { id: project, spot, contracted, payee, granted } of projects)
    for (const [n, instalment] of (['first', 'second'] as const).entries()) {
      const day = contracted + 10 + n * 140
      if (day > calendar.today) continue
      const put = await filing.file({
        programme: 'dandelion-instalment',
        org: spot.place.code,
        made: calendar.day(day),
        answers: {
          instalment,
          preparedOn: calendar.day(day),
          project,
          payee,
          account: account(chance),
          fund,
          amount: granted / 2,
        },
        steps: new Tale(calendar, day).after(chance.whole(1, 4), 'approve').after(chance.whole(2, 8), 'pay').steps,
      })
      payments.note(spot.place.code, put)
    }
}

async function makeSubjects(making: Making, chance: Chance): Promise<void> {
  if (!findProgramme('care-subject')) return
  const { calendar, filing } = making
  const women = new Women(making.plan)
  for (const spot of spotsFor(making, chance, { total: whole.subjects, atBanner: true })) {
    const { place, day } = spot
    const person = women.take(spot)
    const tale = new Tale(calendar, day)
      .after(3, 'verify', { answers: { list: 'listed', listSource: '民政动态监测名单（演示）' } })
      .after(1, 'agree', { answers: { consent: true } })
      .after(4, 'plan', {
        answers: { plan: [{ need: 'company', what: '每月上门看望一次', who: '社区妇联执委' }], worker: '社区妇联执委' },
      })
    for (let n = 1; n <= 6; n++) {
      tale.after(28, 'visit', {
        answers: { way: chance.pick(['home', 'phone']), met: true, safe: 'yes', found: chance.pick(found) },
      })
      if (n % 3 === 0) tale.after(2, 'review', { answers: { goOn: 'same', why: '日子平稳，还需要有人常来看看。' } })
    }
    tale.after(10, 'end', { answers: { why: 'better' }, reason: '家中情况好转' })
    await filing.file({
      programme: 'care-subject',
      org: place.code,
      made: calendar.day(day),
      answers: {
        topic: 'adult',
        foundOn: calendar.day(day),
        person,
        kind: chance.pick(['woman-hardship', 'special']),
        under14: false,
        situation: '独自生活，行动不便，希望有人常来看看。',
      },
      steps: tale.steps,
    })
    await careVisit(making, chance, spot, person)
  }
}

async function careVisit(
  { calendar, filing }: Making,
  chance: Chance,
  { place, day }: Spot,
  person: string,
): Promise<void> {
  const on = Math.min(day + 40, calendar.today)
  await filing.file({
    programme: 'care-visit',
    org: place.code,
    made: calendar.day(on),
    answers: { topic: 'adult', visitedOn: calendar.day(on), person, need: '取暖设备坏了，需要人帮忙修理。' },
    steps: new Tale(calendar, on)
      .after(1, 'assign', { answers: { assignedTo: '社区妇联' } })
      .after(chance.whole(1, 8), 'reply', { answers: { did: '已请人修好，并教会了使用。', result: 'done' } }).steps,
  })
}
