import { PassThrough } from 'node:stream'
import type { Figure } from '../../core/api/figures.ts'
import { formatPeriod } from '../../core/period.ts'
import type { Language } from '../../core/refusal.ts'
import { SheetWriter } from '../excel/write-sheets.ts'
import { getMeasure, unitLabelOf } from './catalogue.ts'

const words = {
  zh: {
    org: '单位',
    code: '编码',
    grades: ['A 实名', 'B 清点', 'C 估计', 'D 文件'],
    previous: '去年同期',
    total: '合计',
    hidden: '不公开',
    asOf: '截至',
    period: '期间',
  },
  en: {
    org: 'Organisation',
    code: 'Code',
    grades: ['A identified', 'B counted', 'C estimated', 'D from documents'],
    previous: 'A year earlier',
    total: 'Total',
    hidden: 'Withheld',
    asOf: 'As of',
    period: 'Period',
  },
} as const

/** The table by child as a workbook: yuan with two decimals, a rate in percent, suppressed cells in words, the moment below. */
export function figureSheet(figure: Figure, language: Language): PassThrough {
  const stream = new PassThrough()
  write(stream, figure, language).catch((error: Error) => stream.destroy(error))
  return stream
}

async function write(stream: PassThrough, figure: Figure, language: Language): Promise<void> {
  const known = getMeasure(figure.measure)
  const t = words[language]
  const label = `${known.measure.label[language]}（${unitLabelOf(known, language)}）`
  const shown = (value: number | null) =>
    value === null
      ? null
      : known.kind === 'money'
        ? value / 100
        : known.kind === 'rate'
          ? Math.round(value * 1000) / 10
          : value
  const writer = new SheetWriter(stream)
  const sheet = writer.sheet(known.programme.label[language].slice(0, 30), [
    { header: t.code },
    { header: t.org, width: 30 },
    { header: label, width: 20 },
    ...t.grades.map((header) => ({ header })),
    { header: t.previous },
  ])
  for (const row of figure.byChild ?? []) {
    const grades = row.suppressed
      ? [null, null, null, null]
      : [row.grades.A, row.grades.B, row.grades.C, row.grades.D].map(shown)
    await writer.row(sheet, [
      String(row.org.code),
      row.own ? row.org.short : row.org.name,
      row.suppressed ? t.hidden : shown(row.value),
      ...grades,
      shown(row.previous),
    ])
  }
  const { A, B, C, D } = figure.grades
  await writer.row(sheet, ['', t.total, shown(figure.value), ...[A, B, C, D].map(shown), shown(figure.previous.value)])
  await writer.row(sheet, [])
  await writer.row(sheet, [t.period, formatPeriod({ from: figure.from, to: figure.to }, language)])
  await writer.row(sheet, [t.asOf, figure.asOf, figure.watermark])
  await writer.end()
}
