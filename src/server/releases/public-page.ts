import type { Release, ReleasedFigure, ReleasedTable, ReleaseRow } from '../../core/api/releases.ts'
import { formatDay, todayInShanghai } from '../../core/day.ts'
import type { Language } from '../../core/refusal.ts'
import { escapeHtml, plainPage } from '../http/plain-page.ts'
import { cellText, columnText, valueText, whenText } from './release-words.ts'

const words = {
  zh: {
    title: '公开数字',
    intro: '各级妇联发布的数字。每个数都封存了当时的记录，带追溯码，随时能重新算出来，一字不差。',
    none: '还没有发布过数字。',
    count: (n: number) => `${n} 个数`,
    asOf: (day: string) => `截至 ${day}`,
    sealed: (day: string) => `${day} 发布`,
    withdrawn: (reason: string) => `已撤回：${reason}。保留原样，请不要再引用。`,
    superseded: '已有新的发布，请引用：',
    columns: ['指标', '数', '期间', '组织', '追溯码'],
    meaning: '怎么算的',
    includes: '包括',
    excludes: '不包括',
    download: '下载',
    back: '全部发布',
    check: '校验值',
    missing: '没有这次发布',
    missingNote: '请核对发布号，或看全部发布。',
    older: '更早的',
    place: '组织',
    total: '合计',
    held: '“不列”：涉及隐私，数小的和与它相邻的几个不列，免得推出小数；合计含在内。',
  },
  en: {
    title: 'Public figures',
    intro:
      'Figures the federation has published. Each is sealed with the records behind it, bears a trace code, and can be computed again to the digit.',
    none: 'Nothing has been published yet.',
    count: (n: number) => `${n} figures`,
    asOf: (day: string) => `as of ${day}`,
    sealed: (day: string) => `published ${day}`,
    withdrawn: (reason: string) => `Withdrawn: ${reason}. Kept as it was; please do not quote it.`,
    superseded: 'There is a newer release; please quote:',
    columns: ['Measure', 'Figure', 'Period', 'Organisation', 'Trace code'],
    meaning: 'How it is counted',
    includes: 'Includes',
    excludes: 'Excludes',
    download: 'Download',
    back: 'All releases',
    check: 'Checksums',
    missing: 'There is no such release',
    missingNote: 'Please check the number, or look at all releases.',
    older: 'Older',
    place: 'Organisation',
    total: 'Total',
    held: '“Held back”: confidential. Small numbers are not told, nor enough beside them that they could be worked out; the total includes them.',
  },
} as const

const style = `main{max-width:60rem}table{width:100%;border-collapse:collapse;margin-top:12px}caption{text-align:left;color:#655d54}
th,td{padding:10px 8px;border-bottom:1px solid #e6e1d8;text-align:left;vertical-align:top}th{font-weight:500;color:#655d54;font-size:.9375rem}
td.n{text-align:right;font-variant-numeric:tabular-nums;font-size:1.25rem;white-space:nowrap}td.n small{font-size:.9375rem;color:#655d54;margin-left:4px}
.wide{overflow-x:auto}a{color:#225f8e}code{font-size:.875rem;word-break:break-all}ul{list-style:none;margin:18px 0 0;padding:0}
li{padding:14px 16px;margin-top:8px;border:1px solid #e6e1d8;border-radius:10px;background:#fff}li a{font-weight:500}
details{margin-top:4px;color:#655d54;font-size:.9375rem}summary{min-height:24px}.get{display:flex;gap:16px;margin-top:18px}.get a{display:inline-block;padding:12px 0}
@media (max-width:700px){thead{position:absolute;left:-9999px}tr{display:block;padding:12px 0;border-bottom:1px solid #e6e1d8}td{display:block;padding:2px 0;border:0}td.n{text-align:left}}`

const dayText = (moment: string, language: Language) => formatDay(todayInShanghai(new Date(moment)), language)
const linkTo = (number: string) => `/figures/${encodeURIComponent(number)}`

/** Every release, the last first; `older` leads to the next page. */
export function releasesPage(
  rows: readonly ReleaseRow[],
  older: string | null,
  language: Language,
  large: boolean,
): string {
  const t = words[language]
  const item = (row: ReleaseRow) => `<li><a href="${linkTo(row.number ?? '')}">${escapeHtml(row.title)}</a>
<div class="when">${escapeHtml(row.org.name)} · ${t.count(row.figures)} · ${t.asOf(dayText(row.asOf, language))} · <code>${escapeHtml(row.number ?? '')}</code>${row.state === 'withdrawn' ? ' · <b>✕</b>' : ''}</div></li>`
  const list = rows.length === 0 ? `<p class="card">${t.none}</p>` : `<ul>${rows.map(item).join('')}</ul>`
  const next = older ? `<p><a href="/figures?before=${encodeURIComponent(older)}">${t.older}</a></p>` : ''
  return plainPage(language, large, t.title, `<h1>${t.title}</h1><p class="when">${t.intro}</p>${list}${next}`, {
    style,
    index: true,
  })
}

/** One release: every number with unit, period, organisation, definition and trace code. */
export function releasePage(release: Release, language: Language, large: boolean): string {
  const t = words[language]
  const number = release.number ?? ''
  const notes = [
    release.state === 'withdrawn' ? `<p class="wrong">${escapeHtml(t.withdrawn(release.reason ?? ''))}</p>` : '',
    release.superseded
      ? `<p class="wrong">${t.superseded} <a href="${linkTo(release.superseded.number)}">${escapeHtml(release.superseded.number)}</a></p>`
      : '',
    release.note ? `<p>${escapeHtml(release.note)}</p>` : '',
  ]
  const heads = t.columns.map((c) => `<th scope="col">${c}</th>`).join('')
  return plainPage(
    language,
    large,
    release.title,
    `<p><a href="/figures">${t.back}</a></p><h1>${escapeHtml(release.title)}</h1>
<p class="when">${escapeHtml(release.org.name)} · ${t.asOf(dayText(release.asOf, language))} · ${t.sealed(dayText(release.decidedAt ?? release.madeAt, language))} · <code>${escapeHtml(number)}</code></p>
${notes.join('')}<div class="wide"><table><thead><tr>${heads}</tr></thead><tbody>${release.figures.map((f) => figureRow(f, language)).join('')}</tbody></table></div>
${release.tables.map((table) => tableOf(table, language)).join('')}
<p class="get">${t.download} <a href="${linkTo(number)}.csv" download>CSV</a> <a href="${linkTo(number)}.xlsx" download>Excel</a></p>
<details><summary>${t.check}</summary>SHA-256 <code>${release.sha256 ?? ''}</code><br>SM3 <code>${release.sm3 ?? ''}</code></details>`,
    { style, index: true },
  )
}

/** A table by place and year, under its trace code. */
function tableOf(table: ReleasedTable, language: Language): string {
  const t = words[language]
  const { definition: d, columns, rows, total, trace } = table
  const cells = (values: readonly (number | null)[]) =>
    values.map((value) => `<td class="n">${escapeHtml(cellText(value, table, language))}</td>`).join('')
  const row = (name: string, values: readonly (number | null)[]) =>
    `<tr><th scope="row">${escapeHtml(name)}</th>${cells(values)}</tr>`
  const heads = columns.map((column) => `<th scope="col">${escapeHtml(columnText(column, language))}</th>`).join('')
  const held = rows.some(({ values }) => values.includes(null)) ? `<p class="when">${t.held}</p>` : ''
  return `<div class="wide"><table id="${escapeHtml(trace ?? '')}"><caption>${escapeHtml(d.programme[language])} · <b>${escapeHtml(d.label[language])}</b>（${escapeHtml(d.unitLabel[language])}） <code>${escapeHtml(trace ?? '')}</code></caption>
<thead><tr><th scope="col">${t.place}</th>${heads}</tr></thead><tbody>${rows.map(({ org, values }) => row(org.name, values)).join('')}${row(t.total, total)}</tbody></table></div>${held}`
}

function figureRow(figure: ReleasedFigure, language: Language): string {
  const t = words[language]
  const { definition: d } = figure
  return `<tr id="${escapeHtml(figure.trace ?? '')}"><td><b>${escapeHtml(d.programme[language])} · ${escapeHtml(d.label[language])}</b>
<details><summary>${t.meaning}</summary>${t.includes}：${escapeHtml(d.includes)}<br>${t.excludes}：${escapeHtml(d.excludes)}</details></td>
<td class="n">${escapeHtml(valueText(figure))}<small>${escapeHtml(d.unitLabel[language])}</small></td><td>${escapeHtml(whenText(figure, language))}</td>
<td>${escapeHtml(figure.org.name)}</td><td><code>${escapeHtml(figure.trace ?? '')}</code></td></tr>`
}

export function missingPage(language: Language, large: boolean): string {
  const t = words[language]
  return plainPage(
    language,
    large,
    t.missing,
    `<h1>${t.missing}</h1><p class="when">${t.missingNote} <a href="/figures">${t.back}</a></p>`,
    { style },
  )
}
