import type { DraftNumber, DraftUnit } from '../draft-number.ts'
import { type CheckGround, type Finding, find, type Numbered, wordsAround } from '../finding.ts'
import { agrees, englishNumber, shortNumber } from '../number-words.ts'
import { sameAct, sameSubject } from '../subject.ts'
import { isPlanned } from './time.ts'
import { isViews, viewsAgainst } from './views.ts'

/** What two numbers, of one text or of two, cannot both be. */
export function acrossRules(ground: CheckGround): Finding[] {
  const able = ground.numbers.filter(
    (one) => !one.n.rhetorical && comparable.has(one.n.unit) && !isPlanned(ground, one),
  )
  const views = able.filter((one) => isViews(ground, one))
  const found = views
    .slice(0, mostCompared)
    .flatMap((a) => able.slice(0, mostCompared).flatMap((b) => viewsAgainst(ground, a, b) ?? []))
  for (const kind of byKind(able, new Set(views))) {
    const part = kind.slice(0, mostCompared)
    part.forEach((a, i) => {
      for (const b of part.slice(i + 1)) found.push(...compare(ground, a, b))
    })
  }
  return found
}

/** Pairs grow with the square: of one kind so many are compared. */
const mostCompared = 500

const comparable = new Set<DraftUnit>([
  'person',
  'person-time',
  'session',
  'household',
  'couple',
  'place',
  'item',
  'yuan',
  'mixed',
])

/** Only numbers of one kind can be of one thing; views are a kind of their own, persons and person-times one. */
function byKind(able: readonly Numbered[], views: ReadonlySet<Numbered>): Numbered[][] {
  const kinds = new Map<string, Numbered[]>()
  for (const one of able) {
    const kind = views.has(one) ? 'views' : one.n.unit === 'person-time' ? 'person' : one.n.unit
    kinds.set(kind, [...(kinds.get(kind) ?? []), one])
  }
  return [...kinds.values()]
}

function compare(ground: CheckGround, a: Numbered, b: Numbered): Finding[] {
  const sameText = a.draft === b.draft
  if (sameText && a.n.sentence.at === b.n.sentence.at) return []
  const units = `${a.n.unit}/${b.n.unit}`
  if (units === 'person/person-time' || units === 'person-time/person') return countedTwice(ground, a, b)
  if (a.n.unit !== b.n.unit || !kindred(a.n, b.n) || agrees(a.n, b.n)) return []
  if (!sameSubject(a.subject, b.subject, ground.weigh)) return []
  if (isPart(ground, a) !== isPart(ground, b) || apart(a.n, b.n)) return []
  const where = sameText ? '同一篇里' : '两篇之间'
  const shrunk = shrinks(ground, a, b)
  if (shrunk) {
    const [early, late] = shrunk
    return [
      find(ground, 'total-shrinks', late, {
        other: early,
        why: {
          zh: `${early.n.period?.text ?? ''}累计已有“${early.n.text}”，${late.n.period?.text ?? ''}反而只有“${late.n.text}”。`,
          en: `The earlier total is ${englishNumber(early.n.value)}, the later one ${englishNumber(late.n.value)}.`,
        },
      }),
    ]
  }
  return [
    find(ground, 'two-values', b, {
      other: a,
      ...(sameText && samePeriod(a.n, b.n) && { level: 'error' as const }),
      why: {
        zh: `${where}说同一件事：一处“${a.n.text}”（${periodWords(a.n)}），一处“${b.n.text}”（${periodWords(b.n)}）${unexplained(a.n, b.n)}。`,
        en: `One thing, two values: ${englishNumber(a.n.value)} here, ${englishNumber(b.n.value)} there; the periods do not explain it.`,
      },
    }),
  ]
}

const periodWords = ({ period }: DraftNumber) => (period ? period.text : '期间未写')

/** The later words of the explanation: a window that begins later may be smaller; it has to be said. */
function unexplained(a: DraftNumber, b: DraftNumber): string {
  return a.period && b.period ? '' : '，差别无从解释'
}

/** Counted with the same word, or words of one kind: 件/起, 场/场次; 项行动 and 个岗位 are two. */
function kindred(a: DraftNumber, b: DraftNumber): boolean {
  if (a.unit !== 'item' && a.unit !== 'other') return true
  return (
    a.unitWord === b.unitWord ||
    ['件起例宗', '个家所处'].some((kin) => kin.includes(a.unitWord) && kin.includes(b.unitWord))
  )
}

const isPart = (ground: CheckGround, one: Numbered) => /其中|平均|年均|人均|每/u.test(wordsAround(ground, one).before)

const relative = /^(?:今年|本年度?|全年|当年|今年以来)$/u

/** Both say when, and it is not the same time. 今年 beside a year may be that year. */
function apart({ period: a }: DraftNumber, { period: b }: DraftNumber): boolean {
  if (!a || !b || a.kind === 'vague' || b.kind === 'vague') return false
  if (a.kind === 'annual' || b.kind === 'annual') return a.kind !== b.kind
  if (a.text === b.text || a.kind === 'as-of' || b.kind === 'as-of') return false
  return !(relative.test(a.text) || relative.test(b.text))
}

function samePeriod(a: DraftNumber, b: DraftNumber): boolean {
  return a.period?.text === b.period?.text
}

/** Two totals up to two days: the later must not be smaller. */
function shrinks(ground: CheckGround, a: Numbered, b: Numbered): [Numbered, Numbered] | undefined {
  const upTo = ({ n }: Numbered) => (n.period?.kind === 'as-of' ? n.period.year : undefined)
  const grows = (one: Numbered) => /累计|以来|至今/u.test(wordsAround(ground, one).sentence)
  const [first, second] = [upTo(a), upTo(b)]
  if (first === undefined || second === undefined || first === second || !grows(a) || !grows(b)) return undefined
  const [early, late] = first < second ? [a, b] : [b, a]
  return late.n.value < early.n.value ? [early, late] : undefined
}

/** Persons and person-times of one programme. */
function countedTwice(ground: CheckGround, a: Numbered, b: Numbered): Finding[] {
  if (!sameSubject(a.subject, b.subject, ground.weigh) || apart(a.n, b.n)) return []
  if (isPart(ground, a) || isPart(ground, b)) return []
  const [persons, times] = a.n.unit === 'person' ? [a, b] : [b, a]
  const over = persons.n.value > times.n.value && !agrees(persons.n, times.n)
  if (over)
    return [
      find(ground, 'persons-over-person-times', persons, {
        other: times,
        ...(a.draft !== b.draft && { level: 'warning' as const }),
        why: {
          zh: `同一件事，人数“${persons.n.text}”（${shortNumber(persons.n.value)}）比人次“${times.n.text}”（${shortNumber(times.n.value)}）还多。`,
          en: `${englishNumber(persons.n.value)} persons exceed ${englishNumber(times.n.value)} attendances of the same thing.`,
        },
      }),
    ]
  if (!sameAct(persons.subject, times.subject)) return []
  return [
    find(ground, 'counted-two-ways', times, {
      other: persons,
      why: {
        zh: `“${times.subject.tail}”这里记“${times.n.text}”，另一处记“${persons.n.text}”，一个是人次，一个是人。`,
        en: `Attendances here (${englishNumber(times.n.value)}), persons there (${englishNumber(persons.n.value)}).`,
      },
    }),
  ]
}
