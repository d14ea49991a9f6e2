import { addCalendarDays, type Day } from '../../../core/day.ts'
import { levelSpan } from '../../../core/org-code.ts'
import { Chance } from '../chance.ts'
import { madeId } from '../made-id.ts'
import type { Making } from '../making.ts'
import type { Plan, TeamPlan } from '../plan.ts'

/** Calls of these days: a fifth of the teams, one a league at least. Sessions of their last weeks are shifts of them. */
export const projectDays = 40
const everyFifth = 5
const wanted = 4

export function projectTeams({ teams }: Pick<Plan, 'teams'>): ReadonlySet<number> {
  const chosen = new Set<number>()
  const areas = new Set<number>()
  const able = teams.filter(
    ({ fate, registered }) => fate !== 'applied' && fate !== 'dissolved' && registered >= wanted,
  )
  for (const { index, place } of [...able.filter(({ fate }) => fate === 'active'), ...able]) {
    const area = Math.floor(place.code / levelSpan.league)
    if (areas.has(area) && index % everyFifth !== 0) continue
    areas.add(area)
    chosen.add(index)
  }
  return chosen
}

/** What makes a session a shift of its team's project. */
export const shiftOf = (team: number, on: Day) => ({
  project: madeId('other', 7_000_000 + team),
  startsAt: `${on}T09:00:00+08:00`,
  endsAt: `${on}T15:00:00+08:00`,
  places: 8,
})

const calls = [
  ['暖冬陪伴', 'comfort', '陪独居老人说话，打扫屋子，量血压。', '社区独居老人', '陪伴'],
  ['周末课堂', 'guidance', '给孩子辅导作业，讲绘本，做手工。', '留守儿童', '辅导'],
  ['便民集市', 'daily', '理发、缝补、磨刀，教用手机缴费。', '周边居民', '便民'],
  ['巧手学堂', 'skills', '教刺绣、奶食制作，帮着联系销路。', '想学手艺的妇女', '教学'],
] as const

/** 志愿服务招募: calls that recruit, each with a shift to come and its sign-ups; training and checks where children are. */
export async function makeProjects(making: Making): Promise<void> {
  const { plan } = making
  const chance = new Chance(301)
  const chosen = projectTeams(plan)
  let shifts = 0
  for (const team of plan.teams) if (chosen.has(team.index)) await makeProject(making, chance, team, shifts++)
}

async function makeProject(making: Making, chance: Chance, team: TeamPlan, nth: number): Promise<void> {
  const { calendar, filing } = making
  const { today } = calendar
  const [title, kind, content, served, post] = calls[nth % calls.length] ?? calls[0]
  const withChildren = kind === 'guidance'
  const org = team.place.code
  const day = (offset: number) => addCalendarDays(calendar.day(today), offset)
  const made = day(-projectDays - 3)
  await filing.file({
    programme: 'volunteer-project',
    org,
    made,
    as: madeId('other', 7_000_000 + team.index),
    answers: {
      title: `${team.place.short}${title}`,
      startsOn: day(-projectDays),
      endsOn: day(90),
      team: madeId('team', team.index),
      place: `${team.place.short}党群服务中心`,
      kind,
      content,
      served,
      needs: [{ post, many: 6 }],
      risk: 'none',
      withChildren,
      ...(withChildren && { training: 'children' }),
      free: true,
    },
    steps: [{ action: 'publish', on: day(-projectDays - 1) }],
  })
  const people = Array.from({ length: wanted }, (_, n) => madeId('person', team.first + n))
  await train(making, team, withChildren ? 'children' : 'safety', people)
  if (withChildren) for (const person of people.slice(0, 2)) await check(making, team, person)
  const on = day(2 + (nth % 9))
  const shift = await filing.file({
    programme: 'volunteer-session',
    org,
    made: day(-4),
    answers: {
      title: `${title}：${post}`,
      heldOn: on,
      team: madeId('team', team.index),
      place: `${team.place.short}党群服务中心`,
      kind,
      post,
      ...shiftOf(team.index, on),
      places: 2,
      ...(withChildren && { withChildren }),
    },
    steps: [{ action: 'offer', on: day(-4) }],
  })
  for (const [n, person] of people.entries()) {
    const answered = n < 2 ? 'accept' : n === 2 ? 'wait' : undefined
    const signed = answered ? -2 : 0
    await filing.file({
      programme: 'volunteer-signup',
      org,
      made: day(signed),
      answers: { way: chance.pick(['told', 'asked']), appliedOn: day(signed), shift: shift.id, person },
      steps: answered ? [{ action: answered, on: day(-1) }] : [],
    })
  }
}

async function train({ calendar, filing }: Making, team: TeamPlan, kind: string, people: readonly string[]) {
  const on = calendar.day(calendar.today - projectDays + 5)
  await filing.file({
    programme: 'volunteer-training',
    org: team.place.code,
    made: on,
    answers: {
      title: kind === 'children' ? '和孩子在一起的规矩' : '志愿服务安全课',
      heldOn: on,
      kind,
      place: `${team.place.short}妇女之家`,
      trainer: '旗县妇联家庭教育指导员',
      lasts: 90,
    },
    steps: [
      { action: 'attend', on, attendance: people.map((person) => ({ person, minutes: null })) },
      { action: 'hold', on },
    ],
  })
}

/** At the banner, whose rights post keeps what is sealed. */
export async function check(
  { calendar, filing }: Pick<Making, 'calendar' | 'filing'>,
  team: Pick<TeamPlan, 'place'>,
  person: string,
  why = 'activity',
): Promise<void> {
  const on = calendar.day(calendar.today - projectDays)
  await filing.file({
    programme: 'volunteer-check',
    org: team.place.code - (team.place.code % levelSpan.banner),
    made: on,
    answers: { why, askedOn: on, person, agreed: true },
    steps: [
      {
        action: 'pass',
        on: calendar.day(calendar.today - projectDays + 4),
        answers: { checkedBy: '旗县公安局', checkedOn: on, validTo: addCalendarDays(on, 330) },
      },
    ],
  })
}
