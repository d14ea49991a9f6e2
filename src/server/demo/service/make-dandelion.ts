import { addCalendarDays } from '../../../core/day.ts'
import { levelSpan } from '../../../core/org-code.ts'
import { Chance } from '../chance.ts'
import { madeCreditCode } from '../made-credit-code.ts'
import type { Making } from '../making.ts'
import { countedHeads } from '../sheet-heads.ts'
import { type Spot, spotsFor } from '../spots.ts'
import { apportion } from '../spread.ts'
import { Tale } from '../tale.ts'

/** F093, and the 53 万 of F094 as 人次 and 户, each under its own measure. */
const whole = { projects: 304, services: 3_040, attendances: 516_000, homes: 14_000 }
const lanes = ['mediation', 'self-protection', 'law', 'skills', 'mind']
const titles: Readonly<Record<string, readonly string[]>> = {
  mediation: ['邻里和家', '家事说和'],
  'self-protection': ['女童自护', '安全小课堂'],
  law: ['法律到毡房', '她的权利'],
  skills: ['指尖增收', '庭院技能'],
  mind: ['心灵氧吧', '陪你说说话'],
}

/** A project that got its contract, for its instalments. */
export interface ShownProject {
  readonly id: string
  readonly spot: Spot
  /** Of the calendar: the day of its contract. */
  readonly contracted: number
  readonly payee: string
  readonly lane: string
  /** Fen. */
  readonly granted: number
}

/** 蒲公英: calls of the leagues, projects with their sheets and notices, what they did. */
export async function makeDandelion(making: Making): Promise<readonly ShownProject[]> {
  const chance = new Chance(41)
  const calls = await makeCalls(making, chance)
  const projects: ShownProject[] = []
  const spots = spotsFor(making, chance, { total: whole.projects, atBanner: true, until: 260 })
  for (const [i, spot] of spots.entries()) projects.push(await makeProject(making, chance, spot, calls, i))
  await makeServices(making, chance, projects)
  return projects
}

const yearOf = (making: Making, day: number) => {
  const { calendar } = making
  const year = Number(calendar.day(day).slice(0, 4))
  return calendar.indexOf(`${year}-03-01`) + 120 > calendar.today ? year - 1 : year
}

/** The call of each league and year, by `area year`. */
async function makeCalls(making: Making, chance: Chance): Promise<Map<string, string>> {
  const { calendar, filing, plan } = making
  const calls = new Map<string, string>()
  const last = yearOf(making, calendar.today)
  for (const area of new Set(plan.offices.map((o) => o.area)))
    for (let year = 2022; year <= last; year++) {
      const opens = calendar.indexOf(`${year}-03-01`)
      const { id } = await filing.file({
        programme: 'dandelion-call',
        org: area * levelSpan.league,
        made: calendar.day(opens - 6),
        answers: {
          title: `${year} 年“蒲公英”项目征集`,
          opensOn: calendar.day(opens),
          closesOn: calendar.day(opens + 30),
          lanes,
          budget: 60_000_000,
          ceiling: 10_000_000,
          judges: 3,
          noticeDays: 5,
          conditions: '登记满一年的社会组织，有专职人员，能在旗县开展服务。',
        },
        steps: new Tale(calendar, opens - 6).after(chance.whole(1, 4), 'publish').after(40, 'end').steps,
      })
      calls.set(`${area} ${year}`, id)
    }
  return calls
}

async function makeProject(
  making: Making,
  chance: Chance,
  spot: Spot,
  calls: ReadonlyMap<string, string>,
  index: number,
): Promise<ShownProject> {
  const { calendar, filing } = making
  const year = yearOf(making, spot.day)
  const applied = calendar.indexOf(`${year}-03-01`) + chance.whole(2, 28)
  const lane = chance.pick(lanes)
  const asked = 100_000 * chance.whole(30, 90)
  const granted = Math.round(asked * 0.9)
  const payee = `${spot.place.short}馨家社会工作服务中心`
  const sheet = () => ({
    need: chance.whole(12, 19),
    way: chance.whole(12, 19),
    reach: chance.whole(11, 18),
    strength: chance.whole(11, 18),
    budget: chance.whole(12, 19),
  })
  const notice = applied + 16
  const contracted = notice + 8
  const tale = new Tale(calendar, applied)
    .after(6, 'qualify')
    .after(6, 'show')
    .after(2, 'judge', { answers: sheet() })
    .after(0, 'judge', { answers: sheet() })
    .after(0, 'judge', { answers: sheet() })
    .after(1, 'score')
    .after(1, 'select', { answers: { noticeFrom: calendar.day(notice), noticeTo: calendar.day(notice + 5) } })
    .after(8, 'contract', {
      answers: {
        contractNo: `（演示）蒲公英-${year}-${index + 1}`,
        granted,
        firstShare: 50,
        endsOn: addCalendarDays(calendar.day(contracted), 300),
      },
    })
    .after(chance.whole(3, 9), 'begin')
    .after(120, 'check', { answers: { findings: '按计划开展，台账齐全。' } })
    .after(14, 'goOn')
    .after(130, 'accept', { answers: { finance: 'sound', performance: '服务对象人数达到合同约定。' } })
    .after(40, 'audit', { answers: { findings: '账目清楚，票据齐全。' } })
    .after(10, 'close')
  const { id } = await filing.file({
    programme: 'dandelion-project',
    org: spot.place.code,
    made: calendar.day(applied),
    answers: {
      title: `${spot.place.short}“${chance.pick(titles[lane] ?? [])}”妇女儿童权益服务`,
      call: calls.get(`${spot.area} ${year}`),
      appliedOn: calendar.day(applied),
      organisation: payee,
      uscc: madeCreditCode(`52150000MJ${String(9_000_000 + index).padStart(7, '0')}`),
      lane,
      asked,
      plan: '每月两次活动，先入户了解需求，再分组开展，过程留记录，期末回访。',
      persons: chance.whole(300, 3_000),
      team: '项目负责人一名，社工三名，志愿者若干。',
    },
    steps: tale.steps,
  })
  return { id, spot, contracted, payee, lane, granted }
}

async function makeServices(making: Making, chance: Chance, projects: readonly ShownProject[]): Promise<void> {
  const { calendar, filing, scale } = making
  const total = Math.max(Math.round(whole.services * scale), projects.length)
  const weights = Array.from({ length: total }, () => 0.4 + chance.next())
  const people = apportion(Math.max(Math.round(whole.attendances * scale), total), weights, 1)
  const homes = apportion(Math.round(whole.homes * scale), weights.toReversed())
  for (let i = 0; i < total; i++) {
    const project = projects[i % projects.length]
    if (!project) return
    const { place } = project.spot
    const day = Math.min(project.contracted + chance.whole(10, 230), calendar.today)
    const on = calendar.day(day)
    const counted = countedHeads(making, place.code, people[i] ?? 1)
    const { lane } = project
    const { id } = await filing.file({
      programme: 'dandelion-service',
      org: place.code,
      made: on,
      answers: {
        title: `${chance.pick(titles[lane] ?? [])}活动`,
        heldOn: on,
        project: project.id,
        lane,
        place: `${place.short}妇女之家`,
      },
      steps: [
        { action: 'heads', on, heads: [counted.heads] },
        { action: 'finish', on, answers: { homes: homes[i] ?? 0, homesBy: 'sheet' } },
      ],
    })
    counted.attach(id)
  }
}
