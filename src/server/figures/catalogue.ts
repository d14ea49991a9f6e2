import type { MeasureKind, MeasureRow } from '../../core/api/figures.ts'
import { isCountedFor, isFor } from '../../core/local/fit.ts'
import { isUnited, type Measure } from '../../core/measure.ts'
import type { OrgCode } from '../../core/org-code.ts'
import type { Programme } from '../../core/programme.ts'
import { type Language, Refusal } from '../../core/refusal.ts'
import { type Label, units } from '../../core/unit.ts'
import { directories, isDirectory } from '../../directories.ts'
import { localProgrammes } from '../../local-programmes.ts'
import { programmes } from '../../registry.ts'
import type { Actor } from '../database/actor.ts'

/** A measure with the programme it belongs to, and the posted measures it is made of: itself, or the parts of a rate. */
export interface Known {
  readonly id: string
  readonly programme: Programme
  readonly measure: Measure
  readonly kind: MeasureKind
  readonly person: boolean
  readonly stock: boolean
  /** Counted from the directory: an entry opens to its organisation, not to a record. */
  readonly directory: boolean
  readonly posted: readonly string[]
  readonly over: string
  readonly under: readonly string[]
}

function know(programme: Programme, key: string, measure: Measure): Known {
  const id = `${programme.id}.${key}`
  const full = (k: string) => `${programme.id}.${k}`
  const rate = measure.flow === 'rate'
  const over = rate ? full(measure.over) : id
  const under = rate ? measure.under.map(full) : []
  return {
    id,
    programme,
    measure,
    over,
    under,
    kind: kindOf(measure),
    person: isUnited(measure),
    stock: measure.flow === 'stock',
    directory: isDirectory(programme),
    posted: [...new Set([over, ...under])],
  }
}

function kindOf(measure: Measure): MeasureKind {
  if (measure.flow !== 'flow') return measure.flow
  return measure.unit === 'yuan' ? 'money' : isUnited(measure) ? 'person' : 'flow'
}

const all: readonly Known[] = [...programmes, ...directories].flatMap((p) =>
  Object.entries(p.measures).map(([key, m]) => know(p, key, m)),
)
const byId = new Map(all.map((m) => [m.id, m]))

const localMeasures = (): Known[] =>
  localProgrammes().flatMap((p) => Object.entries(p.measures).map(([key, m]) => know(p, key, m)))

/** Every measure there is for a post of this organisation, in the order of the registry, the local ones last. */
export const knownMeasures = (org: OrgCode): readonly Known[] => [
  ...all,
  ...localMeasures().filter(({ programme }) => isCountedFor(programme, org)),
]

/** The measure of an id, family-story.sessions, for a post or for the house itself. Refuses 'measure-unknown'. */
export function getMeasure(id: string, reader?: Pick<Actor, 'org'>): Known {
  const known = byId.get(id) ?? localMeasures().find((m) => m.id === id)
  if (!known || (reader && !isCountedFor(known.programme, reader.org)))
    throw new Refusal('measure-unknown', { field: 'measure' })
  return known
}

/** Whether a reader opens its records: not those above a local programme's owner, who see the number only. */
export const opensRecords = ({ programme }: Known, { role, org }: Pick<Actor, 'role' | 'org'>): boolean =>
  programme.access.see.includes(role) && isFor(programme, org)

/** The unit's name in both languages, or the measure's own word for it. */
export const unitWordsOf = ({ measure }: Known): Label =>
  ('unitLabel' in measure ? measure.unitLabel : undefined) ?? units[measure.unit].label

export const unitLabelOf = (known: Known, language: Language): string => unitWordsOf(known)[language]

/** One line of the catalogue, in the reader's language. What a measure includes is said in Chinese only. */
export function measureRowOf(known: Known, language: Language): MeasureRow {
  const { id, programme, measure, kind } = known
  return {
    id,
    programme: programme.id,
    programmeLabel: programme.label[language],
    programmeShort: programme.short[language],
    label: measure.label[language],
    unit: measure.unit,
    unitLabel: unitLabelOf(known, language),
    kind,
    confidential: programme.confidential,
    definition: `${measure.includes}。不含：${measure.excludes}。`,
    includes: measure.includes,
    excludes: measure.excludes,
  }
}
