import { levelSpan } from '../../../core/org-code.ts'
import { Chance } from '../chance.ts'
import type { Making } from '../making.ts'
import { showBanner } from '../plan.ts'
import { spotsFor } from '../spots.ts'
import { Tale } from '../tale.ts'
import { Women } from '../women.ts'
import { makeAwards } from './make-awards.ts'
import { makeEssays } from './make-essays.ts'
import { begunAgo, judgedSteps, nominatedSteps } from './nomination-story.ts'

/** Nominations of this year and last at scale 1; titles held are made in make-awards. */
const whole = { families: 400, persons: 60, collectives: 60, works: 120, skills: 60 }
const stories = [
  '三代同堂，照看老人从不推给别人，邻里有事随叫随到。',
  '把自家院子改成草原书屋，假期里带着孩子们读书。',
  '返乡办起合作社，带着嘎查姐妹一起做刺绣、卖奶食。',
  '十年如一日帮助邻居牧户接羔保育，从不收一分钱。',
]
const criteria = {
  family: [
    { criterion: 'truth', weight: 40 },
    { criterion: 'spirit', weight: 30 },
    { criterion: 'people', weight: 30 },
  ],
  work: [
    { criterion: 'truth', weight: 40 },
    { criterion: 'expression', weight: 60 },
  ],
  // The skills contest has two rounds (L073).
  skill: [
    { criterion: 'theory', weight: 40 },
    { criterion: 'practical', weight: 60 },
  ],
} as const

/** 荣誉与评选: calls, nominations at every step of the way, and the titles behind F079–F084. */
export async function makeHonours(making: Making): Promise<void> {
  const chance = new Chance(61)
  const women = new Women(making.plan)
  const calls = await makeCalls(making)
  await makeNominations(making, chance, women, calls)
  await makeEssays(making, women)
  await makeAwards(making, chance, women)
}

type Kind = 'family' | 'person' | 'collective' | 'work' | 'skill'
const honours = {
  family: 'beautiful-family',
  person: 'red-banner-holder',
  collective: 'civilised-post',
  work: 'recital',
  skill: 'skill',
} as const
const names = {
  family: '寻找“最美家庭”',
  person: '推荐三八红旗手',
  collective: '推荐巾帼文明岗',
  work: '亲子诵读作品征集',
  skill: '巾帼家政技能大赛',
} as const

/** One call of each kind and league, and one for families of the demo banner; opened a hundred days ago. */
async function makeCalls({ plan, calendar, filing }: Making): Promise<Map<string, string>> {
  const calls = new Map<string, string>()
  const opens = calendar.today - 100
  const year = calendar.day(opens).slice(0, 4)
  const leagues = [...new Set(plan.offices.map((o) => o.area))].map(
    (area) => [area * levelSpan.league, 'league'] as const,
  )
  const banner = plan.offices.some((o) => o.banner === showBanner) ? [[showBanner, 'banner'] as const] : []
  for (const [org, level] of [...leagues, ...banner])
    for (const kind of ['family', 'person', 'collective', 'work', 'skill'] as const) {
      const { id } = await filing.file({
        programme: 'honour-call',
        org,
        made: calendar.day(opens - 5),
        answers: {
          title: `${year} 年${names[kind]}`,
          honour: honours[kind],
          level,
          opensOn: calendar.day(opens),
          closesOn: calendar.day(opens + 130),
          criteria: criteria[kind === 'work' || kind === 'skill' ? kind : 'family'],
          noticeDays: 5,
          conditions: '事迹真实，群众公认，没有不能参评的情形；自荐、他荐、组织推荐都可以。',
        },
        steps: new Tale(calendar, opens - 5).after(2, 'publish').steps,
      })
      calls.set(`${org} ${kind}`, id)
    }
  return calls
}

async function makeNominations(
  making: Making,
  chance: Chance,
  women: Women,
  calls: ReadonlyMap<string, string>,
): Promise<void> {
  const { calendar, filing } = making
  const put = async (kind: Kind, total: number, programme: string) => {
    const spots = spotsFor(making, chance, { total })
    for (const [i, spot] of spots.entries()) {
      const shown = spot.banner === showBanner
      const level = shown ? ('banner' as const) : ('league' as const)
      const on = calendar.today - begunAgo(i)
      const who = women.take(spot)
      await filing.file({
        programme,
        org: spot.place.code,
        made: calendar.day(on),
        answers: {
          call: calls.get(`${shown ? showBanner : spot.area * levelSpan.league} ${kind}`),
          level,
          nominatedOn: calendar.day(on),
          path: chance.pick(['self', 'others', 'organisation']),
          short: chance.pick(stories),
          honour: honours[kind],
          consent: true,
          ...subject(kind, who, spot.place.short, i),
        },
        steps:
          kind === 'work' || kind === 'skill'
            ? judgedSteps(
                calendar,
                chance,
                on,
                { i, level },
                criteria[kind].map(({ criterion }) => criterion),
              )
            : nominatedSteps(
                calendar,
                chance,
                on,
                { i, level },
                kind === 'person' ? ['police', 'discipline', 'cadres'] : ['police', 'civil'],
              ),
      })
    }
  }
  await put('family', whole.families, 'family-nomination')
  await put('person', whole.persons, 'person-nomination')
  await put('collective', whole.collectives, 'collective-nomination')
  await put('work', whole.works, 'contest-entry')
  await put('skill', whole.skills, 'contest-entry')
}

const clean = { crime: true, violence: true, drugs: true, credit: true, tax: true }
const themes = ['green', 'books', 'neighbours', 'elders', 'unity'] as const

const events = ['母婴护理', '居家养老照护', '整理收纳', '家庭保洁']

function subject(kind: Kind, who: string, place: string, i: number): Record<string, unknown> {
  if (kind === 'family') return { head: who, category: themes[i % themes.length], motto: '勤俭孝亲，和睦邻里', clean }
  if (kind === 'person') return { person: who, unit: `${place}合作社`, clean }
  if (kind === 'work') return { work: '我爱你，草原', entrant: who, age: 'primary', guardian: true, original: true }
  if (kind === 'skill') return { work: events[i % events.length], entrant: who, age: 'none', original: true }
  return {
    name: `${place}便民服务窗口`,
    staff: 12,
    women: 9,
    womanLeads: true,
    since: '2021-03-08',
    enterprise: false,
    clean,
  }
}
