import { lineOf } from '../../../core/local/patterns.ts'
import { type FieldSpec, type LocalSpec, localSpec, type MeasureSpec } from '../../../core/local/spec.ts'
import type { Level } from '../../../core/org-code.ts'

/** The composer's steps, and which parts of a spec each of them fills in. */
export const composeSteps = ['basics', 'fields', 'people', 'measures'] as const
export type ComposeStep = (typeof composeSteps)[number]
const parts: Readonly<Record<ComposeStep, readonly string[]>> = {
  basics: ['kind', 'label', 'short', 'noun', 'help', 'title', 'dated'],
  fields: ['fields'],
  people: ['pattern', 'record', 'check', 'approve', 'see', 'days'],
  measures: ['measures'],
}

/** What earlier versions in force said, and every key that was ever given: none is given twice. */
export interface Before {
  readonly fixed: boolean
  readonly fields: ReadonlySet<string>
  readonly measures: ReadonlySet<string>
  readonly keys: readonly string[]
}
export const nothingBefore: Before = { fixed: false, fields: new Set(), measures: new Set(), keys: [] }

/** What each step of the composer gets. */
export interface StepProps {
  draft: LocalSpec
  put: (part: Partial<LocalSpec>) => void
  before: Before
  levels: readonly Level[]
  english: boolean
  onEnglish: (wanted: boolean) => void
}

const words = (zh = '') => ({ zh, en: '' })

export const newSpec = (levels: readonly Level[], names: { title: string; dated: string }): LocalSpec => ({
  kind: 'activity',
  pattern: 'record',
  label: words(),
  short: words(),
  noun: words(),
  help: words(),
  title: words(names.title),
  dated: words(names.dated),
  fields: [],
  record: { roles: ['chair'], levels: levels.slice(-2) as Level[] },
  see: ['statistician'],
  measures: [],
})

/** The next free key of a letter: f4 after f1 and f3. */
export function nextKey(letter: 'f' | 'm' | 'o', taken: readonly string[]): string {
  const numbers = taken.filter((key) => key.startsWith(letter)).map((key) => Number(key.slice(1)))
  return `${letter}${Math.max(0, ...numbers) + 1}`
}

export const newField = (key: string): FieldSpec => ({
  key,
  kind: 'text',
  label: words(),
  help: '',
  class: 'P1',
  required: false,
  unit: '',
  options: [],
})

export function newMeasure(key: string, spec: LocalSpec): MeasureSpec {
  const states = statesOf(spec)
  return { key, label: words(), counts: 'records', state: states.at(-1)?.value ?? '', includes: '', excludes: '' }
}

/** The states a measure may begin at: of an activity, not the plan. */
export const statesOf = ({ kind, pattern }: LocalSpec) =>
  Object.entries(lineOf(kind, pattern))
    .filter(([state]) => state !== 'planned')
    .map(([value, label]) => ({ value, label }))

/** The same spec after its kind or pattern changed: steps that are not there any more go, measures begin at a state there is. */
export function fitted(spec: LocalSpec): LocalSpec {
  const pattern = spec.kind === 'activity' && spec.pattern === 'approval' ? 'check' : spec.pattern
  const { check, approve, days, ...rest } = spec
  const someone = { roles: spec.record.roles, levels: spec.record.levels }
  const next: LocalSpec = {
    ...rest,
    pattern,
    ...(pattern !== 'record' && { check: check ?? someone, ...(days && { days }) }),
    ...(pattern === 'approval' && { approve: approve ?? check ?? someone }),
  }
  const states = statesOf(next).map(({ value }) => value)
  return {
    ...next,
    measures: next.measures.map((m) => (states.includes(m.state) ? m : { ...m, state: states.at(-1) ?? '' })),
  }
}

/** The whole spec once it is complete, or the first step that is not. */
export function readSpec(
  draft: LocalSpec,
): { spec: LocalSpec; open: undefined } | { spec: undefined; open: ComposeStep } {
  const read = localSpec.safeParse(draft)
  if (read.success) return { spec: read.data, open: undefined }
  const first = composeSteps.find((step) =>
    read.error.issues.some((issue) => parts[step].includes(String(issue.path[0]))),
  )
  return { spec: undefined, open: first ?? 'basics' }
}

/** One option a line; a line that stands as it was keeps its key. */
export function readOptions(text: string, held: FieldSpec['options'], used: readonly string[]): FieldSpec['options'] {
  const taken = [...used]
  return text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .map((line) => {
      const same = held.find((option) => option.label.zh === line)
      if (same) return same
      const key = nextKey('o', [...taken, ...held.map((option) => option.key)])
      taken.push(key)
      return { key, label: words(line) }
    })
}
