import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { checkDrafts } from './check-draft.ts'
import type { DraftUnit } from './draft-number.ts'
import { readDraft } from './find-numbers.ts'
import type { RuleId } from './rule-texts.ts'

const root = new URL('../../../', import.meta.url)
const read = (path: string) => readFileSync(new URL(path, root), 'utf8')
const articles = ['region-2025', 'region-2023'].map((name) => ({
  name,
  text: read(`test/fixtures/drafts/${name}.txt`),
}))

interface Row {
  readonly id: string
  readonly article: number
  readonly quote: string
  readonly figure: string
  readonly value: number
  readonly kind: DraftUnit
}

const figures: readonly Row[] = read('data/statements/figures.csv')
  .trim()
  .split('\n')
  .slice(1)
  .map((line) => {
    const [id = '', article, quote = '', figure = '', value, , kind = ''] = [
      ...line.matchAll(/(?:"((?:[^"]|"")*)"|([^,]*))(?:,|$)/g),
    ].map((m) => (m[1] ?? m[2] ?? '').replaceAll('""', '"'))
    return {
      id,
      article: Number(article),
      quote,
      figure,
      value: Number(value),
      kind: kind.replace('_', '-') as DraftUnit,
    }
  })

test('numbers are found with unit and value: recall and precision against the ledger’s figures', () => {
  let found = 0
  let right = 0
  const missed = new Set(figures.map(({ id }) => id))
  const bare = (s: string) => s.replace(/[超约近多余个\s]/gu, '')
  articles.forEach(({ name, text }, article) => {
    for (const n of readDraft(name, text).numbers) {
      found += 1
      const alike = figures.filter(
        (f) =>
          f.article === article &&
          f.value === n.value &&
          (f.kind === n.unit || (f.kind === 'other' && n.unit === 'mixed')) &&
          f.quote.includes(n.text),
      )
      // A figure said twice (in a heading) is found twice; the second is no new one.
      const row =
        alike.find(({ id }) => missed.has(id)) ?? alike.find(({ figure }) => bare(figure).startsWith(bare(n.text)))
      if (!row) continue
      right += 1
      missed.delete(row.id)
    }
  })
  const recall = (figures.length - missed.size) / figures.length
  const precision = right / found
  console.log(
    `数检：召回 ${recall.toFixed(4)}，准确 ${precision.toFixed(4)}（${figures.length} 个数，找到 ${found} 个） / recall, precision`,
  )
  expect(figures).toHaveLength(108)
  expect([...missed]).toEqual([])
  expect(recall).toBeGreaterThanOrEqual(0.98)
  expect(precision).toBeGreaterThanOrEqual(0.98)
})

/** Which finding at which number shows each contradiction; C14 and C19 need knowledge from outside the texts. */
const contradictions: Readonly<Record<string, readonly [rule: RuleId, at: string, other?: string]>> = {
  C01: ['two-values', '1.83亿元', '1.79亿元'],
  C02: ['two-values', '4.3万余件', '9915件'],
  C03: ['persons-over-person-times', '7万余名', '5.8万余人次'],
  C04: ['rate-without-base', '50%'],
  C05: ['two-values', '4项', '6项'],
  C06: ['views-as-attendance', '约500万人次', '超400万'],
  C07: ['scope-open', '1.3万场次'],
  C08: ['coverage-without-total', '1052个'],
  C09: ['standard-indivisible', '5858.5万元', '1万元'],
  C10: ['insured-sum', '8亿元'],
  C11: ['over-population', '1000多万'],
  C12: ['stock-without-date', '34.68万名'],
  C13: ['stock-without-date', '480个'],
  C15: ['units-mixed', '53万'],
  C16: ['rate-without-base', '44.75%'],
  C17: ['counted-two-ways', '20多万人次', '5.5万人'],
  C18: ['acts-joined', '88个'],
  C20: ['double-hedge', '超6000多万人次'],
  C21: ['rank-without-year', '排名第一'],
  C22: ['part-or-addition', '5000家', '2.4万家'],
  C23: ['rhetoric', '千万家庭'],
  C24: ['list-count', '10个'],
  C25: ['total-of-round', '10余万人次'],
}

test('of the contradictions C01–C25 the texts alone show at least 20', () => {
  const { findings } = checkDrafts(articles)
  const shown = Object.entries(contradictions).filter(([, [rule, at, other]]) =>
    findings.some((f) => f.rule === rule && f.text === at && f.other?.text === other),
  )
  console.log(`数检：C01–C25 中找到 ${shown.length} 个 / of 25 contradictions`)
  expect(shown.map(([id]) => id)).toEqual(Object.keys(contradictions))
  expect(shown.length).toBeGreaterThanOrEqual(20)
  // A plan is told from a result, a magnitude from a count.
  expect(findings.some((f) => f.rule === 'plan-as-result' && f.text === '1123.5万元')).toBe(true)
  for (const { rule, text } of findings) if (text === '千万妇女') expect(rule).toBe('rhetoric')
})

test('a finding keeps its key when the text before it changes, and explains itself in both languages', () => {
  const [first] = articles
  const { findings } = checkDrafts(first ? [first] : [])
  const { findings: moved } = checkDrafts([{ name: 'moved', text: `前言一段，没有数。\n${first?.text}` }])
  expect(moved.map(({ key }) => key)).toEqual(findings.map(({ key }) => key))
  for (const { why, fix, quote, text } of findings) {
    expect(why.zh && why.en && fix.zh && fix.en).toBeTruthy()
    expect(quote).toContain(text)
  }
})
