import { Chance } from '../chance.ts'
import type { Making } from '../making.ts'
import { madeName } from '../names.ts'
import { spotsFor } from '../spots.ts'
import { Tale } from '../tale.ts'
import { Women } from '../women.ts'
import type { MadePlace } from './make-places.ts'

/** No article numbers these. */
const whole = { guides: 2_600, classes: 420 }

/** 指导者 at places, the first of each: her id by that of the place. */
export async function makeGuides(making: Making, places: readonly MadePlace[]): Promise<ReadonlyMap<string, string>> {
  const chance = new Chance(62)
  const women = new Women(making.plan)
  const many = Math.max(Math.round(whole.guides * making.scale), 12)
  const every = Math.max(Math.floor(places.length / many), 1)
  const guides = new Map<string, string>()
  for (const [i, place] of places.entries())
    if (place.plaques.includes('centre') || i % every === 0)
      guides.set(place.id, await makeGuide(making, chance, place, women.take(place.spot)))
  await makeClasses(making, chance)
  return guides
}

async function makeGuide(
  { calendar, filing }: Making,
  chance: Chance,
  { id: place, spot }: MadePlace,
  person: string,
): Promise<string> {
  const since = calendar.indexOf('2024-01-08') + chance.whole(0, 500)
  const gone = chance.happens(0.06)
  const validTo = gone
    ? Math.min(since + chance.whole(200, 420), calendar.today - 1)
    : calendar.today + chance.whole(2, 118)
  const tale = new Tale(calendar, since).after(chance.whole(2, 20), 'vet', {
    answers: { vetted: 'clear', vettedOn: calendar.day(since + 1) },
  })
  tale.after(chance.whole(10, 120), 'serve', { answers: { hours: chance.whole(2, 6), what: '家长课和个别指导' } })
  if (gone) tale.after(Math.max(validTo + 1 - tale.at, 0), 'lapse')
  const { id } = await filing.file({
    programme: 'family-guide',
    org: spot.place.code,
    made: calendar.day(since),
    answers: {
      name: madeName(chance, spot.area, 'female'),
      person,
      since: calendar.day(since),
      unit: '嘎查村、学校',
      place,
      certificate: chance.pick(['guide', 'teacher', 'counsellor', 'social', 'training']),
      certificateNo: `YS${String(chance.whole(100_000, 999_999))}`,
      issuedOn: calendar.day(since - 30),
      validTo: calendar.day(validTo),
      stages: chance.pick([['primary'], ['primary', 'junior'], ['0-3', '3-6']]),
    },
    steps: tale.steps,
  })
  return id
}

async function makeClasses(making: Making, chance: Chance): Promise<void> {
  const { calendar, filing } = making
  const women = new Women(making.plan)
  for (const spot of spotsFor(making, chance, { total: whole.classes, atBanner: true, until: 8 })) {
    const people = Array.from({ length: 4 }, () => women.take(spot))
    const ends = calendar.day(spot.day + 2)
    const finished = people.slice(0, 3).map((person) => ({ person, role: 'finished' }))
    const tale = new Tale(calendar, spot.day).after(2, 'hold')
    tale.after(chance.whole(2, 9), 'certify', { answers: { certified: finished } })
    await filing.file({
      programme: 'guide-training',
      org: spot.place.code,
      made: calendar.day(spot.day),
      answers: {
        title: chance.pick(['家庭教育指导者培训班', '社区家长学校骨干培训', '亲子沟通指导培训']),
        startsOn: calendar.day(spot.day),
        endsOn: ends,
        place: `${spot.place.short}党群服务中心`,
        hours: chance.whole(12, 24),
        trainer: '师范院校和妇联',
        syllabus: '法律和政策、儿童发展、沟通方法、安全识别和转介。',
      },
      steps: [
        { action: 'attend', on: ends, attendance: people.map((person) => ({ person, minutes: null })) },
        ...tale.steps,
      ],
    })
  }
}
