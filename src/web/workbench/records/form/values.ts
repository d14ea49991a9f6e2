import { formatYuan, parseYuan } from '../../../../core/money.ts'
import type { Answers, FieldShape } from '../data/shapes.ts'

/** What the inputs of a form hold: numbers and amounts as typed, half-filled rows included. */
export type Values = Readonly<Record<string, unknown>>
export interface PartyValue {
  person: string
  role: string
}
/** Why an answer cannot be sent yet. */
export type Fault = 'needed' | 'number' | 'range' | 'money' | 'unanswered' | 'future'
export type Faults = Readonly<Record<string, Fault>>

/** The server's moments as the field's clock shows them, and back (Shanghai, no summer time). */
const localTime = (iso: string) => new Date(Date.parse(iso) + 8 * 3_600_000).toISOString().slice(0, 16)

/** Answers of a record as the inputs show them. */
export function valuesOf(fields: readonly FieldShape[], answers: Answers): Record<string, unknown> {
  const held = fields.filter((field) => answers[field.key] !== undefined && answers[field.key] !== null)
  return Object.fromEntries(held.map((field) => [field.key, shownValue(field, answers[field.key])]))
}

function shownValue(field: FieldShape, answer: unknown): unknown {
  if (field.kind === 'integer') return String(answer)
  if (field.kind === 'money') return typeof answer === 'number' ? formatYuan(answer) : ''
  if (field.kind === 'date-time') return typeof answer === 'string' ? localTime(answer) : ''
  if (field.kind === 'list' && Array.isArray(answer)) return answer.map((item) => valuesOf(field.of ?? [], item))
  return answer
}

/** A form as it starts: one empty row for each side of a dispute, nothing else filled in. */
export function startValues(fields: readonly FieldShape[]): Record<string, unknown> {
  const rows = fields.filter((field) => field.kind === 'people' && field.required)
  return Object.fromEntries(
    rows.map((field) => [
      field.key,
      Array.from({ length: field.min ?? 1 }, (_, at) => ({
        person: '',
        role: field.options?.[at % (field.options?.length ?? 1)]?.value ?? '',
      })),
    ]),
  )
}

/** Reads a form: the answers as the server takes them (a blank one is null) and what still stands in the way, by path. */
export function readForm(
  fields: readonly FieldShape[],
  values: Values,
  today: string,
  path = 'answers.',
): { answers: Record<string, unknown>; faults: Record<string, Fault> } {
  const answers: Record<string, unknown> = {}
  const faults: Record<string, Fault> = {}
  for (const field of fields) {
    const at = path + field.key
    const read = readValue(field, values[field.key], today, at)
    answers[field.key] = read.answer
    Object.assign(faults, read.faults)
    if (read.answer === null && field.required && !faults[at])
      faults[at] = field.kind === 'screening' ? 'unanswered' : 'needed'
  }
  return { answers, faults }
}

interface Read {
  answer: unknown
  faults?: Record<string, Fault>
}
const nothing: Read = { answer: null }

function readValue(field: FieldShape, value: unknown, today: string, at: string): Read {
  if (value === undefined || value === null || value === '') return nothing
  const wrong = (fault: Fault): Read => ({ answer: null, faults: { [at]: fault } })
  if (typeof value === 'string') {
    const text = value.trim()
    if (text === '') return nothing
    if (field.kind === 'integer') return readInteger(field, text, wrong)
    if (field.kind === 'money') {
      const fen = parseYuan(text)
      return fen === undefined ? wrong('money') : { answer: fen }
    }
    if (field.kind === 'day' && field.past && text > today) return wrong('future')
    return { answer: field.kind === 'date-time' ? `${text}:00+08:00` : text }
  }
  if (field.kind === 'screening') return readScreening(field, value, wrong)
  if (!Array.isArray(value)) return { answer: value }
  if (field.kind === 'people') return readPeople(field, value, wrong)
  if (field.kind === 'list') return readList(field, value, today, at)
  return value.length === 0 ? nothing : { answer: value }
}

function readInteger(field: FieldShape, text: string, wrong: (fault: Fault) => Read): Read {
  const plain = text.normalize('NFKC')
  if (!/^\d{1,12}$/.test(plain)) return wrong('number')
  const whole = Number(plain)
  return whole < (field.min ?? 0) || whole > (field.max ?? whole) ? wrong('range') : { answer: whole }
}

/** Every question has its own yes or no: nothing is taken for granted. */
function readScreening(field: FieldShape, value: unknown, wrong: (fault: Fault) => Read): Read {
  const said = typeof value === 'object' && value !== null ? value : {}
  const all = (field.options ?? []).every((question) => question.value in said)
  return all ? { answer: said } : wrong('unanswered')
}

function readPeople(field: FieldShape, value: readonly PartyValue[], wrong: (fault: Fault) => Read): Read {
  const named = value.filter((row) => row.person !== '')
  if (named.length === 0) return nothing
  return named.length < (field.min ?? 0) ? wrong('needed') : { answer: named }
}

function readList(field: FieldShape, value: readonly Values[], today: string, at: string): Read {
  const read = value.map((item, index) => readForm(field.of ?? [], item, today, `${at}.${index}.`))
  const answers = read.map((item) =>
    Object.fromEntries(Object.entries(item.answers).filter(([, answer]) => answer !== null)),
  )
  return {
    answer: answers.length === 0 ? null : answers,
    faults: Object.assign({}, ...read.map((item) => item.faults)),
  }
}

/** What an edit sends: the answers that differ from those the form began with; null empties one. */
export function changedAnswers(before: Answers, after: Answers): Record<string, unknown> {
  const differs = ([key, answer]: [string, unknown]) =>
    JSON.stringify(asShown(answer)) !== JSON.stringify(asShown(before[key]))
  return Object.fromEntries(Object.entries(after).filter(differs))
}

/** The input of a moment knows no seconds: the same minute is no change. */
const asShown = (answer: unknown): unknown =>
  typeof answer === 'string' && isMoment.test(answer) ? localTime(answer) : (answer ?? null)
const isMoment = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d+)?)?(Z|[+-]\d{2}:\d{2})$/
