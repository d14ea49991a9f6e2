import { Chance } from '../chance.ts'
import type { Making } from '../making.ts'
import { type Spot, spotsFor } from '../spots.ts'
import { Tale } from '../tale.ts'
import { foundClues } from './heard.ts'

/** At scale 1: with the settled mediations the 4.3万余件 of F091, each under its own measure. */
const whole = { rounds: 2_400, clues: 33_120 }
const kinds = ['conflict', 'conflict', 'conflict', 'distress', 'hardship', 'property', 'labour', 'child', 'safety']
/** 排查: rounds at the townships, clues kept by the banners' rights posts. Gives the clues that became cases. */
export async function makeScreening(making: Making): Promise<void> {
  const { calendar, filing } = making
  const chance = new Chance(31)
  const rounds = new Map<number, { id: string; day: number }[]>()
  for (const spot of spotsFor(making, chance, { total: whole.rounds })) {
    const { place, banner, day } = spot
    const length = chance.whole(3, 20)
    const tale = new Tale(calendar, day).after(length, 'finish', {
      answers: {
        endedOn: calendar.day(Math.min(day + length, calendar.today)),
        households: chance.whole(40, 900),
        method: chance.happens(0.8) ? 'sheet' : 'estimate',
      },
    })
    const { id } = await filing.file({
      programme: 'screening-round',
      org: place.code,
      made: calendar.day(day),
      answers: { title: `${place.short}入户排查`, startedOn: calendar.day(day) },
      steps: tale.steps,
    })
    rounds.set(banner, [...(rounds.get(banner) ?? []), { id, day }])
  }
  for (const spot of spotsFor(making, chance, { total: whole.clues, atBanner: true })) {
    const round = chance.happens(0.6) && rounds.get(spot.banner)?.findLast((r) => r.day <= spot.day)
    await makeClue(making, chance, spot, round ? round.id : undefined)
  }
}

async function makeClue({ calendar, filing }: Making, chance: Chance, { place, day }: Spot, round: string | undefined) {
  const kind = chance.pick(kinds)
  const [seen, met, did] = chance.pick(foundClues[kind] ?? [])
  const grave = kind === 'safety' || kind === 'child'
  const tale = new Tale(calendar, day).after(
    0,
    grave ? chance.pick(['red', 'orange']) : chance.pick(['yellow', 'green', 'green']),
  )
  const lost = !grave && chance.happens(0.06)
  tale.after(0, 'assign', {
    answers: { assignedTo: chance.pick(['嘎查妇联主席', '网格员和妇联执委', '社区妇联主席']) },
  })
  if (lost) {
    tale.after(1, 'visit', { answers: { safe: 'unknown', notes: '家里没人，邻居说全家外出务工，电话没有接通。' } })
    tale.after(89, 'expire')
  } else {
    tale.after(grave ? 0 : chance.whole(0, 2), 'visit', { answers: { safe: 'yes', notes: met } })
    tale.after(chance.whole(0, 12), 'resolve', { answers: { result: did } })
  }
  await filing.file({
    programme: 'risk-clue',
    org: place.code,
    made: calendar.day(day),
    answers: {
      kind,
      foundOn: calendar.day(day),
      source: round ? 'screening' : chance.pick(['neighbour', 'school', 'clinic', 'grid', 'herself']),
      narrative: seen,
      ...(round && { round }),
    },
    steps: tale.steps,
  })
}
