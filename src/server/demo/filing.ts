import type { Day } from '../../core/day.ts'
import { divisionOf, levelSpan, type OrgCode } from '../../core/org-code.ts'
import type { Role } from '../../core/role.ts'
import { findProgramme } from '../../registry.ts'
import { madeId } from './made-id.ts'
import { type Hand, type Step, type Told, tell } from './tell.ts'
import type { Writer } from './writer.ts'

/** How many numbers of a series are used: HJ-152921-2026 → 17. */
export type Series = Map<string, number>

/** A record to be told and written. Those of one series are given in the order of their days, or their numbers jump. */
export interface Filed {
  readonly programme: string
  readonly org: OrgCode
  readonly made: Day
  readonly madeAt?: string
  readonly answers: Readonly<Record<string, unknown>>
  readonly steps?: readonly Step[]
  /** The role that takes a step before the others who may. */
  readonly first?: Role
  /** Posts that act beside those of the keeping organisation. */
  readonly also?: readonly Hand[]
  readonly receivers?: readonly Hand[]
  /** Its id, where another names it before it is told. */
  readonly as?: string
}

export interface Put {
  readonly id: string
  readonly told: Told
}

/** The next number of a record's series, as the house gives it (processes 0.5). */
export function nextNumber(series: Series, prefix: string, org: OrgCode, made: Day): string {
  const key = `${prefix}-${Math.floor(divisionOf(org) / (levelSpan.banner / levelSpan.village))}-${made.slice(0, 4)}`
  const serial = (series.get(key) ?? 0) + 1
  series.set(key, serial)
  return `${key}-${String(serial).padStart(5, '0')}`
}

/** Files records of any programme: finds who may act, gives the number, tells the story and writes it. */
export class Filing {
  private readonly writer: Writer
  private readonly hands: ReadonlyMap<OrgCode, readonly Hand[]>
  private readonly rights: ReadonlyMap<OrgCode, Hand>
  private readonly series: Series
  private filed = 0

  constructor(
    writer: Writer,
    hands: ReadonlyMap<OrgCode, readonly Hand[]>,
    rights: ReadonlyMap<OrgCode, Hand>,
    series: Series,
  ) {
    this.writer = writer
    this.hands = hands
    this.rights = rights
    this.series = series
  }

  /** Gives the record's id and what was told; throws where its definition would refuse a step. */
  async file({
    programme: id,
    org,
    made,
    madeAt,
    answers,
    steps = [],
    also = [],
    receivers = [],
    first,
    as,
  }: Filed): Promise<Put> {
    const programme = findProgramme(id)
    if (!programme) throw new Error(`no programme ${id}`)
    const own = this.hands.get(org) ?? []
    const keeper = this.rights.get(org - (org % levelSpan.banner))
    const wanted = own.filter((hand) => hand.role === first)
    const hands = programme.confidential && keeper ? [...wanted, keeper, ...own, ...also] : [...own, ...also]
    const told = tell({ programme, made, answers, hands, receivers, ...(madeAt && { madeAt }) }, steps)
    const record = as ?? madeId('filed', this.filed++)
    const maker = told.acts[0]?.hand ?? keeper
    const wait = this.writer.record(told, {
      id: record,
      org,
      ...(programme.series && { number: nextNumber(this.series, programme.series, org, made) }),
      handlers: programme.confidential && maker ? [maker.account] : [],
    })
    if (wait) await wait
    return { id: record, told }
  }
}
