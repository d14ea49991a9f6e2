import type { DrawnReview, ReviewPiece } from '../../core/api/reviews.ts'
import { formatDay, todayInShanghai } from '../../core/day.ts'
import type { Language } from '../../core/refusal.ts'
import { escapeHtml, plainPage } from '../http/plain-page.ts'
import type { PublishedReview } from './review-rows.ts'

const words = {
  zh: {
    title: '综述',
    intro: '各级妇联公布的工作综述。正文里每个数都能点开，看它是怎么算的。',
    none: '还没有公布过综述。',
    asOf: (day: string) => `数字截至 ${day}`,
    withdrawn: (reason: string) => `已撤回：${reason}。保留原样，请不要再引用。`,
    numbers: '全部数字',
    word: '下载 Word',
    back: '全部综述',
    figures: '公开数字',
    place: '地方',
    value: '数',
    closed: '涉及隐私、按规定不列数的指标：',
    check: '正文校验值',
    chinese: '',
  },
  en: {
    title: 'Reviews',
    intro: 'Reviews of their work by federations of every level. Every number opens to how it is counted.',
    none: 'No review has been published yet.',
    asOf: (day: string) => `figures as of ${day}`,
    withdrawn: (reason: string) => `Withdrawn: ${reason}. Kept as it was; please do not quote it.`,
    numbers: 'All its figures',
    word: 'Download as Word',
    back: 'All reviews',
    figures: 'Public figures',
    place: 'Place',
    value: 'Figure',
    closed: 'Measures whose numbers are confidential and left out: ',
    check: 'Checksum of the text',
    chinese: '<p class="when">The text is in Chinese only.</p>',
  },
} as const

const style = `main{max-width:46rem}h2{margin:28px 0 0;font-size:1.25rem}h3{margin:20px 0 0;font-size:1.0625rem}article p{margin:12px 0 0;line-height:1.8;text-indent:2em}
article li{line-height:1.8}a{color:#225f8e}a.n{text-underline-offset:3px;text-decoration-thickness:1px}code{font-size:.875rem;word-break:break-all}
table{width:100%;border-collapse:collapse;margin-top:12px}caption{text-align:left;font-weight:500;padding:6px 0}th,td{padding:8px;border-bottom:1px solid #e6e1d8;text-align:left}th{font-weight:500;color:#655d54}
td.n{text-align:right;font-variant-numeric:tabular-nums;white-space:nowrap}.wide{overflow-x:auto}.bar{width:50%}.bar span{display:block;height:14px;border-radius:2px;background:#457f3e}
ul.all{list-style:none;margin:18px 0 0;padding:0}ul.all li{padding:14px 16px;margin-top:8px;border:1px solid #e6e1d8;border-radius:10px;background:#fff}ul.all a{font-weight:500}
.get{display:flex;gap:20px;flex-wrap:wrap;margin-top:20px}.get a{padding:12px 0}`

const dayText = (moment: string, language: Language) => formatDay(todayInShanghai(new Date(moment)), language)

/** Every review that was approved, the last first. */
export function reviewsPage(rows: readonly PublishedReview[], language: Language, large: boolean): string {
  const t = words[language]
  const item = ({ stored, asOf }: PublishedReview) =>
    `<li><a href="/reviews/${stored.number}" lang="zh">${escapeHtml(stored.title)}</a><div class="when">${escapeHtml(stored.org_name)} · ${t.asOf(dayText(asOf, language))}${stored.release_state === 'withdrawn' ? ' · <b>✕</b>' : ''}</div></li>`
  const list = rows.length === 0 ? `<p class="card">${t.none}</p>` : `<ul class="all">${rows.map(item).join('')}</ul>`
  const body = `<h1>${t.title}</h1><p class="when">${t.intro} <a href="/figures">${t.figures}</a></p>${list}`
  return plainPage(language, large, t.title, body, { style, index: true })
}

/** One review; each number leads to its line in the release, with its definition and trace code. */
export function reviewPage(
  { stored, asOf }: PublishedReview,
  drawn: DrawnReview,
  language: Language,
  large: boolean,
): string {
  const t = words[language]
  const number = stored.number ?? ''
  const trace = (figure: number) => drawn.figures[figure - 1]?.trace ?? ''
  const titled = drawn.blocks.some(({ block }) => block === 'title')
  const wrong =
    stored.release_state === 'withdrawn' ? `<p class="wrong">${escapeHtml(t.withdrawn(stored.reason ?? ''))}</p>` : ''
  const about = `<p class="when">${escapeHtml(stored.org_name)} · ${t.asOf(dayText(asOf, language))} · <code>${escapeHtml(number)}</code></p>${wrong}${t.chinese}`
  const [title, ...rest] = drawn.blocks.map((block) => blockHtml(block, trace, number, t))
  const text = titled
    ? `${title}${about}${rest.join('')}`
    : `<h1 lang="zh">${escapeHtml(stored.title)}</h1>${about}${title ?? ''}${rest.join('')}`
  const closed =
    drawn.closed.length > 0
      ? `<p class="when">${t.closed}<span lang="zh">${escapeHtml(drawn.closed.join('、'))}</span></p>`
      : ''
  return plainPage(
    language,
    large,
    stored.title,
    `<p><a href="/reviews">${t.back}</a></p><article lang="zh">${text}</article>${closed}
<p class="get"><a href="/figures/${number}">${t.numbers}</a> <a href="/reviews/${number}.docx" download>${t.word}</a></p>
<details><summary>${t.check}</summary>SHA-256 <code>${escapeHtml(stored.sha256 ?? '')}</code></details>`,
    { style, index: true },
  )
}

type Trace = (figure: number) => string

const link = (text: string, trace: string, number: string) =>
  `<a class="n" href="/figures/${number}#${trace}">${escapeHtml(text)}</a>`

const said = (pieces: readonly ReviewPiece[], trace: Trace, number: string) =>
  pieces
    .map(({ text, figure }) => (figure === undefined ? escapeHtml(text) : link(text, trace(figure), number)))
    .join('')

function blockHtml(
  block: DrawnReview['blocks'][number],
  trace: Trace,
  number: string,
  t: { place: string; value: string },
): string {
  switch (block.block) {
    case 'title':
      return `<h1>${escapeHtml(block.text)}</h1>`
    case 'heading':
      return block.level === 1 ? `<h2>${escapeHtml(block.text)}</h2>` : `<h3>${escapeHtml(block.text)}</h3>`
    case 'paragraph':
      return `<p>${said(block.pieces, trace, number)}</p>`
    case 'item':
      return `<ul><li>${said(block.pieces, trace, number)}</li></ul>`
    case 'table': {
      const heads = block.head.map((text) => `<th scope="col">${escapeHtml(text)}</th>`).join('')
      const rows = block.rows.map(
        (row) =>
          `<tr>${row.map((cell, i) => `<td${i > 1 ? ' class="n"' : ''}>${said(cell, trace, number)}</td>`).join('')}</tr>`,
      )
      return `<div class="wide" tabindex="0"><table>${block.caption ? `<caption>${escapeHtml(block.caption)}</caption>` : ''}<thead><tr>${heads}</tr></thead><tbody>${rows.join('')}</tbody></table></div>`
    }
    case 'chart': {
      const most = Math.max(1, ...block.bars.map(({ value }) => value))
      const rows = block.bars.map(
        ({ label, value, text, figure }) =>
          `<tr><th scope="row">${escapeHtml(label)}</th><td class="bar"><span style="width:${((100 * Math.max(0, value)) / most).toFixed(1)}%"></span></td><td class="n">${link(text, trace(figure), number)}</td></tr>`,
      )
      return `<table><caption>${escapeHtml(`${block.caption}（${block.unit}）`)}</caption><thead hidden><tr><th>${t.place}</th><th></th><th>${t.value}</th></tr></thead><tbody>${rows.join('')}</tbody></table>`
    }
  }
}
