import { levelSpan, type OrgCode } from '../../../core/org-code.ts'
import { Chance } from '../chance.ts'
import type { Making } from '../making.ts'
import { showBanner } from '../plan.ts'
import { Tale } from '../tale.ts'
import { areasOf, regionOf } from './where-and-when.ts'

export interface MadeCampaign {
  readonly id: string
  readonly org: OrgCode
  readonly from: number
}

/** One campaign of the region, of each league and of the demo banner, all under way. */
export async function makeCampaigns(making: Making, topics: readonly string[]): Promise<MadeCampaign[]> {
  const { calendar, filing } = making
  const chance = new Chance(81)
  const begins = Math.max(calendar.today - 110, calendar.indexOf('2023-01-02'))
  const made: MadeCampaign[] = []
  const wishes = [
    { org: regionOf(making), title: '石榴花开耀北疆宣教行动（演示）', level: 'banner', least: 4, late: 0 },
    ...areasOf(making).map((area) => ({
      org: area * levelSpan.league,
      title: '石榴籽心连心宣讲月（演示）',
      level: 'banner',
      least: 2,
      late: chance.whole(10, 40),
    })),
    { org: showBanner, title: '身边人讲身边事（演示）', level: 'township', least: 2, late: 20 },
  ] as const
  for (const { org, title, level, least, late } of wishes) {
    const from = begins + late
    const { id } = await filing.file({
      programme: 'campaign',
      org,
      made: calendar.day(from - 6),
      answers: {
        title,
        beginsOn: calendar.day(from),
        dueOn: calendar.day(calendar.today + 20 + (late % 7)),
        plan: '用身边人讲身边事：一场不超过四十分钟，讲完听大家说。',
        level,
        least,
        topic: topics[late % topics.length],
        document: '妇字〔演示〕号',
      },
      steps: new Tale(calendar, from - 6).after(4, 'issue').steps,
    })
    made.push({ id, org, from })
  }
  return made
}
