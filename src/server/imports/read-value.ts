import { type Day, isDay } from '../../core/day.ts'
import type { Cell } from '../excel/read-workbook.ts'
import { unsafeText } from '../excel/safe-text.ts'
import type { Column } from './columns.ts'

/** A value, or what is wrong with the cell, in words for whoever filled it in. */
export type Reading = { readonly value: unknown } | { readonly problem: string }

const wrong = (problem: string): Reading => ({ problem })

/** A cell's text as the person sees it; numbers without a thousands mark. */
export function textOf(cell: Cell | undefined): string {
  if (!cell) return ''
  if (cell.kind === 'text') return unsafeText(cell.text).trim()
  if (cell.kind === 'number') return String(cell.number)
  if (cell.kind === 'yes-no') return cell.yes ? '是' : '否'
  return cell.kind === 'formula' ? '（公式）' : '（错误）'
}

/** Reads one cell by its column; undefined for an empty one. Formulas are refused: see Cell. */
export function readValue(column: Column, cell: Cell | undefined, from1904: boolean): Reading | undefined {
  if (!cell) return undefined
  if (cell.kind === 'formula') return wrong('这一格是公式，请改成数值（复制，再“选择性粘贴—数值”）')
  if (cell.kind === 'error') return wrong('这一格是错误值（如 #N/A），请改正')
  const text = textOf(cell)
  if (text === '') return undefined
  switch (column.kind) {
    case 'number':
    case 'minutes':
      return readInteger(text)
    case 'money':
      return readMoney(text)
    case 'day':
      return readDay(cell, text, from1904)
    case 'date-time':
      return readDateTime(cell, text, from1904)
    case 'yes-no':
      return readYesNo(text)
    case 'choice':
      return readChoice(column, text)
    case 'choices':
      return readChoices(column, text)
    case 'document':
      // Excel keeps 15 digits of a number: an identity number typed as one has lost its end.
      return cell.kind === 'number' && cell.number >= 1e15
        ? wrong('号码被 Excel 当成了数字、末几位已丢失，请把这一列设为“文本”后重填')
        : { value: text }
    default:
      return { value: text }
  }
}

function readInteger(text: string): Reading {
  const plain = text
    .normalize('NFKC')
    .replace(/[,\s]/g, '')
    .replace(/[人次户场名位个岁分钟]+$/, '')
  const number = Number(plain)
  return plain !== '' && Number.isSafeInteger(number) ? { value: number } : wrong('应是整数')
}

/** Yuan as typed, at most two decimals, as integer fen; by digits, since 0.1 + 0.2 is not 0.3. */
function readMoney(text: string): Reading {
  const match = /^(\d{1,13})(?:\.(\d{1,2})0*)?$/.exec(text.normalize('NFKC').replace(/[,\s¥￥元]/g, ''))
  return match
    ? { value: Number(match[1]) * 100 + Number((match[2] ?? '').padEnd(2, '0')) }
    : wrong('应是金额（元），最多两位小数')
}

/** Days since 1899-12-30 (or 1904-01-01) as Excel keeps dates. */
function dayOfSerial(serial: number, from1904: boolean): Day | undefined {
  const days = Math.floor(serial) + (from1904 ? 1462 : 0)
  if (days < 61 || days > 73_050) return undefined
  return new Date((days - 25_569) * 86_400_000).toISOString().slice(0, 10)
}

function readDay(cell: Cell, text: string, from1904: boolean): Reading {
  // 20261122 typed as a number is a day too, not the 20,261,122nd.
  const compact = /^(\d{4})(\d\d)(\d\d)$/.exec(text)
  const parts =
    compact ??
    /^(\d{4})\s*[-/.年]\s*(\d{1,2})\s*[-/.月]\s*(\d{1,2})\s*日?(?:[ T]00:00(?::00)?)?$/.exec(text.normalize('NFKC'))
  const day =
    cell.kind === 'number' && !compact
      ? dayOfSerial(cell.number, from1904)
      : parts && `${parts[1]}-${parts[2]?.padStart(2, '0')}-${parts[3]?.padStart(2, '0')}`
  return day && isDay(day) ? { value: day } : wrong('应是日期，如 2026-11-22')
}

function readDateTime(cell: Cell, text: string, from1904: boolean): Reading {
  if (cell.kind === 'number') {
    const day = dayOfSerial(cell.number, from1904)
    const minutes = Math.round((cell.number % 1) * 1440)
    const time = `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`
    return day ? { value: `${day}T${time}:00+08:00` } : wrong('应是日期和时间，如 2026-11-22 19:30')
  }
  const parts = /^(.+?)[ T]+(\d{1,2}):(\d{2})(?::\d{2})?$/.exec(text.normalize('NFKC'))
  const day = parts?.[1] ? readDay({ kind: 'text', text: parts[1] }, parts[1], from1904) : undefined
  if (!parts || !day || 'problem' in day || Number(parts[2]) > 23 || Number(parts[3]) > 59)
    return wrong('应是日期和时间，如 2026-11-22 19:30')
  return { value: `${day.value}T${parts[2]?.padStart(2, '0')}:${parts[3]}:00+08:00` }
}

function readYesNo(text: string): Reading {
  if (/^(是|有|对|√|Y|YES|TRUE|1)$/i.test(text)) return { value: true }
  if (/^(否|无|不|没有|×|N|NO|FALSE|0)$/i.test(text)) return { value: false }
  return wrong('应填“是”或“否”')
}

const choicesText = (column: Column) => [...(column.options?.keys() ?? [])].join('、')

function readChoice(column: Column, text: string): Reading {
  const value = column.options?.get(text)
  return value === undefined ? wrong(`应是其中之一：${choicesText(column)}`) : { value }
}

function readChoices(column: Column, text: string): Reading {
  // An option's own words may hold a comma or a 、, so the whole is tried first.
  if (column.options?.has(text)) return { value: [column.options.get(text)] }
  const values = text
    .split(/[、,，;；\n]+/)
    .map((part) => part.trim())
    .filter(Boolean)
    .map((part) => column.options?.get(part))
  return values.includes(undefined) ? wrong(`只能填：${choicesText(column)}`) : { value: [...new Set(values)] }
}
