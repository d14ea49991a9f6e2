import { sql } from 'kysely'
import type { ExplainedSide } from '../../core/api/releases.ts'
import { isDay } from '../../core/day.ts'
import { isOrgCode } from '../../core/org-code.ts'
import { Refusal } from '../../core/refusal.ts'
import { rateOf } from '../../core/unit.ts'
import type { Actor, Tx } from '../database/actor.ts'
import { getMeasure, type Known, unitWordsOf } from '../figures/catalogue.ts'
import { type Moment, momentNamed, readMoment } from '../figures/moment.ts'
import { getScope, isGuarded, refuseScope } from '../figures/scope.ts'
import type { Asked } from './chunks.ts'
import { readNumbers } from './take-figures.ts'

/** One of two figures that are held against each other. */
export interface Side {
  readonly known: Known
  readonly asked: Asked
  readonly moment: Moment
  readonly watermark: string
  readonly told: ExplainedSide
}

/**
 * Reads a side: a released number by its trace code as it was sealed, or a question asked now. Refuses what a figure does,
 * 'not-found' for a trace code nobody gave, and 'figure-confidential' to whom the measure is guarded: entry by entry a
 * confidential figure is the handling organisation's only.
 */
export async function readSide(tx: Tx, actor: Actor, text: string, field: string): Promise<Side> {
  const trace = /^(FB-\d{6}-\d{4}-\d{5})-(\d{2,3})$/.exec(text)
  const question = trace ? await released(tx, trace[1] ?? '', Number(trace[2])) : asked(text, field)
  const known = getMeasure(question.measure, actor)
  const { watermark, asOf } = await readMoment(tx, question.asOf)
  refuseScope(actor, known, question.org, question)
  const org = await getScope(tx, question.org)
  if (isGuarded(actor, known, question.org)) throw new Refusal('figure-confidential', { field })
  const figure: Asked = { ...question, position: 1 }
  const moment = momentNamed(watermark)
  const [numbers] = await readNumbers(tx, [figure], moment)
  const rate = known.kind === 'rate' ? rateOf(numbers?.numerator ?? 0, numbers?.denominator ?? 0) : undefined
  const told: ExplainedSide = {
    measure: known.id,
    label: known.measure.label,
    unit: known.measure.unit,
    unitLabel: unitWordsOf(known),
    org: { code: org.code, name: org.name },
    from: question.from,
    to: question.to,
    asOf,
    trace: trace ? text : null,
    version: question.version ?? known.programme.version,
    value: known.kind === 'rate' ? (rate ?? null) : (numbers?.value ?? null),
  }
  return { known, asked: figure, moment, watermark, told }
}

type Question = Omit<Asked, 'position'> & { readonly asOf: string | undefined; readonly version?: number }

async function released(tx: Tx, number: string, position: number): Promise<Question> {
  const row = await tx.first<Question & { asOf: string }>(sql`
    SELECT f.measure, f.org, f.from_date AS from, f.to_date AS to, r.watermark AS "asOf", (f.definition->>'version')::integer AS version
    FROM releases r JOIN release_figures f ON f.area = r.area AND f.release = r.id
    WHERE r.number = ${number} AND f.position = ${position}`)
  if (!row) throw new Refusal('not-found')
  return row
}

function asked(text: string, field: string): Question {
  const [measure = '', code = '', from = '', to = '', asOf] = text.split('~')
  const org = Number(code)
  if (!measure || !isOrgCode(org) || !isDay(from) || !isDay(to))
    throw new Refusal('input-invalid', { field, values: { what: field } })
  return { measure, org, from, to, asOf: asOf || undefined }
}
