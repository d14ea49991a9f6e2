import { levelSpan } from '../../../core/org-code.ts'
import { Chance } from '../chance.ts'
import type { Making } from '../making.ts'
import { madeName } from '../names.ts'
import { type Spot, spotsFor } from '../spots.ts'
import { apportion } from '../spread.ts'
import { Tale } from '../tale.ts'

/** F076, F077: names of the poverty-relief time, the national ones at bases the region had named; others; F078 as it was told. */
const whole = { regional: 100, national: 26, others: 130, lifted: 372_000 }
const named = { region: '内妇发〔2018〕演示', national: '妇字〔2019〕演示' }

/** Bases entered in 2023 from the papers of their naming, reviewed every year since. */
export async function makeBases(making: Making): Promise<void> {
  const chance = new Chance(92)
  const nationals = new Map<number, number>()
  for (const { area } of spotsFor(making, chance, { total: whole.national, atBanner: true }))
    nationals.set(area, (nationals.get(area) ?? 0) + 1)
  for (const spot of spotsFor(making, chance, { total: whole.regional, atBanner: true })) {
    const left = nationals.get(spot.area) ?? 0
    nationals.set(spot.area, left - 1)
    await makeBase(making, chance, spot, [
      { kind: 'poverty', level: 'region', document: named.region, namedOn: '2018-09-20' },
      ...(left > 0 ? [{ kind: 'poverty', level: 'national', document: named.national, namedOn: '2019-10-15' }] : []),
    ])
  }
  for (const spot of spotsFor(making, chance, { total: whole.others, atBanner: true }))
    await makeBase(making, chance, spot, [
      {
        kind: chance.pick(['rural', 'rural', 'enterprise', 'farming', 'craft']),
        level: chance.pick(['banner', 'league', 'region']),
        document: '妇发〔2022〕演示',
        namedOn: '2022-11-08',
      },
    ])
  await makeLifted(making, chance)
}

async function makeBase(
  { calendar, filing }: Making,
  chance: Chance,
  { place, area }: Spot,
  titles: readonly object[],
): Promise<void> {
  const day = calendar.indexOf('2023-02-01') + chance.whole(0, 40)
  const led = chance.whole(12, 180)
  const evidence = '带动妇女名册、工资发放表'
  const tale = new Tale(calendar, day)
    .after(chance.whole(5, 14), 'inspect', { answers: { seen: '看了场地和名册，和在场的妇女谈过。' } })
    .after(chance.whole(5, 14), 'name', { answers: { titles } })
  while (tale.told) {
    const year = Number(tale.on.slice(0, 4)) + 1
    tale.after(chance.whole(330, 355), 'review', {
      answers: { led, evidence, year, works: true, found: '正常经营，带动人数有名册。' },
    })
  }
  await filing.file({
    programme: 'women-base',
    org: place.code,
    made: calendar.day(day),
    answers: {
      name: `${place.short}${chance.pick(['刺绣', '奶食', '种植', '养殖', '手工'])}巾帼基地`,
      openedOn: calendar.day(day),
      owner: `${place.short}巾帼合作社（演示）`,
      industry: chance.pick(['craft', 'dairy', 'planting', 'herding']),
      address: `${place.short}产业园`,
      contact: madeName(chance, area, 'female'),
      led,
      evidence,
    },
    steps: tale.steps,
  })
}

/** The department's number of each league, at the end of 2020. */
async function makeLifted({ plan, calendar, filing, scale }: Making, chance: Chance): Promise<void> {
  const leagues = [...new Set(plan.offices.map(({ area }) => area))]
  const day = calendar.indexOf('2023-03-06')
  const women = apportion(
    Math.max(Math.round(whole.lifted * scale), leagues.length),
    leagues.map(() => 0.5 + chance.next()),
    1,
  )
  for (const [i, area] of leagues.entries())
    await filing.file({
      programme: 'lifted-women',
      org: area * levelSpan.league,
      made: calendar.day(day),
      answers: {
        title: '助力脱贫妇女（演示）',
        asOf: '2020-12-31',
        women: women[i] ?? 1,
        agency: '乡村振兴部门',
        document: '演示汇总表',
        meaning: '建档立卡脱贫人口中的妇女，部门口径。',
      },
      steps: new Tale(calendar, day).after(2, 'confirm').steps,
    })
}
