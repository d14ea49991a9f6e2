import type { Calendar } from './calendar.ts'
import type { Chance } from './chance.ts'
import type { CasePlan } from './plan.ts'
import type { Step } from './tell.ts'
import { clauseTexts, mediationNotes } from './words.ts'

/** Steps of a case, its days as numbers of the calendar. */
export interface CaseStory {
  readonly applied: number
  readonly steps: readonly Step[]
}

const quiet = { hit: false, threat: false, weapon: false, control: false, fear: false, child: false }
const clauseKinds: Readonly<Record<string, readonly string[]>> = {
  children: ['maintenance', 'visits'],
  divorce: ['property', 'maintenance'],
  elders: ['care'],
  'bride-price': ['payment'],
  property: ['property', 'payment'],
}

class Story {
  readonly steps: Step[] = []
  private readonly calendar: Calendar
  private readonly chance: Chance
  day: number

  constructor(calendar: Calendar, chance: Chance, applied: number) {
    this.calendar = calendar
    this.chance = chance
    this.day = applied
  }

  /** A step some days after the last one, today at the latest. */
  step(days: number, action: string, more: Pick<Step, 'answers' | 'reason'> = {}): this {
    this.day = Math.min(this.day + days, this.calendar.today)
    this.steps.push({ action, on: this.calendar.day(this.day), ...more })
    return this
  }

  screen(days: number, violence: Readonly<Record<string, boolean>> = quiet): this {
    return this.step(days, 'screen', { answers: { apart: true, violence } })
  }

  consent(days: number, side: 'applicant' | 'respondent', agrees = true): this {
    return this.step(days, 'consent', { answers: { side, agrees, way: this.chance.happens(0.8) ? 'signed' : 'oral' } })
  }

  /** Both told, willing and without a sign of violence. */
  open(committee: string): this {
    this.screen(0).consent(0, 'applicant').consent(this.chance.whole(0, 1), 'respondent')
    return this.step(0, 'inform').step(0, 'declare').step(this.chance.whole(0, 1), 'accept', { answers: { committee } })
  }

  session(days: number, place: string, step: readonly string[], nextIn?: number): this {
    const nextOn =
      nextIn === undefined
        ? {}
        : { nextOn: this.calendar.day(Math.min(this.day + days + nextIn, this.calendar.today + 60)) }
    return this.step(days, 'session', { answers: { step, place, notes: this.chance.pick(mediationNotes), ...nextOn } })
  }
}

interface Setting {
  readonly dispute: string
  readonly committee: string
  readonly room: string
}

/** A case of the plan from its first day to where it stands. */
export function storyOf(calendar: Calendar, chance: Chance, outcome: CasePlan['outcome'], setting: Setting): CaseStory {
  const { today } = calendar
  const age = { settled: 14, failed: 32, refused: 4, blocked: 3, applied: 0, accepted: 0, mediating: 0 }[outcome]
  const ongoing = { applied: chance.whole(0, 2), accepted: chance.whole(3, 8), mediating: chance.whole(6, 9) }
  const applied =
    outcome in ongoing ? today - ongoing[outcome as keyof typeof ongoing] : calendar.busyDay(chance, today - age)
  const story = new Story(calendar, chance, applied)
  if (outcome === 'applied') story.screen(0).consent(0, 'applicant')
  else if (outcome === 'refused') {
    story
      .screen(0)
      .consent(0, 'applicant')
      .consent(1, 'respondent', false)
      .step(0, 'refuse', { reason: '被申请人明确表示不同意调解，已告知可以向法院起诉' })
  } else if (outcome === 'blocked') {
    story
      .screen(1, { ...quiet, [chance.pick(['hit', 'threat', 'fear'] as const)]: true })
      .step(0, 'block', { reason: '分开询问时发现暴力迹象，停止调解，转安全处置' })
  } else story.open(setting.committee)
  if (outcome === 'settled' || outcome === 'failed' || outcome === 'mediating') mediate(story, chance, outcome, setting)
  if (outcome === 'settled') settle(story, chance, today, setting)
  if (outcome === 'failed')
    story.step(chance.whole(1, 6), 'fail', {
      answers: { routes: ['court', 'arbitration'] },
      reason: '双方分歧没有缩小，一方提出终止，已告知可以申请仲裁或向法院起诉',
    })
  return { applied, steps: story.steps }
}

function mediate(story: Story, chance: Chance, outcome: CasePlan['outcome'], { room }: Setting): void {
  const many = outcome === 'mediating' ? 2 : chance.whole(1, 3)
  const once = many === 1 && outcome === 'settled'
  const first = once ? ['look', 'listen', 'ask', 'settle'] : ['look', 'listen']
  story.session(chance.whole(1, 3), room, first, many > 1 ? 3 : undefined)
  for (let n = 1; n < many; n++)
    story.screen(chance.whole(2, 4)).session(0, room, n === many - 1 ? ['ask', 'settle'] : ['ask'])
}

function settle(story: Story, chance: Chance, today: number, { dispute }: Setting): void {
  const kinds = clauseKinds[dispute] ?? ['property']
  const clauses = kinds.map((type) => ({
    type,
    content: clauseTexts[type] ?? '',
    ...(type === 'payment' && { amount: 100_000 * chance.whole(2, 60) }),
  }))
  story.screen(chance.whole(0, 2)).step(0, 'agree', { answers: { clauses, signed: true } })
  const agreed = story.day
  if (today - agreed < 4) return
  const toCourt = chance.happens(0.3)
  if (toCourt) story.step(1, 'confirm')
  story.step(1, 'perform')
  const performing = story.day
  if (toCourt && today - performing >= 2) story.step(2, 'courtAccepted')
  if (toCourt && today - performing >= 11) story.step(9, 'courtDecided', { answers: { decision: 'confirmed' } })
  if (today - performing <= 32) return
  const kept = performing + chance.whole(24, 30) - story.day
  for (const i of clauses.keys())
    story.step(i === 0 ? kept : 0, 'result', { answers: { clause: i + 1, result: 'done' } })
  story.step(0, 'finish', { reason: '回访：已按协议履行' })
  // On days 7, 30 and 90 after the end, as far as they have come.
  for (const wait of [6, 22, 58]) {
    if (today - story.day <= wait + 1) return
    story.step(wait, 'visit', { answers: { reached: true, calm: true } })
  }
}
