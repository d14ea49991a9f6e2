import { addCalendarDays } from '../../../core/day.ts'
import { Chance } from '../chance.ts'
import type { Making } from '../making.ts'
import { countedHeads } from '../sheet-heads.ts'
import { type Spot, spotsFor } from '../spots.ts'
import { apportion } from '../spread.ts'
import { Tale } from '../tale.ts'

/** As many vehicles as public lists of the region name for 2016 (R-MHE-02); trips and talks have no figure in the articles. */
const whole = { vehicles: 142, applied: 12, trips: 5_600, talks: 1_900, came: 95_000 }
const trips = {
  clinic: ['义诊进嘎查', 20, 80],
  screening: ['“两癌”筛查接送', 20, 60],
  teaching: ['健康知识宣教', 30, 120],
  maternity: ['接送孕产妇', 1, 2],
  emergency: ['转运急救', 1, 1],
  training: ['嘎查医生培训', 8, 25],
} as const
const stages = ['girl', 'young', 'maternity', 'middle', 'elder', 'all']
const topics = { 'two-cancers': '“两癌”早知道', birth: '科学孕产', mind: '心情也要体检', chronic: '骨质疏松要早防' }

interface Running {
  readonly id: string
  readonly spot: Spot
  /** Of the calendar: the day it was handed over. */
  readonly from: number
}

/** 母亲健康快车 with their quarters and trips, and health talks. */
export async function makeHealth(making: Making): Promise<void> {
  const chance = new Chance(44)
  const vehicles: Running[] = []
  for (const spot of spotsFor(making, chance, { total: whole.vehicles, atBanner: true }))
    vehicles.push(await makeVehicle(making, chance, spot, vehicles.length))
  for (const spot of spotsFor(making, chance, { total: whole.applied, atBanner: true }))
    await applyFor(making, { ...spot, day: making.calendar.today - chance.whole(3, 20) })
  await makeTrips(making, chance, vehicles)
  await makeTalks(making, chance)
}

const opening = ({ calendar }: Making, { place }: Spot, day: number, n: number) => ({
  name: `${place.short}妇幼保健院快车${n}号`,
  appliedOn: calendar.day(day),
  hospital: `${place.short}妇幼保健院`,
  publicHospital: true,
  quota: true,
  need: '牧区路远，孕产妇和筛查的妇女要接送，现在只有一辆旧车。',
})

async function makeVehicle(making: Making, chance: Chance, spot: Spot, n: number): Promise<Running> {
  const { calendar, filing } = making
  const day = chance.whole(calendar.indexOf('2021-03-10'), calendar.today - 420)
  const from = day + 90
  const delivered = calendar.day(from)
  const tale = new Tale(calendar, day)
    .after(10, 'verify')
    .after(45, 'allot', {
      answers: {
        batch: `${delivered.slice(0, 4)} 年第一批（演示）`,
        donor: '妇女发展基金会（演示）',
        model: '救护型 7 座',
        value: 195_180_00,
      },
    })
    .after(35, 'handOver', {
      answers: {
        plate: `蒙演示${String(n + 1).padStart(3, '0')}`,
        deliveredOn: delivered,
        agreement: true,
        insuredTo: addCalendarDays(delivered, 364),
      },
    })
  for (let quarter = 1; tale.told; quarter++) {
    const [year = '', month = ''] = calendar.day(Math.min(tale.at, calendar.today)).split('-')
    tale.after(88, 'report', { answers: { year: Number(year), quarter: `q${Math.ceil(Number(month) / 3)}` } })
    if (quarter % 4 > 0) continue
    tale.after(0, 'yearCheck', { answers: { kilometres: quarter * 7_000, condition: 'good', rightUse: true } })
    tale.after(2, 'insure', { answers: { insuredTo: addCalendarDays(tale.on, 366) } })
  }
  const { id } = await filing.file({
    programme: 'health-vehicle',
    org: spot.place.code,
    made: calendar.day(day),
    answers: opening(making, spot, day, n + 1),
    steps: tale.steps,
  })
  return { id, spot, from }
}

async function applyFor(making: Making, spot: Spot): Promise<void> {
  await making.filing.file({
    programme: 'health-vehicle',
    org: spot.place.code,
    made: making.calendar.day(spot.day),
    answers: opening(making, spot, spot.day, 9),
    steps: new Tale(making.calendar, spot.day).after(8, 'verify').steps,
  })
}

async function makeTrips(
  { calendar, filing, scale }: Making,
  chance: Chance,
  vehicles: readonly Running[],
): Promise<void> {
  const total = Math.max(Math.round(whole.trips * scale), vehicles.length)
  for (let i = 0; i < total; i++) {
    const vehicle = vehicles[i % vehicles.length]
    if (!vehicle) return
    const { place } = vehicle.spot
    const day = chance.whole(vehicle.from + 3, calendar.today)
    const purpose = chance.pick(Object.keys(trips) as (keyof typeof trips)[])
    const [title, least, most] = trips[purpose]
    await filing.file({
      programme: 'health-trip',
      org: place.code,
      made: calendar.day(day),
      answers: {
        title,
        heldOn: calendar.day(day),
        vehicle: vehicle.id,
        purpose,
        place: `${place.short}牧区`,
      },
      steps: new Tale(calendar, day).after(0, 'finish', {
        answers: {
          kilometres: chance.whole(30, 420),
          served: chance.whole(least, most),
          servedBy: 'sheet',
          ...(purpose === 'clinic' && { medicine: 100_00 * chance.whole(1, 20) }),
        },
      }).steps,
    })
  }
}

async function makeTalks(making: Making, chance: Chance): Promise<void> {
  const { calendar, filing, scale } = making
  const spots = spotsFor(making, chance, { total: whole.talks })
  const came = apportion(
    Math.max(Math.round(whole.came * scale), spots.length),
    spots.map(() => 0.4 + chance.next()),
    1,
  )
  for (const [i, { place, day }] of spots.entries()) {
    const on = calendar.day(day)
    const topic = chance.pick(Object.keys(topics) as (keyof typeof topics)[])
    const counted = countedHeads(making, place.code, came[i] ?? 1)
    const { id } = await filing.file({
      programme: 'health-talk',
      org: place.code,
      made: on,
      answers: {
        title: topics[topic],
        heldOn: on,
        place: `${place.short}妇女之家`,
        stage: chance.pick(stages),
        topic,
        speaker: '旗妇幼保健院（演示）',
      },
      steps: new Tale(calendar, day).after(0, 'heads', { heads: [counted.heads] }).after(0, 'hold').steps,
    })
    counted.attach(id)
  }
}
