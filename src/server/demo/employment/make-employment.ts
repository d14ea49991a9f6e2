import { Chance } from '../chance.ts'
import type { Making } from '../making.ts'
import { showBanner } from '../plan.ts'
import { makeBases } from './make-bases.ts'
import { makeClasses } from './make-classes.ts'
import { makeCrafts } from './make-crafts.ts'
import { employerOn, type MadeEmployer, makeEmployers } from './make-employers.ts'
import { makeFairs } from './make-fairs.ts'
import { postAnswers } from './make-posts.ts'

/** Jobs and work: who offers what at which fair and what came of it, who was trained, who makes what, and the bases. */
export async function makeEmployment(making: Making): Promise<void> {
  const chance = new Chance(80)
  const employers = await makeEmployers(making, chance)
  await makeFairs(making, employers)
  await makeUnderWay(making, chance, employers)
  await makeClasses(making)
  await makeCrafts(making)
  await makeBases(making)
}

/** At the demo banner: a post whose words the check stops, one that is fine, and a fair to be approved. */
async function makeUnderWay(
  making: Making,
  chance: Chance,
  employers: ReadonlyMap<number, MadeEmployer[]>,
): Promise<void> {
  const { plan, calendar, filing } = making
  const office = plan.offices.find(({ banner }) => banner === showBanner)
  if (!office) return
  const day = calendar.worked
  const employer = employerOn(chance, employers, office, day)
  const fine = { ...postAnswers(making, chance, employer, day, 4), source: 'own' }
  const stopped = { ...fine, title: '前台接待', conditions: '形象气质佳，已婚已育优先，35岁以下。' }
  for (const answers of [fine, stopped])
    await filing.file({ programme: 'job-post', org: showBanner, made: calendar.day(day), answers })
  await filing.file({
    programme: 'job-fair',
    org: showBanner,
    made: calendar.day(day),
    answers: {
      title: '“家门口就业”冬季专场招聘会',
      heldOn: calendar.day(calendar.today + 30),
      place: '旗会展中心',
      coHosts: '人力资源和社会保障局',
      licence: '旗公共就业服务机构（演示许可）',
      expected: 400,
      plan: true,
      emergencyPlan: true,
      safetyPlan: true,
    },
  })
}
