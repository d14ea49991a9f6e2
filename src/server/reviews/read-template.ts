import { Liquid, LiquidError } from 'liquidjs'
import { type Manner, manners } from '../../core/official-number.ts'
import { Refusal } from '../../core/refusal.ts'
import { type RawBlock, readMarkdown } from '../../core/review/markdown.ts'
import { closing, opening, type ReviewMark, withoutSigns } from '../../core/review/marks.ts'
import { type Service, services } from '../../core/service.ts'

/** What a template may name besides measures. */
export interface TemplateScope {
  readonly title: string
  readonly org: string
  readonly year: string
  /** The days it covers, in words. */
  readonly period: string
  /** The day its figures are read, in words. */
  readonly as_of: string
  /** Services of which anything is counted, in the order of menus. */
  readonly services: readonly { readonly id: Service; readonly label: string }[]
}

/** Sets a mark in the text; gives the sign that stands for it. */
type SetMark = (mark: ReviewMark) => string

/**
 * Reads a template: Markdown with Liquid, in which a measure's id stands for its figure ({{ 'family-story.sessions' | figure }}).
 * No file is read, nothing outside the scope is seen, and the work it may do is bounded. `measures`: the ids it may name. Refuses 'review-template-wrong' with
 * the line, 'review-measure-unknown'.
 */
export function readTemplate(template: string, scope: TemplateScope, measures: ReadonlySet<string>): RawBlock[] {
  const marks: ReviewMark[] = []
  const set: SetMark = (mark) => `${opening}${marks.push(mark) - 1}${closing}`
  const text = render(engineFor(set, measures), withoutSigns(template), scope)
  return readMarkdown(text, marks)
}

function engineFor(set: SetMark, measures: ReadonlySet<string>): Liquid {
  const measureOf = (id: unknown): string => {
    if (measures.has(String(id))) return String(id)
    throw new Refusal('review-measure-unknown', { field: 'template', values: { what: String(id).slice(0, 60) } })
  }
  const engine = new Liquid({
    strictFilters: true,
    strictVariables: true,
    ownPropertyOnly: true,
    parseLimit: 60_000,
    renderLimit: 500,
    memoryLimit: 1_000_000,
    templates: {},
  })
  for (const tag of ['include', 'render', 'layout', 'block']) delete engine.tags[tag]
  engine.registerFilter('figure', (id: unknown, manner: unknown) =>
    set({ mark: 'figure', measure: measureOf(id), manner: mannerOf(manner), before: false }),
  )
  engine.registerFilter('last_year', (id: unknown, manner: unknown) =>
    set({ mark: 'figure', measure: measureOf(id), manner: mannerOf(manner), before: true }),
  )
  engine.registerFilter('change', (id: unknown) => set({ mark: 'change', measure: measureOf(id) }))
  engine.registerFilter('service', (id: unknown) => set({ mark: 'service', service: serviceOf(id) }))
  engine.registerFilter('chart', (id: unknown) => set({ mark: 'chart', measure: measureOf(id) }))
  engine.registerFilter('table', (ids: unknown) =>
    set({
      mark: 'table',
      measures: String(ids)
        .split(/[\s,，、]+/u)
        .filter(Boolean)
        .map(measureOf),
    }),
  )
  engine.registerFilter('chinese_number', (n: unknown) => chineseNumber(Number(n)))
  return engine
}

function render(engine: Liquid, template: string, scope: TemplateScope): string {
  try {
    const text = String(engine.parseAndRenderSync(template, scope))
    if (text.length > 200_000) throw new Refusal('review-template-wrong', { field: 'template', values: { line: 1 } })
    return text
  } catch (error) {
    throw refusalOf(error) ?? error
  }
}

/** A refusal of one of our filters comes wrapped; every other fault of a template is at a line. */
function refusalOf(error: unknown): Refusal | undefined {
  if (error instanceof Refusal) return error
  if (!LiquidError.is(error)) return undefined
  const cause: unknown = (error as { originalError?: unknown }).originalError
  if (cause instanceof Refusal) return cause
  const [line = 1] = error.token?.getPosition?.() ?? []
  return new Refusal('review-template-wrong', { field: 'template', values: { line } })
}

function serviceOf(id: unknown): string {
  const text = String(id)
  if (Object.hasOwn(services, text)) return text
  throw new Refusal('review-measure-unknown', { field: 'template', values: { what: text.slice(0, 60) } })
}

const mannerOf = (text: unknown): Manner => manners.find((manner) => manner === text) ?? 'auto'

const digits = '零一二三四五六七八九'

/** 1 → 一, 12 → 十二, 24 → 二十四; up to 99. */
export function chineseNumber(n: number): string {
  if (!Number.isInteger(n) || n < 1 || n > 99) return String(n)
  const [tens, ones] = [Math.floor(n / 10), n % 10]
  const before = tens === 0 ? '' : `${tens === 1 ? '' : digits[tens]}十`
  return before + (ones === 0 ? '' : digits[ones])
}
