import { levelSpan } from '../../../core/org-code.ts'
import { Chance } from '../chance.ts'
import type { Making } from '../making.ts'
import { spotsFor } from '../spots.ts'
import { Tale } from '../tale.ts'

const whole = { referrals: 900, letters: 60, clues: 80, petitions: 600 }

/** 妇联+: referrals to the league's federation (partner agencies are only where the demo has them), letters, clues and petitions. */
export async function makeReferrals(making: Making): Promise<void> {
  const chance = new Chance(35)
  await refer(making, chance)
  await supervise(making, chance)
  await findClues(making, chance)
  await takePetitions(making, chance)
}

async function refer(making: Making, chance: Chance): Promise<void> {
  const { calendar, filing } = making
  for (const { place, banner, day } of spotsFor(making, chance, { total: whole.referrals, atBanner: true })) {
    const dueOn = calendar.day(Math.min(day + 15, calendar.today + 100))
    const tale = new Tale(calendar, day)
      .after(0, 'prepare', {
        answers: {
          mode: 'refer',
          agency: 'federation',
          basis: 'consent',
          consentOn: calendar.day(day),
          consentWay: 'signed',
          share: ['need'],
          sharedNeed: '需要协调相关部门说明政策，尽快答复。',
        },
      })
      .after(0, 'send', { answers: { to: banner - (banner % levelSpan.league), dueOn } })
    if (chance.happens(0.93))
      tale
        .after(chance.whole(3, 18), 'recordReply', {
          answers: {
            outcome: chance.pick(['solved', 'solved', 'partly', 'under-way']),
            reply: '已联系部门，情况已说明，正在办理。',
          },
        })
        .after(chance.whole(0, 3), 'close')
    else
      tale
        .after(chance.whole(2, 6), 'recordReturn', { reason: '材料不全，请补充后再转' })
        .after(1, 'withdraw', { reason: '她改为自己去办' })
    await filing.file({
      programme: 'referral',
      org: place.code,
      made: calendar.day(day),
      answers: {
        ask: chance.pick(['coordinate', 'legal-aid', 'relief', 'school', 'work']),
        preparedOn: calendar.day(day),
      },
      steps: tale.steps,
    })
  }
}

async function supervise(making: Making, chance: Chance): Promise<void> {
  const { calendar, filing } = making
  for (const { place, day } of spotsFor(making, chance, { total: whole.letters, atBanner: true, until: 2 })) {
    const tale = new Tale(calendar, day)
      .after(0, 'submit')
      .after(1, 'sign')
      .after(chance.whole(4, 14), 'answer', { answers: { reply: '已安排专人办理，并答复当事人。' } })
      .after(chance.whole(1, 5), 'close', { answers: { result: '部门已办理，转办事项已了结。' } })
    await filing.file({
      programme: 'supervision-letter',
      org: place.code,
      made: calendar.day(day),
      answers: {
        ground: chance.pick(['no-reply', 'not-handled']),
        draftedOn: calendar.day(day),
        agency: chance.pick(['civil-affairs', 'labour', 'education']),
        department: '有关科室',
        matter: '一件转办事项到期没有答复',
        opinion: '请在十五日内办理并书面答复。',
        replyBy: calendar.day(Math.min(day + 17, calendar.today + 100)),
      },
      steps: tale.steps,
    })
  }
}

const publicClues = [
  ['employment', '一份公开的招工启事写着“限男性”，岗位并不是法律不许女性做的，多人看到。'],
  ['land', '一个村的收益分配办法写明“外嫁女不参加分配”，公示在村务栏上，涉及多人。'],
  ['harassment', '一处用人单位没有防治性骚扰的制度和投诉渠道，已有两人反映。'],
  ['media', '一则广告拿妇女的身材作卖点，有贬损内容，在街面大屏反复播放。'],
] as const

async function findClues(making: Making, chance: Chance): Promise<void> {
  const { calendar, filing } = making
  for (const { place, day } of spotsFor(making, chance, { total: whole.clues, atBanner: true })) {
    const [kind, facts] = chance.pick(publicClues)
    const tale = new Tale(calendar, day)
      .after(2, 'review')
      .after(2, 'send', { answers: { procuratorate: `${place.short}人民检察院` } })
      .after(chance.whole(8, 28), 'answer', {
        answers: { answer: chance.pick(['filed', 'advice', 'not-filed']), answerText: '已收到并回函。' },
      })
      .after(2, 'close', { reason: '已按回函办理' })
    await filing.file({
      programme: 'public-interest-clue',
      org: place.code,
      made: calendar.day(day),
      answers: {
        kind,
        foundOn: calendar.day(day),
        source: '工作中发现',
        facts,
      },
      steps: tale.steps,
    })
  }
}

async function takePetitions(making: Making, chance: Chance): Promise<void> {
  const { calendar, filing } = making
  for (const { place, day } of spotsFor(making, chance, { total: whole.petitions, atBanner: true })) {
    const ours = chance.happens(0.7)
    const tale = new Tale(calendar, day).after(0, 'declare').after(chance.whole(1, 10), 'tell', {
      answers: { told: 'paper', ...(ours ? { route: 'ours' } : { route: 'transferred', routeTo: '信访局' }) },
    })
    if (ours)
      tale
        .after(0, 'accept')
        .after(2, 'handle')
        .after(chance.whole(5, 45), 'decide', {
          answers: {
            facts: '已向双方和嘎查了解情况。',
            basis: '有关法律和政策规定。',
            opinion: '支持其合理诉求，协调落实。',
            support: chance.pick(['yes', 'partly', 'settled']),
          },
        })
        .after(40, 'lapse')
    else tale.after(0, 'pass').after(3, 'close', { answers: { result: '已转送并告知本人。' } })
    await filing.file({
      programme: 'petition',
      org: place.code,
      made: calendar.day(day),
      answers: {
        matter: chance.pick(['family', 'land', 'labour', 'relief', 'work']),
        receivedOn: calendar.day(day),
        channel: chance.pick(['visit', 'letter', 'online', 'phone']),
        class: 'claim',
        people: 1,
        claim: '希望协调解决多年没有落实的事项，并给一个书面答复。',
      },
      steps: tale.steps,
    })
  }
}
