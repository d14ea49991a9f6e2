import { Chance } from '../chance.ts'
import type { Making } from '../making.ts'
import { spotsFor } from '../spots.ts'
import { Tale } from '../tale.ts'
import { Women } from '../women.ts'

const whole = { reports: 300, orders: 260, letters: 420, evidence: 200 }

/** Mandatory reports, protection orders, warning letters and evidence; no article numbers them. */
export async function makeSafety(making: Making): Promise<void> {
  const chance = new Chance(34)
  await makeReports(making, chance)
  await makeOrders(making, chance)
  await makeLetters(making, chance)
  for (const { place, day } of spotsFor(making, chance, { total: whole.evidence, atBanner: true })) {
    await making.filing.file({
      programme: 'evidence',
      org: place.code,
      made: making.calendar.day(day),
      answers: {
        topic: 'material',
        receivedOn: making.calendar.day(day),
        kind: chance.pick(['document', 'medical', 'photo', 'chat']),
        what: '本人提交的材料复印件，已当面清点。',
        source: chance.pick(['herself', 'relative', 'police']),
      },
    })
  }
}

const reports = [
  [
    'abandoned',
    '6-13',
    '老师发现孩子近来无人接送、衣着单薄，问起来说家里没有大人。',
    '已和学校、嘎查一起去看过，孩子由姑姑接去照看。',
  ],
  [
    'abandoned',
    'under6',
    '邻居说这家只有一个三岁多的孩子在家，敲门没有大人应，已听到哭了半天。',
    '派出所找到了母亲，孩子由外婆接走照看。',
  ],
  [
    'injury',
    '14-17',
    '班主任看到她手臂上有几处新旧不一的淤青，她说是摔的，不愿多讲，也不想回家。',
    '派出所带她验了伤，眼下住在学校宿舍，老师陪着。',
  ],
] as const

async function makeReports(making: Making, chance: Chance): Promise<void> {
  const { calendar, filing } = making
  for (const { place, day } of spotsFor(making, chance, { total: whole.reports, atBanner: true })) {
    const on = calendar.day(day)
    const [situation, childAge, what, did] = chance.pick(reports)
    const tale = new Tale(calendar, day)
      .after(0, 'report', {
        answers: { reportedTo: ['police', 'civil-affairs'], reportedAt: `${on}T08:30:00+08:00`, receipt: '演示回执' },
      })
      .after(1, 'followUp', { answers: { safe: 'yes', did } })
      .after(2, 'followUp', { answers: { safe: 'yes', did: '再次联系，情况稳定。' } })
    tale.after(chance.whole(0, 3), 'answered', {
      answers: { replyOn: calendar.day(Math.min(tale.at, calendar.today)), reply: '已受理，正在处置，孩子已有安排。' },
    })
    tale.after(chance.whole(1, 4), 'close', { answers: { childSafe: true }, reason: '孩子已得到安置，后续由社区照看' })
    await filing.file({
      programme: 'mandatory-report',
      org: place.code,
      made: on,
      answers: {
        topic: 'minor',
        foundOn: on,
        situation,
        what,
        where: place.short,
        childAge,
      },
      steps: tale.steps,
    })
  }
}

async function makeOrders(making: Making, chance: Chance): Promise<void> {
  const { calendar, filing } = making
  const women = new Women(making.plan)
  for (const spot of spotsFor(making, chance, { total: whole.orders, atBanner: true })) {
    const { place, day } = spot
    const asked = ['no-violence', ...(chance.happens(0.5) ? ['no-contact'] : [])]
    const tale = new Tale(calendar, day)
    tale
      .after(0, 'file', {
        answers: {
          will: '她愿意申请，希望先分开住一段时间。',
          against: '同住的另一方',
          facts: '一个月内两次动手推搡，有一次邻居报警，派出所有出警记录。',
          requests: asked,
          court: `${place.short}人民法院`,
          filedOn: calendar.day(day),
        },
      })
      .after(1, 'courtAccepted')
    const granted = chance.whole(0, 2)
    if (chance.happens(0.1))
      tale.after(granted, 'reject', { reason: '法院认为证据不足，已告知可以复议' }).after(2, 'reconsider')
    const ruled = Math.min(tale.at + granted, calendar.today)
    tale
      .after(granted, 'grant', {
        answers: {
          orderNo: '（演示）民保令',
          ruledOn: calendar.day(ruled),
          measures: asked,
          validTo: calendar.day(Math.min(ruled + 180, calendar.today + 118)),
        },
      })
      .after(1, 'served', { answers: { to: ['applicant', 'respondent', 'police', 'village'] } })
      .after(180, 'lapse')
    await filing.file({
      programme: 'protection-order',
      org: place.code,
      made: calendar.day(day),
      answers: { topic: 'help', openedOn: calendar.day(day), woman: women.take(spot) },
      steps: tale.steps,
    })
  }
}

async function makeLetters(making: Making, chance: Chance): Promise<void> {
  const { calendar, filing } = making
  const women = new Women(making.plan)
  for (const spot of spotsFor(making, chance, { total: whole.letters, atBanner: true })) {
    const { place, day } = spot
    const visit = {
      who: ['police', 'village', 'federation'],
      reached: true,
      again: false,
      notes: '当面问过，没有再发生。',
    }
    const tale = new Tale(calendar, day)
      .after(0, 'receive', {
        answers: { unit: `${place.short}派出所`, letterNo: '（演示）告诫', letterOn: calendar.day(day) },
      })
      .after(6, 'visit', { answers: visit })
      .after(23, 'visit', { answers: visit })
      .after(60, 'visit', { answers: visit })
      .after(1, 'close', { reason: '三次回访没有新的暴力' })
    await filing.file({
      programme: 'warning-letter',
      org: place.code,
      made: calendar.day(day),
      answers: { topic: 'paper', openedOn: calendar.day(day), woman: women.take(spot) },
      steps: tale.steps,
    })
  }
}
