import { areaOf } from '../../core/org-code.ts'
import { Chance } from './chance.ts'
import { nextNumber } from './filing.ts'
import { madeId } from './made-id.ts'
import { getProgramme, type Making } from './making.ts'
import { nameOf } from './names.ts'
import type { TeamPlan } from './plan.ts'
import { type Step, tell } from './tell.ts'

const services = ['guidance', 'skills', 'comfort', 'daily', 'other']
const skills = ['做饭', '理发', '缝纫', '唱歌', '讲故事', '刺绣', '开车', '量血压', '写毛笔字']
const freeTimes = ['周末', '平日晚上', '农闲时', '接羔季以外', '上午']

/** The day the nth registered member of a team joined: one after another since it was set up. */
export function joinedDay(team: TeamPlan, n: number, today: number): number {
  const span = today - 12 - team.setUp
  return team.setUp + 3 + Math.floor((span * (n + 0.5)) / Math.max(team.registered, 1))
}

/** 巾帼志愿者: registered ones (some pausing), some who left, and applications of these days. */
export async function makeVolunteers({ plan, calendar, writer, hands, series }: Making): Promise<void> {
  const chance = new Chance(4)
  const programme = getProgramme('volunteer')
  const { today } = calendar
  let index = 0
  for (const team of plan.teams) {
    const members = team.registered + team.left + team.applied
    for (let n = 0; n < members; n++) {
      const person = madeId('person', team.first + n)
      const applied = n >= team.registered + team.left
      const left = !applied && n >= team.registered
      const joined = applied ? today - chance.whole(0, 2) : joinedDay(team, left ? 0 : n, today)
      const steps: Step[] = []
      if (!applied) steps.push({ action: 'verify', on: calendar.day(Math.min(joined + chance.whole(0, 3), today)) })
      if (left)
        steps.push({
          action: 'leave',
          on: calendar.day(Math.min(joined + chance.whole(40, 800), today)),
          reason: chance.pick(['搬走了', '孩子小，顾不上', '本人提出']),
        })
      else if (!applied && chance.happens(0.02))
        steps.push({
          action: 'suspend',
          on: calendar.day(Math.min(joined + chance.whole(30, 500), today)),
          reason: '外出务工，暂停',
        })
      const told = tell(
        {
          programme,
          made: calendar.day(joined),
          hands: hands.get(team.place.code) ?? [],
          answers: {
            name: nameOf(person, areaOf(team.place.code)),
            person,
            joinedOn: calendar.day(joined),
            team: madeId('team', team.index),
            services: [chance.pick(services)],
            skills: chance.pick(skills),
            freeTimes: chance.pick(freeTimes),
          },
        },
        steps,
      )
      const wait = writer.record(told, {
        id: madeId('volunteer', index++),
        org: team.place.code,
        number: nextNumber(series, 'ZY', team.place.code, calendar.day(joined)),
      })
      if (wait) await wait
    }
  }
}
