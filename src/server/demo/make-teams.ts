import { Chance } from './chance.ts'
import { madeId } from './made-id.ts'
import { getProgramme, type Making } from './making.ts'
import type { TeamPlan } from './plan.ts'
import { type Step, tell } from './tell.ts'
import { teamNames, teamWork } from './words.ts'

/** The day a team was dissolved or went to rest; it serves no more after it. */
export function endOf(team: TeamPlan, today: number): number {
  if (team.fate === 'dissolved') return Math.min(today - 60 - (team.index % 300), today)
  return team.fate === 'dormant' ? today - 400 - (team.index % 90) : today
}

/** 巾帼志愿服务队. */
export async function makeTeams({ plan, calendar, writer, hands }: Making): Promise<void> {
  const chance = new Chance(3)
  const programme = getProgramme('volunteer-team')
  for (const team of plan.teams) {
    const setUpOn = calendar.day(team.setUp)
    const steps: Step[] = []
    if (team.fate !== 'applied') steps.push({ action: 'approve', on: calendar.day(team.setUp + chance.whole(1, 6)) })
    if (team.fate === 'dormant')
      steps.push({ action: 'rest', on: calendar.day(endOf(team, calendar.today)), reason: '一年没有服务' })
    if (team.fate === 'dissolved')
      steps.push({ action: 'dissolve', on: calendar.day(endOf(team, calendar.today)), reason: '并入同镇另一支队' })
    const told = tell(
      {
        programme,
        made: setUpOn,
        hands: hands.get(team.place.code) ?? [],
        answers: {
          name: `${team.place.short}${chance.pick(teamNames)}志愿服务队`,
          setUpOn,
          serves: chance.pick(teamWork),
          ...(team.registered > 0 && { leader: madeId('person', team.first) }),
        },
      },
      steps,
    )
    const wait = writer.record(told, { id: madeId('team', team.index), org: team.place.code })
    if (wait) await wait
  }
}
