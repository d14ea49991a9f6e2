import { addCalendarDays } from '../../../core/day.ts'
import type { Chance } from '../chance.ts'
import type { Making } from '../making.ts'
import { nameOf } from '../names.ts'
import { apportion } from '../spread.ts'
import { Tale } from '../tale.ts'
import { Women } from '../women.ts'
import { bannerOf, type Company } from './companies.ts'

/** A worker who may be sent now: her record and what she can do, by the company that sends her. */
export interface Worker {
  readonly id: string
  readonly skills: readonly string[]
  readonly since: number
}

const skills = [
  ['cleaning', 'tidying'],
  ['cleaning', 'cooking'],
  ['mother', 'infant'],
  ['elder', 'patient'],
  ['cleaning'],
]
const certificateOf: Readonly<Record<string, string>> = { mother: 'mother', infant: 'infant', elder: 'elder' }

/** F073: 22,300 workers of the alliance, in proportion to the companies; a few more have left or are not checked yet. */
export async function makeWorkers(
  making: Making,
  chance: Chance,
  companies: readonly Company[],
  total: number,
): Promise<ReadonlyMap<string, readonly Worker[]>> {
  const women = new Women(making.plan)
  const shares = apportion(
    Math.max(total, companies.length),
    companies.map(() => 0.5 + chance.next()),
    1,
  )
  const ready = new Map<string, Worker[]>()
  for (const [i, company] of companies.entries()) {
    const listed: Worker[] = []
    for (let n = 0; n < (shares[i] ?? 0); n++) {
      const worker = await makeWorker(making, chance, company, women.take(company.spot), fateOf(chance, n))
      if (worker) listed.push(worker)
    }
    if (chance.happens(0.4)) await makeWorker(making, chance, company, women.take(company.spot), 'left')
    if (i % 3 === 0) await makeWorker(making, chance, company, women.take(company.spot), 'registered')
    ready.set(company.id, listed)
  }
  return ready
}

type Fate = 'listed' | 'lapsed' | 'resting' | 'suspended' | 'left' | 'registered'
/** The first of each company may be sent. */
const fateOf = (chance: Chance, n: number): Fate => {
  const at = n === 0 ? 1 : chance.next()
  return at < 0.03 ? 'lapsed' : at < 0.09 ? 'resting' : at < 0.094 ? 'suspended' : 'listed'
}

async function makeWorker(
  { calendar, filing, hands }: Making,
  chance: Chance,
  company: Company,
  person: string,
  fate: Fate,
): Promise<Worker | undefined> {
  const earliest = Math.max(company.joined + 3, calendar.today - 900)
  const latest = Math.max(calendar.today - 30, earliest)
  const since =
    fate === 'registered'
      ? calendar.today - chance.whole(0, 9)
      : fate === 'lapsed'
        ? Math.max(calendar.today - chance.whole(370, 380), company.joined + 3)
        : chance.whole(earliest, latest)
  const can = chance.pick(skills)
  const tale = new Tale(calendar, since)
  const cares = certificateOf[can[0] ?? '']
  if (cares && fate !== 'registered')
    tale.after(1, 'certify', {
      answers: {
        certificate: cares,
        certificateNo: `JZ${chance.whole(100_000, 999_999)}`,
        certificateTo: addCalendarDays(calendar.day(since), 1_080),
      },
    })
  let healthTo = since + 364
  if (fate !== 'registered') {
    tale.after(cares ? 1 : 2, 'check', {
      answers: {
        healthTo: addCalendarDays(calendar.day(since), 364),
        identitySeen: true,
        creditOn: calendar.day(since + 1),
        credit: 'may',
        insuredTo: addCalendarDays(calendar.day(since), 364),
        agrees: true,
      },
    })
    while (healthTo < calendar.today && !(fate === 'lapsed' && healthTo + 14 > calendar.today)) {
      tale.after(healthTo - tale.at - 5, 'renewHealth', {
        answers: { healthTo: addCalendarDays(calendar.day(tale.at), healthTo - tale.at + 359) },
      })
      healthTo += 359
    }
    if (fate === 'lapsed' && healthTo < calendar.today) tale.after(healthTo + 1 - tale.at, 'lapse')
    else if (fate === 'resting') tale.after(chance.whole(3, 20), 'rest')
    else if (fate === 'suspended') tale.after(chance.whole(3, 20), 'suspend', { reason: '有投诉，查清以前先不派' })
    else if (fate === 'left') tale.after(chance.whole(10, 25), 'leave', { reason: '本人换了工作' })
  }
  const { id } = await filing.file({
    programme: 'homecare-worker',
    org: company.org,
    made: calendar.day(since),
    also: hands.get(bannerOf(company.org)) ?? [],
    answers: {
      name: nameOf(person, company.spot.area),
      person,
      company: company.id,
      since: calendar.day(since),
      skills: can,
      years: chance.whole(0, 18),
    },
    steps: tale.steps,
  })
  return fate === 'listed' ? { id, skills: can, since: since + 2 } : undefined
}
