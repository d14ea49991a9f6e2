import { Chance } from '../chance.ts'
import type { Making } from '../making.ts'
import { countedHeads } from '../sheet-heads.ts'
import { type Spot, spotsFor } from '../spots.ts'
import { apportion } from '../spread.ts'
import { Tale } from '../tale.ts'
import { Women } from '../women.ts'
import { classWords } from './words.ts'

/** F032: attendances, of whom F072 signed in, each once; F071: yuan that were spent on all of them. */
const whole = { projects: 120, classes: 3_200, attendances: 203_000, people: 55_000, yuan: 51_890_000 }

/** Classes long enough ago to be settled; every second keeps a list, the others a sheet. */
export async function makeClasses(making: Making): Promise<void> {
  const { calendar, scale } = making
  const chance = new Chance(85)
  const women = new Women(making.plan)
  const projects = await makeProjects(making, chance)
  const spots = spotsFor(making, chance, { total: whole.classes, atBanner: true, until: 45 })
  const listed = spots.filter((_, i) => i % 2 === 0)
  const counted = spots.filter((_, i) => i % 2 === 1)
  const share = (total: number, of: readonly Spot[]) =>
    apportion(
      Math.max(Math.round(total), of.length),
      of.map(() => 0.6 + chance.next()),
      1,
    )
  const people = share(whole.people * scale, listed)
  const heads = share((whole.attendances - whole.people) * scale, counted)
  const yuan = share(whole.yuan * scale, spots)
  for (const [i, spot] of spots.entries()) {
    const many = (i % 2 === 0 ? people : heads)[Math.floor(i / 2)] ?? 1
    const persons = i % 2 === 0 ? Array.from({ length: many }, () => women.take(spot)) : []
    await makeClass(making, chance, spot, { persons, heads: i % 2 === 0 ? 0 : many, yuan: yuan[i] ?? 1 }, projects)
  }
  await makeComing(making, chance, calendar.today + 9)
}

interface Project {
  readonly id: string
  readonly banner: number
  /** Days of the calendar between which its classes fall. */
  readonly from: number
  readonly to: number
}

/** A year's money each: granted, arrived, accepted within the year, audited. */
async function makeProjects(making: Making, chance: Chance): Promise<Project[]> {
  const { calendar, filing } = making
  const made: Project[] = []
  for (const { place, banner, day } of spotsFor(making, chance, { total: whole.projects, atBanner: true, until: 25 })) {
    const [, industry] = chance.pick(classWords)
    const asked = chance.whole(20, 60) * 10_000_00
    const tale = new Tale(calendar, day)
      .after(chance.whole(5, 20), 'approve', { answers: { granted: asked - chance.whole(0, 5) * 10_000_00 } })
      .after(chance.whole(5, 20), 'arrive', { answers: { fen: asked / 2, paper: '演示拨款通知' } })
    const from = tale.at
    tale.after(chance.whole(240, 330), 'accept', {
      answers: { reached: chance.whole(200, 800), found: '名册、票据齐全。' },
    })
    const to = tale.told ? tale.at : Number.POSITIVE_INFINITY
    tale.after(chance.whole(30, 70), 'audit', { answers: { sound: true, findings: '账目清楚，票据齐全。' } })
    const { id } = await filing.file({
      programme: 'training-project',
      org: place.code,
      made: calendar.day(day),
      answers: {
        title: `${place.short}妇女技能培训项目`,
        appliedOn: calendar.day(day),
        industry,
        payer: chance.pick(['labour', 'finance', 'rural']),
        budget: asked,
        goal: chance.whole(200, 900),
        plan: '按产业分期办班，先报名后开班，结业后跟踪就业。',
      },
      steps: tale.steps,
    })
    made.push({ id, banner, from, to })
  }
  return made
}

interface Came {
  readonly persons: readonly string[]
  readonly heads: number
  readonly yuan: number
}

async function makeClass(
  making: Making,
  chance: Chance,
  spot: Spot,
  { persons, heads, yuan }: Came,
  projects: readonly Project[],
): Promise<void> {
  const { calendar, filing } = making
  const ends = calendar.day(spot.day + 2)
  const sheet = heads > 0 ? countedHeads(making, spot.place.code, heads) : undefined
  const tale = new Tale(calendar, spot.day).after(2, 'hold')
  const finished = persons.filter((_, i) => i % 4 !== 3).map((person) => ({ person, role: 'finished' }))
  if (finished.length > 0)
    tale.after(chance.whole(2, 6), 'certify', {
      answers: { certified: finished, certificate: chance.pick(['finish', 'finish', 'ability', 'level']) },
    })
  tale.after(chance.whole(3, 8), 'spend', {
    answers: {
      payer: chance.pick(['labour', 'labour', 'finance', 'rural', 'federation', 'partner']),
      spent: yuan * 100,
      vouchers: `演示报销单 ${chance.whole(100, 999)}`,
    },
  })
  tale.after(chance.whole(1, 4), 'confirm')
  const project = projects.find(({ banner, from, to }) => banner === spot.banner && from < spot.day && spot.day < to)
  const { id } = await filing.file({
    programme: 'skill-class',
    org: spot.place.code,
    made: calendar.day(spot.day - 3),
    answers: { ...classAnswers(making, chance, spot, spot.day), ...(project && { project: project.id }) },
    steps: [
      ...(persons.length > 0
        ? [{ action: 'attend', on: ends, attendance: persons.map((person) => ({ person, minutes: null })) }]
        : []),
      ...(sheet ? [{ action: 'heads', on: ends, heads: [sheet.heads] }] : []),
      ...tale.steps,
    ],
  })
  sheet?.attach(id)
}

function classAnswers({ calendar }: Making, chance: Chance, { place }: Pick<Spot, 'place'>, day: number) {
  const [title, industry, syllabus] = chance.pick(classWords)
  return {
    title,
    startsOn: calendar.day(day),
    endsOn: calendar.day(day + 2),
    place: `${place.short}${chance.pick(['职业技能培训中心', '巾帼基地', '党群服务中心'])}`,
    industry,
    hours: chance.whole(16, 40),
    trainer: '职业院校和带头人',
    syllabus,
    free: true,
  }
}

/** One in each league that begins soon. */
async function makeComing(making: Making, chance: Chance, day: number): Promise<void> {
  const { plan, calendar, filing } = making
  const first = new Map(plan.offices.map((office) => [office.area, office] as const).reverse())
  for (const { place } of first.values())
    await filing.file({
      programme: 'skill-class',
      org: place.code,
      made: calendar.day(calendar.today - 1),
      answers: classAnswers(making, chance, { place }, day),
    })
}
