import type { FastifyInstance } from 'fastify'
import type { Figure } from '../../core/api/figures.ts'
import type { IndicatorPage } from '../../core/api/indicators.ts'
import { addCalendarDays, addCalendarMonths, type Day } from '../../core/day.ts'
import { changeText, pointsLabel, valueText } from '../../core/indicators/indicator.ts'
import { orgCode } from '../../core/org-code.ts'
import { formatValue } from '../../core/unit.ts'
import { demoPassword } from '../accounts/demo-accounts.ts'
import { Calendar } from '../demo/calendar.ts'
import { getMeasure, type Known, unitLabelOf } from '../figures/catalogue.ts'
import type { Part, Since } from './article-figure.ts'
import { articleFigures } from './article-figures.ts'
import type { ArticleIndicator } from './article-indicator.ts'
import { articleIndicators } from './figures-policy.ts'

const region = orgCode(150000000000)
/** The region's statistician of the demo: she sees every figure and no case. */
const reader = 'suburi'
const sinceWords: Readonly<Record<Exclude<Since, number>, string>> = {
  ever: 'all',
  campaign: 'this year',
  'last-year': 'last year',
}

interface Answered {
  readonly no: string
  readonly says: string
  readonly measures: string
  readonly time: string
  readonly computed: string
  readonly grades: string
  readonly differs: string
}

/** The table “Figures of the articles” of docs/coverage.md, asked of a loaded demo by `GET /api/v1/figures` and `/api/v1/indicators`. */
export async function figureTable(app: FastifyInstance, today: Day): Promise<string> {
  const get = await gettingAs(app)
  const ask = askingFor(get, today)
  const rows: Answered[] = []
  for (const figure of articleFigures) {
    const { no, says, since, differs = '' } = figure
    const parts = []
    for (const part of figure.parts) parts.push(await answer(ask, part, figure.since))
    rows.push({
      no,
      says,
      measures: parts.map((p) => p.name).join('<br>'),
      time: typeof since === 'number' ? `since ${since}` : sinceWords[since],
      computed: parts.map((p) => p.value).join('<br>'),
      grades: parts.map((p) => p.grades).join('<br>'),
      differs,
    })
  }
  for (const indicator of articleIndicators) rows.push(await answerIndicator(get, indicator))
  rows.sort((one, other) => (one.no < other.no ? -1 : 1))
  const lines = rows.map(({ no, says, measures, time, computed, grades, differs }) =>
    ['', no, says, measures, time, computed, grades, differs, ''].join(' | ').trim(),
  )
  return [
    '| No. | The article says | Measure | Time | Computed | Grades | How they differ |',
    '|---|---|---|---|---|---|---|',
    ...lines,
  ].join('\n')
}

type Get = <T>(path: string) => Promise<T>

/** An indicator is no measure: its value of a year, with the parts it was told with. */
async function answerIndicator(get: Get, { no, says, indicator, year, differs }: ArticleIndicator): Promise<Answered> {
  const page = await get<IndicatorPage>(`/api/v1/indicators/${indicator}?org=${region}`)
  const value = page.series.find((one) => one.year === year)
  if (!value || value.value === null) throw new Error(`${indicator} has no value of ${year}`)
  const { decimals } = page.definition
  const parts = value.numerator === null ? '' : ` (${count(value.numerator)} / ${count(value.denominator ?? 0)})`
  const computed =
    value.form === 'change'
      ? `${changeText(value.value, decimals)} ${pointsLabel.zh} (${value.baseTerm} ${value.baseValue} → ${value.level})`
      : `${valueText(value.value, decimals)} ${page.definition.unitLabel.zh}${parts}`
  return {
    no,
    says,
    measures: `indicator \`${indicator}\``,
    time: String(year),
    computed,
    grades: value.grade,
    differs,
  }
}

const count = (value: number) => value.toLocaleString('en')

type Ask = (measure: string, since: Since) => Promise<Figure>

async function answer(ask: Ask, { measure, per }: Part, since: Since) {
  const figure = await ask(measure, since)
  const known = getMeasure(measure)
  const unit = unitLabelOf(known, 'zh')
  const { value } = figure
  if (value === null) throw new Error(`${measure} is withheld`)
  if (per) {
    const under = await ask(per, since)
    const share = shown(Math.round(value / (under.value ?? 1)), known)
    return { name: `\`${measure}\` ÷ \`${per}\``, value: `${share} ${unit}`, grades: gradesOf(figure) }
  }
  return { name: `\`${measure}\``, value: `${shown(value, known)} ${unit}`, grades: gradesOf(figure) }
}

/** Whole yuan, as in figures. */
const shown = (value: number, { measure }: Known) => formatValue(value, measure.unit).replace(/\.00$/, '')

const gradesOf = ({ grades }: Figure) =>
  (['A', 'B', 'C', 'D'] as const).filter((grade) => grades[grade] !== 0).join(' ')

/** Signs the reader in, and gives how she reads. */
async function gettingAs(app: FastifyInstance): Promise<Get> {
  const headers = { 'x-niangjia-request': '1', 'x-niangjia-token': '1' }
  const payload = { name: reader, password: demoPassword }
  const signedIn = await app.inject({ method: 'POST', url: '/api/v1/session', headers, payload })
  if (signedIn.statusCode !== 200) throw new Error(`${reader}: ${signedIn.body}`)
  const authorization = `Bearer ${signedIn.json<{ token: string }>().token}`
  return async <T>(url: string) => {
    const got = await app.inject({ method: 'GET', url, headers: { ...headers, authorization } })
    if (got.statusCode !== 200) throw new Error(`${url}: ${got.body}`)
    return got.json<T>()
  }
}

/** How she asks for a figure: to the end of this month, since a confidential figure is of whole months. */
function askingFor(get: Get, today: Day): Ask {
  const to = addCalendarDays(addCalendarMonths(`${today.slice(0, 7)}-01`, 1), -1)
  const calendar = new Calendar(today)
  const year = calendar.day(calendar.campaign.from).slice(0, 4)
  const lastYear = Number(today.slice(0, 4)) - 1
  const periods: Readonly<Record<string, readonly [Day, Day]>> = {
    ever: ['2000-01-01', to],
    campaign: [`${year}-01-01`, `${year}-12-31` < to ? `${year}-12-31` : to],
    'last-year': [`${lastYear}-01-01`, `${lastYear}-12-31`],
  }
  return (measure, since) => {
    const [from, until] = periods[since] ?? [`${since}-01-01`, to]
    return get<Figure>(`/api/v1/figures?measure=${measure}&org=${region}&from=${from}&to=${until}`)
  }
}
