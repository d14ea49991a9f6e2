import { PassThrough } from 'node:stream'
import type { Release, ReleasedFigure } from '../../core/api/releases.ts'
import { formatDay } from '../../core/day.ts'
import type { Language } from '../../core/refusal.ts'
import { standsOnDay } from '../../core/stands-on-day.ts'
import { safeText } from '../excel/safe-text.ts'
import { SheetWriter } from '../excel/write-sheets.ts'
import { columnText, heldBack } from './release-words.ts'

const words = {
  zh: {
    sheet: '数字',
    columns: [
      '追溯码',
      '项目',
      '指标',
      '数值',
      '分子',
      '分母',
      '单位',
      '组织',
      '组织编码',
      '起',
      '止',
      '包括',
      '不包括',
      '口径版本',
    ],
    about: ['发布号', '标题', '截至', '状态', '校验值 SHA-256', '校验值 SM3'],
    state: { asked: '待批', returned: '已退回', sealed: '已封存', withdrawn: '已撤回' },
  },
  en: {
    sheet: 'Figures',
    columns: [
      'Trace code',
      'Programme',
      'Measure',
      'Value',
      'Numerator',
      'Denominator',
      'Unit',
      'Organisation',
      'Code',
      'From',
      'To',
      'Includes',
      'Excludes',
      'Definition',
    ],
    about: ['Release', 'Title', 'As of', 'State', 'SHA-256', 'SM3'],
    state: { asked: 'Asked for', returned: 'Returned', sealed: 'Sealed', withdrawn: 'Withdrawn' },
  },
} as const

/** One line of a table that is read by programs: plain numbers, yuan with two decimals, ISO days. */
function lineOf(figure: ReleasedFigure, language: Language): (string | number | null)[] {
  const { definition: d, value } = figure
  return [
    figure.trace,
    d.programme[language],
    d.label[language],
    value !== null && d.unit === 'yuan' ? value / 100 : value,
    figure.numerator,
    figure.denominator,
    d.unitLabel[language],
    figure.org.name,
    String(figure.org.code),
    standsOnDay(figure) ? '' : figure.from,
    figure.to,
    d.includes,
    d.excludes,
    d.version,
  ]
}

const aboutOf = (release: Release, language: Language): [string, string][] => {
  const t = words[language]
  const said = [
    release.number ?? '',
    release.title,
    `${formatDay(release.asOf.slice(0, 10), language)} ${release.asOf}`,
    t.state[release.state],
    release.sha256 ?? '',
    release.sm3 ?? '',
  ]
  return t.about.map((name, i) => [name, said[i] ?? ''])
}

/** Its tables, one under the other: trace code, places and years; numbers plain, what is held back in words. */
function tableLines({ tables }: Release, language: Language): (string | number | null)[][] {
  const plain = (value: number | null, unit: string) =>
    value === null ? heldBack[language] : unit === 'yuan' ? value / 100 : value
  return tables.flatMap(({ trace, definition: d, columns, rows, total, org }) => [
    [],
    [trace, d.programme[language], d.label[language], ...columns.map((column) => columnText(column, language))],
    ...rows.map((row) => [
      trace,
      row.org.name,
      String(row.org.code),
      ...row.values.map((value) => plain(value, d.unit)),
    ]),
    [trace, org.name, String(org.code), ...total.map((value) => plain(value, d.unit))],
  ])
}

/** A release as comma-separated values, UTF-8 with the mark that spreadsheets look for. */
export function releaseCsv(release: Release, language: Language): string {
  const cell = (value: string | number | null) => {
    const text = value === null ? '' : typeof value === 'number' ? String(value) : safeText(value)
    return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
  }
  const lines: (string | number | null)[][] = [
    [...words[language].columns],
    ...release.figures.map((figure) => lineOf(figure, language)),
    ...tableLines(release, language),
    [],
    ...aboutOf(release, language),
  ]
  return `\uFEFF${lines.map((line) => line.map(cell).join(',')).join('\r\n')}\r\n`
}

/** The same as a workbook. */
export function releaseSheet(release: Release, language: Language): PassThrough {
  const stream = new PassThrough()
  write(stream, release, language).catch((error: Error) => stream.destroy(error))
  return stream
}

async function write(stream: PassThrough, release: Release, language: Language): Promise<void> {
  const writer = new SheetWriter(stream)
  const sheet = writer.sheet(
    words[language].sheet,
    words[language].columns.map((header) => ({ header })),
  )
  for (const figure of release.figures) await writer.row(sheet, lineOf(figure, language))
  for (const line of tableLines(release, language)) await writer.row(sheet, line)
  await writer.row(sheet, [])
  for (const about of aboutOf(release, language)) await writer.row(sheet, about)
  await writer.end()
}
