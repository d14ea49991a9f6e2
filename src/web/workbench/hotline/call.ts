import { todayInShanghai } from '../../../core/day.ts'
import {
  dangerSigns,
  isViolence,
  type MatterCategory,
  matterCategories,
  needsHelpNow,
} from '../../../core/rights-words.ts'
import type { LawArticle } from '../../../programmes/hotline/advice.ts'
import { needsScreening } from '../../../programmes/hotline/gates.ts'
import type { Sign } from '../../../programmes/hotline/questions.ts'

export type Said = 'yes' | 'no' | 'unsure'
export type Outcome = 'closeAdvice' | 'toCase' | 'transfer' | 'later' | 'suspect'

/** A call as it is being noted: what the draft holds, sealed. Texts may be empty, choices undefined. */
export interface Call {
  readonly startedAt: string
  readonly fromPaper: boolean
  readonly paperDay: string
  readonly paperTime: string
  readonly channel: string
  readonly recordingTold: boolean
  readonly cutOff: boolean
  /** undefined: not asked yet. */
  readonly anonymous: boolean | undefined
  readonly callerName: string
  readonly callerPhone: string
  readonly relation: string
  readonly lookUp: boolean
  readonly safeTime: string
  readonly safeWay: string
  readonly codeWord: string
  readonly danger: Readonly<Partial<Record<Sign, Said>>>
  readonly policeAt: string
  readonly policeWay: string
  readonly allClear: string
  readonly category: MatterCategory | ''
  readonly subcategory: string
  readonly narrative: string
  readonly request: string
  readonly concernedAge: string
  readonly children: string
  readonly opposite: string
  readonly evidence: readonly string[]
  readonly advice: string
  readonly laws: readonly LawArticle[]
  readonly consentToShare: boolean
  readonly callbackOn: string
  readonly callbackAt: string
  readonly report: boolean
  readonly situation: string
  readonly what: string
  readonly where: string
  readonly childAge: string
  readonly outcome: Outcome | ''
  readonly basis: string
  readonly line: string
  readonly agency: string
  readonly way: string
  readonly ownWish: string
  readonly reason: string
}

/** A call that has just come in; or a paper form that is entered later. */
export function newCall(now: Date, fromPaper: boolean): Call {
  const texts = Object.fromEntries(
    [
      'paperDay paperTime callerName callerPhone relation safeTime safeWay codeWord policeAt policeWay allClear category',
      'subcategory narrative request concernedAge children opposite advice callbackOn callbackAt situation what where',
      'childAge outcome basis line agency way ownWish reason',
    ]
      .join(' ')
      .split(' ')
      .map((key) => [key, '']),
  )
  return {
    ...(texts as unknown as Call),
    startedAt: now.toISOString(),
    fromPaper,
    channel: 'hotline',
    recordingTold: false,
    cutOff: false,
    anonymous: undefined,
    lookUp: false,
    danger: {},
    evidence: [],
    laws: [],
    consentToShare: false,
    report: false,
  }
}

export const signs = Object.keys(dangerSigns) as Sign[]
export const categories = Object.keys(matterCategories) as MatterCategory[]

/** The screening as the record holds it: yes or no; undefined while a question is open. */
export function screeningOf({ danger }: Pick<Call, 'danger'>): Record<Sign, boolean> | undefined {
  if (signs.some((sign) => danger[sign] === undefined)) return undefined
  return Object.fromEntries(signs.map((sign) => [sign, danger[sign] === 'yes'])) as Record<Sign, boolean>
}

const told = ({ danger }: Pick<Call, 'danger'>) =>
  Object.fromEntries(signs.map((sign) => [sign, danger[sign] === 'yes']))

export const isDanger = (call: Pick<Call, 'danger'>): boolean => needsHelpNow(told(call))
export const isOfViolence = (call: Pick<Call, 'danger' | 'category'>): boolean => isViolence(call.category, told(call))

/** How many of the nine are still open, where they must be asked. */
export function openQuestions(call: Call): number {
  const open = signs.filter((sign) => call.danger[sign] === undefined).length
  const asked = call.category === '' || needsScreening(call.category) || open < signs.length
  return asked ? open : 0
}

export type Urgency = 'open' | 'green' | 'yellow' | 'orange' | 'red'

/** How urgently help is needed in this call; no all-clear while a question is open. Says nothing of anybody, is kept nowhere. */
export function urgencyOf(call: Pick<Call, 'danger' | 'category'>): Urgency {
  if (isDanger(call)) return 'red'
  const { danger } = call
  const graveUnsure = (['weapon', 'choking', 'killing'] as const).some((sign) => danger[sign] === 'unsure')
  if (danger.escalation === 'yes' || danger.stalking === 'yes' || graveUnsure) return 'orange'
  if (signs.some((sign) => danger[sign] === 'yes') || call.category === 'violence') return 'yellow'
  return signs.some((sign) => danger[sign] === undefined) ? 'open' : 'green'
}

export type Missing =
  | 'time'
  | 'caller'
  | 'category'
  | 'narrative'
  | 'advice'
  | 'outcome'
  | 'basis'
  | 'line'
  | 'police'
  | 'care'
  | 'report'
  | 'reason'

/** What this call still lacks before it can be ended, besides open questions; in the order of the screen. */
export function missingIn(call: Call): Missing[] {
  const lacks: (Missing | false)[] = [
    call.fromPaper && receivedAt(call) === undefined && 'time',
    call.anonymous === undefined && 'caller',
  ]
  if (call.outcome === 'suspect') lacks.push(call.reason.trim() === '' && 'reason')
  else {
    const answered = call.outcome !== 'later'
    const line = call.line === '' || call.way === ''
    lacks.push(
      call.category === '' && 'category',
      call.narrative.trim().length < 10 && (call.outcome === 'toCase' || call.narrative.trim() !== '') && 'narrative',
      answered && call.advice.trim().length < 2 && 'advice',
      isDanger(call) && call.policeAt === '' && call.allClear.trim() === '' && 'police',
      call.report && !reportIsFull(call) && 'report',
      call.outcome === '' && 'outcome',
      call.outcome === 'toCase' && call.basis === '' && 'basis',
      call.outcome === 'transfer' && line && 'line',
      call.outcome === 'closeAdvice' && isOfViolence(call) && call.ownWish.trim().length < 4 && line && 'care',
    )
  }
  return lacks.filter((lack) => lack !== false)
}

const reportIsFull = ({ situation, what, where, childAge }: Call) =>
  situation !== '' && what.trim().length >= 5 && where.trim() !== '' && childAge !== ''

/** The moment of the contact: now for a call, what the paper says for a paper form (undefined while it says nothing). */
export function receivedAt(call: Pick<Call, 'fromPaper' | 'paperDay' | 'paperTime' | 'startedAt'>): string | undefined {
  if (!call.fromPaper) return call.startedAt
  if (call.paperDay === '' || call.paperTime === '') return undefined
  return new Date(`${call.paperDay}T${call.paperTime}:00+08:00`).toISOString()
}

export const receivedDay = (call: Call): string => todayInShanghai(new Date(receivedAt(call) ?? call.startedAt))
