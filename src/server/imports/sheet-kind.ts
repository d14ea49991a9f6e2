import { mayMake } from '../../core/local/fit.ts'
import type { OrgCode } from '../../core/org-code.ts'
import type { Programme } from '../../core/programme.ts'
import { Refusal } from '../../core/refusal.ts'
import type { Role } from '../../core/role.ts'
import type { Actor } from '../database/actor.ts'
import { programmeFor } from '../records/desk.ts'
import { attendanceTaker } from './attendance-rows.ts'
import { attendanceColumns, type Column, peopleColumns, programmeColumns } from './columns.ts'
import { exchangeColumns, exchangeHelp, exchangeLabel, exchangeSheet, exchangeTaker } from './exchange-sheet.ts'
import { peopleTaker } from './people-rows.ts'
import { recordTaker } from './record-rows.ts'
import type { RowTaker } from './row-taker.ts'
import type { SheetMark } from './template.ts'

/** A kind of sheet a post may fill in: records of a programme, people, or who came to an activity. */
export interface SheetKind {
  readonly mark: SheetMark
  readonly label: string
  readonly help: string
  readonly columns: readonly Column[]
}

/** Roles whose work keeps people: the same as serves_people() of db/migrations/0004. */
const keepNoPeople: readonly Role[] = ['statistician', 'auditor', 'security', 'administrator']
export const mayKeepPeople = (actor: Actor): boolean => !keepNoPeople.includes(actor.role)

/** Refuses 'programme-unknown' for what the role may not see, 'not-allowed' for what it may not make. */
export function sheetKind(actor: Actor, what: string): SheetKind {
  if (what === 'people' || what === 'attendance') {
    if (!mayKeepPeople(actor)) throw new Refusal('not-allowed')
    return what === 'people'
      ? {
          mark: { what, version: 1 },
          label: '人员',
          help: '一行登记一个人。已登记过的不会重复登记。',
          columns: peopleColumns,
        }
      : {
          mark: { what, version: 1 },
          label: '参加名单',
          help: '一行一个到场的人，记到所选的那一场活动上。',
          columns: attendanceColumns,
        }
  }
  const exchange = what === exchangeSheet
  const programme = programmeFor(actor, exchange ? 'volunteer' : what)
  if (!mayMake(programme, actor)) throw new Refusal('not-allowed')
  if (exchange)
    return {
      mark: { what, version: programme.version },
      label: exchangeLabel,
      help: exchangeHelp,
      columns: exchangeColumns(actor.role),
    }
  return {
    mark: { what, version: programme.version },
    label: programme.label.zh,
    help: programme.help.zh,
    columns: programmeColumns(programme, actor.role),
  }
}

export interface Target {
  readonly what: string
  readonly org: OrgCode
  readonly importId: string
  readonly fileName: string
  /** Of an attendance list: the activity. */
  readonly record: { readonly id: string; readonly programme: Programme } | undefined
}

/** What takes the rows of such a sheet in. */
export function takerFor(actor: Actor, { what, org, importId, fileName, record }: Target): RowTaker {
  if (what === 'people') return peopleTaker(org, importId)
  if (what === exchangeSheet)
    return exchangeTaker(recordTaker(programmeFor(actor, 'volunteer'), org, importId, fileName))
  if (what !== 'attendance') return recordTaker(programmeFor(actor, what), org, importId, fileName)
  if (!record) throw new Refusal('not-found')
  return attendanceTaker(record.programme, record.id, importId)
}
