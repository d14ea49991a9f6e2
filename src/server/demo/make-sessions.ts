import { Chance } from './chance.ts'
import { madeId } from './made-id.ts'
import { endOf } from './make-teams.ts'
import { joinedDay } from './make-volunteers.ts'
import { getProgramme, type Making } from './making.ts'
import type { TeamPlan } from './plan.ts'
import { type Step, tell } from './tell.ts'
import { projectDays, projectTeams, shiftOf } from './volunteering/projects.ts'
import { rooms, sessionTitles } from './words.ts'

const kinds = ['daily', 'daily', 'comfort', 'comfort', 'guidance', 'skills', 'other']
/** How many people a session reaches, about: 0.2 … 3.3 of the mean, small ones more often. */
const reach = (chance: Chance) => 0.2 + 3.1 * chance.next() ** 2.4

/** 巾帼志愿服务: sessions done, the last days' ones waiting for their hours to be confirmed, and a few that are still to come. */
export async function makeSessions(making: Making): Promise<void> {
  const { plan, calendar, writer, hands } = making
  const sizes = new Chance(5)
  const total = plan.teams.reduce((sum, team) => sum + team.sessions, 0)
  // Sizes are drawn twice from the same seed: once for their sum, once to give each its part of the exact total.
  let sum = 0
  for (let i = 0; i < total; i++) sum += reach(sizes)
  const again = new Chance(5)
  let due = 0
  let given = 0
  let index = 0
  const chance = new Chance(6)
  const projects = projectTeams(plan)
  for (const team of plan.teams) {
    const signed = { count: 0 }
    for (let n = 0; n < team.sessions; n++) {
      due += reach(again)
      const last = index === total - 1
      const served = last ? plan.served - given : Math.max(1, Math.round((plan.served * due) / sum) - given)
      given += served
      const told = tellSession(making, projects, chance, team, served, signed)
      const wait = writer.record(told, { id: madeId('session', index++), org: team.place.code })
      if (wait) await wait
    }
    if (team.fate === 'active' && chance.happens(0.06)) {
      const heldOn = calendar.day(calendar.today + chance.whole(1, 9))
      const { title, kind } = whatOf(chance)
      const answers = {
        title,
        heldOn,
        team: madeId('team', team.index),
        place: team.place.short + chance.pick(rooms),
        kind,
      }
      const told = tell(
        {
          programme: getProgramme('volunteer-session'),
          made: calendar.day(calendar.today - 1),
          answers,
          hands: hands.get(team.place.code) ?? [],
        },
        [],
      )
      await writer.record(told, { id: madeId('session', total + team.index), org: team.place.code })
    }
  }
}

function whatOf(chance: Chance): { title: string; kind: string } {
  const kind = chance.pick(kinds)
  return { title: chance.pick(sessionTitles[kind] ?? []), kind }
}

function tellSession(
  { calendar, hands }: Making,
  projects: ReadonlySet<number>,
  chance: Chance,
  team: TeamPlan,
  served: number,
  signed: { count: number },
) {
  const until = endOf(team, calendar.today)
  let day = calendar.busyDay(chance, until)
  if (day <= team.setUp + 6) day = Math.min(team.setUp + 7 + chance.whole(0, 200), until)
  const heldOn = calendar.day(day)
  const { title, kind } = whatOf(chance)
  const steps: Step[] = []
  // In the year of the campaigns each of those who sign in does so once at least.
  const { from, until: end } = calendar.campaign
  const due = day >= from && day <= end && signed.count < team.signing
  if (team.signing > 0 && (chance.happens(0.3) || due)) {
    const attendance = whoServed(calendar.today, chance, team, day, signed.count)
    if (due) signed.count += attendance.length
    steps.push({ action: 'attend', on: heldOn, attendance })
  }
  steps.push({
    action: 'finish',
    on: heldOn,
    answers: { served, servedBy: chance.happens(0.85) ? 'sheet' : 'estimate' },
  })
  // Confirmed within five working days; what is newer waits.
  const confirmed = day + 1 + chance.whole(0, 3)
  if (confirmed < calendar.today) steps.push({ action: 'confirm', on: calendar.day(confirmed) })
  return tell(
    {
      programme: getProgramme('volunteer-session'),
      made: heldOn,
      hands: hands.get(team.place.code) ?? [],
      answers: {
        title,
        heldOn,
        team: madeId('team', team.index),
        place: team.place.short + chance.pick(rooms),
        kind,
        ...(projects.has(team.index) && day >= calendar.today - projectDays && shiftOf(team.index, heldOn)),
      },
    },
    steps,
  )
}

/** Some of those who sign in and had joined by then, from the nth on. */
function whoServed(today: number, chance: Chance, team: TeamPlan, day: number, from: number) {
  let known = team.signing
  while (known > 1 && joinedDay(team, known - 1, today) > day) known--
  return Array.from({ length: Math.min(known, chance.whole(3, 6)) }, (_, k) => ({
    person: madeId('person', team.first + ((from + k) % known)),
    minutes: 30 * chance.whole(2, 6),
  }))
}
