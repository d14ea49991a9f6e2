import { addCalendarDays } from '../../../core/day.ts'
import { levelSpan } from '../../../core/org-code.ts'
import { Chance } from '../chance.ts'
import type { Making } from '../making.ts'
import { spotsFor } from '../spots.ts'
import { apportion } from '../spread.ts'
import { Tale } from '../tale.ts'

/** F020: 52 episodes a year; F021: their views since 2023, read by channel; courses are nobody's figure. */
const whole = { ofYear: 52, views: 60_480_000, courses: 360, courseViews: 2_600_000 }
const topics = [
  '陪孩子过好周末',
  '作业那点事',
  '和老师怎么沟通',
  '孩子说谎怎么办',
  '情绪来了先停一停',
  '家里的规矩谁来定',
]
const source = '平台后台截图（演示）'

/** Episodes and a film of the region, courses of the banners; what was watched is read from outside. */
export async function makeWatched(making: Making): Promise<void> {
  const chance = new Chance(65)
  const area = making.plan.offices[0]?.area ?? 0
  const region = (area - (area % 100)) * levelSpan.league
  await makeEpisodes(making, chance, region)
  await makeCourses(making, chance)
  const { calendar, filing } = making
  const planned = calendar.indexOf('2023-02-20')
  await filing.file({
    programme: 'family-film',
    org: region,
    made: calendar.day(planned),
    answers: { title: '灯下（演示影片）', plannedOn: calendar.day(planned), producers: '妇联和制片单位（演示）' },
    steps: new Tale(calendar, planned)
      .after(300, 'license', { answers: { licence: '演示许可' } })
      .after(60, 'release', { answers: { releasedOn: calendar.day(planned + 360) } })
      .after(90, 'read', {
        answers: {
          channel: 'cinema',
          readOn: calendar.day(planned + 450),
          views: Math.round(180_000 * making.scale),
          source,
        },
      }).steps,
  })
}

/** Fridays since 2023, 52 a year; a small demo has its share of them, evenly. */
function fridays({ calendar, scale }: Making): number[] {
  const first = calendar.indexOf('2023-01-06')
  const all: number[] = []
  const ofYear = new Map<string, number>()
  for (let day = first; day <= calendar.today; day += 7) {
    const year = calendar.day(day).slice(0, 4)
    const n = (ofYear.get(year) ?? 0) + 1
    ofYear.set(year, n)
    if (n <= whole.ofYear) all.push(day)
  }
  const every = Math.max(1, Math.floor(1 / Math.max(scale, 0.05)))
  return all.filter((_, i) => i % every === 0)
}

async function makeEpisodes(making: Making, chance: Chance, region: number): Promise<void> {
  const { calendar, filing, scale } = making
  const days = fridays(making)
  const read = days.filter((day) => day + 28 <= calendar.today)
  const views = apportion(
    Math.round(whole.views * scale),
    read.map(() => 0.5 + chance.next()),
    2,
  )
  for (const [i, day] of days.entries()) {
    const tale = new Tale(calendar, day - 21)
      .after(10, 'tape')
      .after(5, 'review', { answers: { reviewers: '三审三校' } })
    tale.after(6, 'air')
    const total = views[i] ?? 0
    const onTv = Math.ceil(total * 0.6)
    if (day + 28 <= calendar.today) {
      const readOn = addCalendarDays(calendar.day(day), 28)
      tale.after(28, 'read', { answers: { channel: 'tv', readOn, views: onTv, source: '台方收视数据（演示）' } })
      tale.after(0, 'read', { answers: { channel: 'web', readOn, views: total - onTv, source } })
    }
    await filing.file({
      programme: 'parent-episode',
      org: region,
      made: calendar.day(day - 21),
      answers: {
        topic: chance.pick(topics),
        airOn: calendar.day(day),
        theme: chance.pick(['talk', 'screen', 'mind', 'care']),
        partners: '教育厅、电视台（演示）',
      },
      steps: tale.steps,
    })
  }
}

async function makeCourses(making: Making, chance: Chance): Promise<void> {
  const { calendar, filing, scale } = making
  const spots = spotsFor(making, chance, { total: whole.courses, atBanner: true, until: 50 })
  const views = apportion(
    Math.max(Math.round(whole.courseViews * scale), spots.length),
    spots.map(() => 0.2 + chance.next()),
    1,
  )
  for (const [i, { place, day }] of spots.entries())
    await filing.file({
      programme: 'family-course',
      org: place.code,
      made: calendar.day(day),
      answers: {
        title: chance.pick(['三岁前怎么陪', '入学准备五讲', '青春期十问', '亲子沟通小课']),
        madeOn: calendar.day(day),
        stage: chance.pick(['0-3', '3-6', 'primary', 'junior']),
        minutes: chance.whole(8, 40),
      },
      steps: new Tale(calendar, day)
        .after(3, 'review', { answers: { reviewers: '三审三校' } })
        .after(2, 'publish', { answers: { link: 'https://example.invalid/course' } })
        .after(40, 'read', {
          answers: { channel: 'web', readOn: calendar.day(day + 45), views: views[i] ?? 1, source },
        }).steps,
    })
}
