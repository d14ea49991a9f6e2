import type { Role } from '../../core/role.ts'
import { importItems } from '../../programmes/volunteers/exchange.ts'
import { volunteer } from '../../programmes/volunteers/volunteer.ts'
import { type Column, programmeColumns } from './columns.ts'
import type { RowTaker } from './row-taker.ts'

/** The sheet of volunteers in the data items of MZ/T 061 (src/programmes/volunteers/exchange.ts). */
export const exchangeSheet = 'mzt061-volunteer'
export const exchangeLabel = '志愿者（MZ/T 061 数据项）'
export const exchangeHelp =
  '一行一名志愿者，按《志愿服务信息系统基本规范》的数据项填，代码或文字都可以。证件号码只用来核对是不是同一个人，加密保存。'

/** Our columns under the names of the items; an item's codes are taken beside its words. */
export function exchangeColumns(role: Role): Column[] {
  return programmeColumns(volunteer, role).flatMap((column) => {
    const asked = Object.hasOwn(importItems, column.key) ? importItems[column.key] : undefined
    if (!asked) return []
    const options = column.options && new Map([...column.options, ...Object.entries(asked.codes ?? {})])
    return [{ ...column, label: asked.item, ...(options && { options }) }]
  })
}

/** Takes its rows like a sheet of volunteers: how she is called is her name. */
export const exchangeTaker = (taker: RowTaker): RowTaker => ({
  columns: exchangeColumns,
  take: (desk, rows, dryRun) =>
    taker.take(
      desk,
      rows.map((row) => ({ ...row, values: new Map([...row.values, ['name', row.values.get('person.name')]]) })),
      dryRun,
    ),
})
