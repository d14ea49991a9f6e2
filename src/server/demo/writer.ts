import { randomBytes } from 'node:crypto'
import type pg from 'pg'
import { clocksOf } from '../../core/clock.ts'
import type { Day } from '../../core/day.ts'
import { isSealedClass } from '../../core/field.ts'
import { areaOf, type OrgCode } from '../../core/org-code.ts'
import { countsOf } from '../../core/procedure.ts'
import type { Programme } from '../../core/programme.ts'
import { titleOf } from '../../core/record-title.ts'
import { Tx } from '../database/actor.ts'
import { clockRows } from '../deadlines/turn-clocks.ts'
import { type Booked, bookMany } from '../funds/book-postings.ts'
import { type Claiming, claimMany } from '../records/claims.ts'
import { tableNames } from '../records/record-row.ts'
import { sealAnswers } from '../records/sealing.ts'
import { indexOfId, madeId } from './made-id.ts'
import { Stage, type Value } from './stage.ts'
import {
  actionsTarget,
  attachmentsTarget,
  attendancesTarget,
  clocksTarget,
  entriesTarget,
  peopleTarget,
  recordsTarget,
} from './targets.ts'
import type { Act, Told } from './tell.ts'

const rowsPerTurn = 40_000
const saltBytes = 16

export interface Placing {
  readonly id: string
  readonly org: OrgCode
  readonly number?: string
  readonly handlers?: readonly string[]
  readonly brand?: string | undefined
}

export interface WriterHouse {
  readonly dataKey: string
  readonly measures: ReadonlyMap<string, number>
  readonly today: Day
}

/** Writes told records with everything that hangs on them, a few tens of thousands of rows at a time. */
export class Writer {
  private readonly client: pg.ClientBase
  private readonly house: WriterHouse
  private readonly stages = new Map<string, Stage>()
  private writing: Promise<void> = Promise.resolve()
  private claims = new Map<Programme, Claiming[]>()
  private booked: Booked[] = []
  private actions = 0
  private attendances = 0
  private waiting = 0
  /** Person numbers of the registry, by index of the made person. */
  numbers: Int32Array = new Int32Array(0)

  constructor(client: pg.ClientBase, house: WriterHouse) {
    this.client = client
    this.house = house
  }

  person(values: readonly Value[]): Promise<void> | undefined {
    this.stage('people').add(values)
    return this.turn(1)
  }

  attachment(values: readonly Value[]): void {
    this.stage('attachments').add(values)
  }

  /** One record. Await what it gives, if anything: it is the sign that the database must catch up. */
  record(told: Told, placing: Placing): Promise<void> | undefined {
    const { programme, facts } = told
    const area = areaOf(placing.org)
    const salt = nextSalt()
    const under = { key: this.house.dataKey, salt, record: placing.id } as const
    const sealing = hasSealed(programme)
    const stored = sealing ? sealAnswers({ ...under, place: 'record' }, programme.fields, facts.answers) : facts.answers
    const text = (key: string | undefined) =>
      key === undefined ? null : ((facts.answers[key] as string | undefined) ?? null)
    const ids = told.acts.map(() => madeId('action', this.actions++))
    this.stage(tableNames[programme.kind]).add([
      area,
      programme.kind,
      placing.id,
      programme.id,
      programme.version,
      placing.org,
      placing.org,
      placing.number ?? null,
      titleOf(programme, facts.answers),
      facts.state,
      facts.on,
      programme.confidential,
      `{${(placing.handlers ?? []).join(',')}}`,
      text(programme.parentField),
      text(programme.personField),
      receiverOf(told),
      placing.brand ?? null,
      JSON.stringify(stored),
      `\\x${salt.toString('hex')}`,
      JSON.stringify(facts.heads),
      told.revision,
      told.acts[0]?.hand?.post ?? null,
      told.acts[0]?.at ?? null,
      told.acts.at(-1)?.at ?? null,
    ])
    told.acts.forEach((act, i) => {
      const id = ids[i] ?? ''
      const asks = programme.actions[act.action]?.asks
      const asked = sealing && asks ? sealAnswers({ ...under, place: `action:${id}` }, asks, act.asked) : act.asked
      this.stage('actions').add([
        area,
        id,
        placing.id,
        programme.kind,
        programme.id,
        act.action,
        act.from ?? null,
        act.to,
        act.revision,
        JSON.stringify(asked),
        JSON.stringify(sealing ? sealedChanges(act, stored) : act.changes),
        act.reason ?? null,
        act.hand?.account ?? null,
        act.hand?.post ?? null,
        act.hand?.org ?? placing.org,
        act.on,
        act.at,
      ])
    })
    for (const { person, minutes } of facts.attendance) {
      this.stage('attendances').add([
        area,
        madeId('attendance', this.attendances++),
        placing.id,
        programme.id,
        placing.org,
        person,
        'list',
        minutes,
        facts.on,
        null,
      ])
    }
    this.clocks(told, placing, area)
    this.entries(told, placing, area, ids)
    this.dues(told, placing, area, ids)
    return this.turn(1 + ids.length + facts.attendance.length)
  }

  /** Everything given so far is in the database. */
  async settle(): Promise<void> {
    this.flush()
    await this.writing
  }

  private clocks(told: Told, placing: Placing, area: number): void {
    const { programme, facts } = told
    if (programme.kind !== 'case' && noneRuns(programme, facts.state)) return
    const subject = {
      area,
      id: placing.id,
      org: placing.org,
      sealed: programme.confidential,
      handlers: [...(placing.handlers ?? [])],
      receiver: receiverOf(told),
    }
    for (const row of clockRows(programme, subject, clocksOf(programme.clocks, facts.history, facts.answers))) {
      // Clocks that ended long ago are history's; only cases keep them beside their steps.
      if (row.ended_on !== null && programme.kind !== 'case') continue
      this.stage('clocks').add([
        row.area,
        row.record,
        row.clock,
        row.round,
        row.kind,
        row.programme,
        row.org,
        row.for_org,
        row.legal,
        row.sealed,
        `{${row.handlers.join(',')}}`,
        `{${row.roles.join(',')}}`,
        row.started_on,
        row.due_on,
        row.due_at,
        row.paused_on,
        row.ended_on,
        row.next_at,
      ])
    }
  }

  private entries({ programme, facts, acts }: Told, placing: Placing, area: number, ids: readonly string[]): void {
    for (const count of countsOf(programme, facts)) {
      const at = acts.findLastIndex((act) => act.from !== act.to && act.on === count.on)
      const by = at < 0 ? acts.length - 1 : at
      const measure = this.house.measures.get(count.measure)
      if (measure === undefined) throw new Error(`no measure ${count.measure}`)
      const person = count.person === undefined ? null : (this.numbers[indexOfId(count.person)] ?? null)
      this.stage('entries').add([
        area,
        measure,
        placing.org,
        count.on,
        count.value,
        count.grade,
        person,
        placing.id,
        ids[by] ?? '',
        acts[by]?.hand?.post ?? null,
      ])
    }
  }

  /** What it claims and the money it stands for; written after the set's records, through the functions every record uses. */
  private dues({ programme, facts }: Told, placing: Placing, area: number, ids: readonly string[]): void {
    const claims = programme.claims?.(facts) ?? []
    if (claims.length > 0) {
      const held = this.claims.get(programme) ?? []
      held.push({ area, id: placing.id, claims })
      this.claims.set(programme, held)
    }
    const postings = programme.postings?.(facts) ?? []
    if (postings.length > 0)
      this.booked.push({
        record: placing.id,
        action: ids.at(-1) ?? '',
        org: placing.org,
        programme: programme.id,
        postings,
      })
  }

  private stage(table: string): Stage {
    const held = this.stages.get(table)
    if (held) return held
    const made = new Stage(targets[table] ?? recordsTarget(table))
    this.stages.set(table, made)
    return made
  }

  private turn(rows: number): Promise<void> | undefined {
    this.waiting += rows
    if (this.waiting < rowsPerTurn) return undefined
    const before = this.writing
    this.flush()
    // The set before this one must be in: so at most two are in memory.
    return before
  }

  private flush(): void {
    this.waiting = 0
    const writes = [...this.stages.values()].map((stage) => stage.take())
    const claims = [...this.claims]
    const booked = this.booked
    this.claims = new Map()
    this.booked = []
    this.writing = this.writing.then(async () => {
      for (const write of writes) await write(this.client)
      const tx = new Tx(this.client)
      for (const [programme, claiming] of claims) await claimMany(tx, programme, claiming)
      if (booked.length > 0) await bookMany(tx, undefined, booked)
    })
    // A failure is thrown to whoever awaits next; until then it must not end the process.
    this.writing.catch(() => undefined)
  }
}

const targets: Readonly<Record<string, ReturnType<typeof recordsTarget>>> = {
  people: peopleTarget,
  actions: actionsTarget,
  attendances: attendancesTarget,
  clocks: clocksTarget,
  entries: entriesTarget,
  attachments: attachmentsTarget,
}

/** The organisation it was sent to, by its own field. */
function receiverOf({ programme, facts }: Told): number | null {
  const sentTo = programme.receiverField && facts.answers[programme.receiverField]
  return typeof sentTo === 'number' ? sentTo : null
}

const sealedOnes = new Map<Programme, boolean>()
function hasSealed(programme: Programme): boolean {
  const held = sealedOnes.get(programme)
  if (held !== undefined) return held
  const forms = [programme.fields, ...Object.values(programme.actions).map((a) => a.asks ?? {})]
  const sealed = forms.some((form) => Object.values(form).some((f) => isSealedClass(f.class)))
  sealedOnes.set(programme, sealed)
  return sealed
}

/** What an action filled in, as the record holds it: sealed answers sealed. */
const sealedChanges = (act: Act, stored: Readonly<Record<string, unknown>>) =>
  Object.fromEntries(Object.entries(act.changes).map(([key, [before]]) => [key, [before, stored[key] ?? null]]))

/** Whether every clock has ended for a record that has come to this state: most have, and due days cost much to work out. */
const noneRuns = (programme: Programme, state: string) =>
  Object.values(programme.clocks).every((clock) => !clock.after && clock.until.includes(state))

/** Salts from a store of random bytes: a million small requests for them take seconds. */
let store = Buffer.alloc(0)
function nextSalt(): Buffer {
  if (store.length < saltBytes) store = randomBytes(saltBytes * 1024)
  const salt = store.subarray(0, saltBytes)
  store = store.subarray(saltBytes)
  return salt
}
