import { sql } from 'kysely'
import type { ResponseOf } from '../../core/api/contract.ts'
import type { DifferenceCause, explainFigures } from '../../core/api/releases.ts'
import { todayInShanghai } from '../../core/day.ts'
import { maskName } from '../../core/mask.ts'
import type { Programme } from '../../core/programme.ts'
import { titleIn } from '../../core/record-title.ts'
import type { Actor, Tx } from '../database/actor.ts'
import { askPersons, askSums, dayOne, momentArguments } from '../figures/ask.ts'
import { getMeasure, opensRecords } from '../figures/catalogue.ts'
import { closedTitle } from '../figures/entry-row.ts'
import { addAll } from '../figures/part.ts'
import { readSide, type Side } from './explain-sides.ts'

type Explained = ResponseOf<typeof explainFigures>
type Part = Explained['parts'][number]

/** What is listed of a difference; its causes count all of it. */
const listed = 100

/**
 * Holds two figures against each other: what they have in common, and where they are of one measure every entry that is in
 * one only, by cause. The causes add up to the difference, for persons as well, who are counted once each. Call it in a
 * transaction of one snapshot.
 */
export async function explain(tx: Tx, actor: Actor, a: string, b: string): Promise<Explained> {
  const first = await readSide(tx, actor, a, 'a')
  const second = await readSide(tx, actor, b, 'b')
  const parts: Part[] = []
  if (first.known.id === second.known.id)
    for (const measure of first.known.posted) parts.push(await explainPart(tx, actor, measure, first, second))
  return {
    a: first.told,
    b: second.told,
    same: {
      measure: first.known.id === second.known.id,
      unit: first.told.unit === second.told.unit,
      org: first.told.org.code === second.told.org.code,
      period: (first.known.stock || first.told.from === second.told.from) && first.told.to === second.told.to,
      asOf: first.watermark === second.watermark,
      version: first.told.version === second.told.version,
    },
    parts,
  }
}

interface Row {
  readonly cause: DifferenceCause
  readonly on_date: string
  readonly worth: number
  readonly person: number | null
  readonly org: number
  readonly org_name: string
  readonly record: string | null
  readonly title: string | null
  readonly posted_at: Date
}

async function explainPart(tx: Tx, actor: Actor, measure: string, a: Side, b: Side): Promise<Part> {
  const known = getMeasure(measure)
  const earlier = [a.told.asOf, b.told.asOf].sort()[0] ?? a.told.asOf
  const rows = await tx.rows<Row>(sql`
    SELECT d.cause, d.on_date, d.worth, d.person, d.org, o.name AS org_name, r.id AS record, r.title, d.posted_at
    FROM figure_difference((SELECT no FROM measures WHERE id = ${measure}), ${bounds(a)}, ${bounds(b)}, ${todayInShanghai(new Date(earlier))}::date) d
    JOIN organisations o ON o.code = d.org LEFT JOIN records r ON r.id = d.record
    ORDER BY d.posted_at DESC, d.id DESC`)
  const sees = opensRecords(known, actor)
  const persons = known.person && [await personsOf(tx, measure, a), await personsOf(tx, measure, b)]
  const counted = persons ? onePerPerson(persons, rows) : rows
  const [from = 0, to = 0] = persons ? persons.map((set) => set.size) : await sums(tx, measure, a, b)
  const open = sees ? counted.filter((row) => row.record !== null) : []
  return {
    measure,
    label: known.measure.label,
    a: from,
    b: to,
    causes: causesOf(counted),
    items: open.slice(0, listed).map((row) => ({
      cause: row.cause,
      on: row.on_date,
      worth: row.worth,
      org: { code: row.org, name: row.org_name },
      title: titleFor(row, known.programme, actor),
      recordLink: row.record === null ? null : `/records/${known.programme.id}/${row.record}`,
      postedAt: row.posted_at.toISOString(),
    })),
    hidden: counted.length - open.length,
  }
}

const titleFor = ({ title }: Row, programme: Programme, { language }: Actor) =>
  title === null
    ? closedTitle[language]
    : programme.kind === 'member'
      ? maskName(title)
      : titleIn(programme, title, language)

const fromOf = ({ known, asked }: Side) => (known.stock ? dayOne : asked.from)
const bounds = (side: Side) =>
  sql`${side.asked.org}::bigint, ${fromOf(side)}::date, ${side.asked.to}::date, ${momentArguments(side.moment)}`

function causesOf(rows: readonly Pick<Row, 'cause' | 'worth'>[]): Part['causes'] {
  const causes = new Map<DifferenceCause, { entries: number; worth: number }>()
  for (const { cause, worth } of rows) {
    const sum = causes.get(cause) ?? { entries: 0, worth: 0 }
    causes.set(cause, { entries: sum.entries + 1, worth: sum.worth + worth })
  }
  return [...causes].map(([cause, sum]) => ({ cause, ...sum }))
}

const question = (side: Side) => ({ org: side.asked.org, from: fromOf(side), to: side.asked.to, by: 'total' as const })

async function sums(tx: Tx, measure: string, a: Side, b: Side): Promise<[number, number]> {
  const of = async (side: Side) => {
    const [answer] = await askSums(tx, [{ ...question(side), measures: [measure] }], side.moment)
    return addAll(answer?.get(measure)).value
  }
  return [await of(a), await of(b)]
}

async function personsOf(tx: Tx, measure: string, side: Side): Promise<Set<number>> {
  const [answer] = await askPersons(tx, [{ ...question(side), measure }], side.moment)
  const numbers = new Set(answer?.get(0)?.toUint32Array() ?? [])
  for (const set of answer?.values() ?? []) set.dispose()
  return numbers
}

/** A person is in one figure only or in both: of her entries that differ the newest says why. */
function onePerPerson([first, second]: readonly Set<number>[], rows: readonly Row[]): Row[] {
  const told = new Set<number>()
  return rows.flatMap((row) => {
    if (row.person === null || told.has(row.person)) return []
    told.add(row.person)
    const worth = Number(second?.has(row.person)) - Number(first?.has(row.person))
    return worth === 0 ? [] : [{ ...row, worth }]
  })
}
