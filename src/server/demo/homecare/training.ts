import { levelSpan } from '../../../core/org-code.ts'
import type { Chance } from '../chance.ts'
import type { Making } from '../making.ts'
import { type Spot, spotsFor } from '../spots.ts'
import { apportion } from '../spread.ts'
import { Tale } from '../tale.ts'
import { Women } from '../women.ts'
import { type Company, region } from './companies.ts'

/**
 * F023, F024: 2,327 classes of the federation with 58,000 attendances, by 46,000 women. The companies’ own classes bring the
 * attendances to the 116,000 of F074 and the women to the 70,000 of F031 (C03): no article says so, it is the one way all
 * four can be true. F025: 30,000 placements, after the federation’s classes; F075: half of the 46,000 in flexible work (C04).
 */
const whole = {
  classes: 2_327,
  trained: 58_000,
  people: 46_000,
  companyClasses: 2_320,
  companyTrained: 58_000,
  allPeople: 70_000,
  placements: 30_000,
  flexible: 23_000,
}
const titles = ['家政服务员初级班', '母婴护理班', '居家养老照护班', '收纳整理班', '家庭烹饪班']
const taught = [['cleaning'], ['mother', 'infant'], ['elder', 'patient'], ['tidying'], ['cooking']]
const hours = [40, 60, 60, 24, 32]
const everyNth = (n: number, part: number, of: number) =>
  Math.floor(((n + 1) * part) / of) > Math.floor((n * part) / of)

/** A class that was held: who came, and the day (of the calendar) it ended. */
interface Held {
  readonly id: string
  readonly spot: Spot
  readonly ended: number
  readonly people: readonly string[]
}

/** Women of each league who have been to a class: new ones as long as the wanted share is not reached, then those again. */
class Trainees {
  private readonly women: Women
  private readonly known = new Map<number, string[]>()
  private readonly next = new Map<number, number>()
  private taken = 0
  private fresh = 0

  constructor(making: Making) {
    this.women = new Women(making.plan)
  }

  /** From here on so many of the next `of` attendances are new faces. */
  begin(): void {
    this.taken = 0
    this.fresh = 0
  }

  come(spot: Spot, many: number, part: number, of: number): string[] {
    const here: string[] = []
    const known = this.known.get(spot.area) ?? []
    this.known.set(spot.area, known)
    const before = known.length
    for (let i = 0; i < many; i++) {
      this.taken++
      const again = before > i && this.fresh >= Math.ceil((this.taken * part) / of)
      if (again) {
        const at = this.next.get(spot.area) ?? 0
        this.next.set(spot.area, at + 1)
        const person = known[at % before]
        if (person !== undefined && !here.includes(person)) {
          here.push(person)
          continue
        }
      }
      const person = this.women.take(spot)
      this.fresh++
      known.push(person)
      here.push(person)
    }
    return here
  }
}

/** 家政培训 of the federation and of companies, and the work found after it. */
export async function makeTraining(
  making: Making,
  chance: Chance,
  companies: readonly Company[],
  standards: ReadonlyMap<string, string>,
): Promise<void> {
  const trainees = new Trainees(making)
  const areas = new Set<number>()
  // The first class of each league was long enough ago for work to be found after it.
  const spots = spotsFor(making, chance, { total: whole.classes, atBanner: true, until: 3 }).map((spot) => {
    const first = !areas.has(spot.area)
    areas.add(spot.area)
    return first ? { ...spot, day: Math.min(spot.day, making.calendar.today - 60) } : spot
  })
  const ours = await makeClasses(making, chance, trainees, standards, {
    spots,
    trained: whole.trained,
    people: whole.people,
    runBy: 'federation',
    companies: undefined,
  })
  const theirs = spotsFor(making, chance, { total: whole.companyClasses, atBanner: true, until: 3 })
  await makeClasses(making, chance, trainees, standards, {
    spots: theirs,
    trained: whole.companyTrained,
    people: whole.allPeople - whole.people,
    runBy: 'company',
    companies,
  })
  await makePlacements(making, chance, ours)
}

interface Classes {
  readonly spots: readonly Spot[]
  readonly trained: number
  readonly people: number
  readonly runBy: 'federation' | 'company'
  readonly companies: readonly Company[] | undefined
}

async function makeClasses(
  { calendar, filing, hands, scale }: Making,
  chance: Chance,
  trainees: Trainees,
  standards: ReadonlyMap<string, string>,
  { spots, trained, people, runBy, companies }: Classes,
): Promise<Held[]> {
  const sizes = apportion(
    Math.max(Math.round(trained * scale), spots.length),
    spots.map(() => 0.6 + 0.8 * chance.next()),
    1,
  )
  trainees.begin()
  const held: Held[] = []
  for (const [i, spot] of spots.entries()) {
    const company = companies?.find((c) => c.spot.area === spot.area)
    const k = i % titles.length
    const came = trainees.come(spot, sizes[i] ?? 1, people, trained)
    const days = (hours[k] ?? 40) / 8
    const ended = Math.min(spot.day + Math.ceil(days), calendar.today)
    const starts = ended - Math.ceil(days)
    const on = calendar.day(ended)
    const passed = came.slice(0, Math.max(Math.floor(came.length * 0.9), 1))
    const tale = new Tale(calendar, starts - 12)
      .after(3, 'approve')
      .after(ended - starts + 9, 'hold')
      .after(chance.whole(1, 9), 'certify', {
        answers: { certified: passed.map((person) => ({ person, role: 'passed' })) },
      })
    const attended = {
      action: 'attend',
      on,
      attendance: came.map((person) => ({ person, minutes: null })),
    }
    const { id } = await filing.file({
      programme: 'homecare-class',
      org: company?.org ?? spot.place.code,
      made: calendar.day(starts - 12),
      first: 'development',
      also: [
        ...(hands.get(spot.banner) ?? []),
        ...(hands.get(spot.area * levelSpan.league) ?? []),
        ...(hands.get(region) ?? []),
      ],
      answers: {
        title: titles[k],
        startsOn: calendar.day(starts),
        endsOn: on,
        runBy,
        place: `${spot.place.short}巾帼家政培训基地（演示）`,
        hours: hours[k],
        trainer: '职业学校和公司讲师（演示）',
        skills: taught[k],
        fund: runBy === 'company' ? 'company' : chance.pick(['federation', 'subsidy']),
        standard: standards.get(taught[k]?.[0] ?? ''),
        seats: Math.max(came.length, 10),
      },
      steps: [...tale.steps.slice(0, 1), attended, ...tale.steps.slice(1)],
    })
    held.push({ id, spot, ended, people: came })
  }
  return held
}

const proofs = ['contract', 'contract', 'order', 'pay', 'statement']

/** After classes that ended long enough ago; asked again after three and six months. */
async function makePlacements(making: Making, chance: Chance, classes: readonly Held[]): Promise<void> {
  const { calendar, filing, hands, scale } = making
  const over = classes.filter(({ ended }) => ended < calendar.today - 40)
  const all = over.reduce((sum, { people }) => sum + people.length, 0)
  const total = Math.min(Math.max(Math.round(whole.placements * scale), 12), all)
  const flexible = new Set<string>()
  // In a small demo the first of each league besides, so that every league has one.
  const waiting = new Set(over.map(({ spot }) => spot.area))
  let seen = 0
  let placed = 0
  for (const { id, spot, ended, people } of over)
    for (const person of people) {
      seen++
      const first = waiting.delete(spot.area)
      if (!first && (!everyNth(seen, total, all) || placed >= total - waiting.size)) continue
      placed++
      const home = flexible.size < Math.ceil((placed * whole.flexible) / whole.placements) && !flexible.has(person)
      if (home) flexible.add(person)
      const way = home ? 'flexible' : chance.pick(['employed', 'employed', 'own'])
      const started = ended + chance.whole(3, 25)
      const reported = started + chance.whole(1, 6)
      const tale = new Tale(calendar, reported).after(chance.whole(1, 8), 'verify', {
        answers: { proof: way === 'own' ? 'licence' : chance.pick(proofs), seenOn: calendar.day(started) },
      })
      const still = () => ({ answers: { still: chance.pick(['yes', 'yes', 'yes', 'other', 'private', 'away']) } })
      const verified = tale.at
      tale.after(chance.whole(82, 98), 'ask', still())
      tale.after(verified + chance.whole(176, 190) - tale.at, 'ask', still())
      tale.after(1, 'end')
      await filing.file({
        programme: 'homecare-placement',
        org: spot.place.code,
        made: calendar.day(reported),
        first: 'development',
        also: [...(hands.get(spot.area * levelSpan.league) ?? []), ...(hands.get(region) ?? [])],
        answers: {
          way,
          startedOn: calendar.day(started),
          woman: person,
          training: id,
          trainedOn: calendar.day(ended),
          employer: way === 'own' ? undefined : `${spot.place.short}家政公司（演示）`,
          proof: way === 'own' ? 'licence' : 'statement',
        },
        steps: tale.steps,
      })
    }
}
