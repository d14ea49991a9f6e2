import type { Timing } from './measure.ts'

/** What a row is held against; p50 and p95 in milliseconds, ratio as rate over the raw rate. */
export interface Goal {
  readonly p50?: number
  readonly p95?: number
  readonly ratio?: number
}

export interface Row {
  readonly part: string
  readonly what: string
  /** Entries, persons or records there were. */
  readonly scale: string
  readonly ours: Timing
  readonly raw?: Timing | undefined
  readonly goal?: Goal | undefined
}

/** A single number beside its goal. */
export interface Fact {
  readonly part: string
  readonly what: string
  readonly value: string
  readonly goal?: string
  readonly met?: boolean
}

const ms = (n: number) => (n >= 100 ? n.toFixed(0) : n.toFixed(1))
const ratioOf = ({ ours, raw }: Row) => (raw ? ours.rate / raw.rate : undefined)

function missed(row: Row): string[] {
  const { goal = {}, ours } = row
  const ratio = ratioOf(row)
  return [
    ...(goal.p50 !== undefined && ours.p50 > goal.p50 ? [`p50 > ${goal.p50}`] : []),
    ...(goal.p95 !== undefined && ours.p95 > goal.p95 ? [`p95 > ${goal.p95}`] : []),
    ...(goal.ratio !== undefined && ratio !== undefined && ratio < goal.ratio ? [`< ${goal.ratio} ×`] : []),
  ]
}

const goalOf = ({ goal }: Row) =>
  [
    ...(goal?.p50 !== undefined ? [`p50 ≤ ${goal.p50}`] : []),
    ...(goal?.p95 !== undefined ? [`p95 ≤ ${goal.p95}`] : []),
    ...(goal?.ratio !== undefined ? [`≥ ${goal.ratio} × raw`] : []),
  ].join(', ')

function cellsOf(row: Row): string[] {
  const { ours, raw, what, scale } = row
  const ratio = ratioOf(row)
  const met = row.goal ? (missed(row).length > 0 ? `**missed** ${missed(row).join(', ')}` : 'met') : ''
  return [
    what,
    scale,
    String(ours.clients),
    ms(ours.p50),
    ms(ours.p95),
    ms(ours.p99),
    ours.rate.toFixed(0),
    raw ? ms(raw.p50) : '',
    ratio === undefined ? '' : `${ratio >= 10 ? ratio.toFixed(0) : ratio.toFixed(2)} ×`,
    goalOf(row),
    met,
  ]
}

const heads = ['work', 'at', 'clients', 'p50', 'p95', 'p99', 'per s', 'plain SQL p50', 'rate ÷ plain', 'goal', '']

/** One line for the terminal, as it is measured. */
export const line = (row: Row): string => {
  const [
    what = '',
    scale = '',
    clients = '',
    p50 = '',
    p95 = '',
    p99 = '',
    rate = '',
    raw = '',
    ratio = '',
    ,
    met = '',
  ] = cellsOf(row)
  return `${wide(what, 46)}${wide(scale, 8)}${clients.padStart(3)} ${[p50, p95, p99, rate, raw].map((t) => t.padStart(7)).join('')} ${ratio.padStart(8)}  ${met.replaceAll('**', '')}`
}
const wide = (text: string, width: number) => text.padEnd(width)

export const factLine = ({ what, value, goal, met }: Fact): string =>
  `${wide(what, 46)}${value}${goal ? `  (goal ${goal}${met ? '' : ', missed'})` : ''}`

/** The whole run as Markdown: missed goals first, then every part's table. */
export function markdown(command: string, machine: string, rows: readonly Row[], facts: readonly Fact[]): string {
  const table = (lines: readonly string[][]) => lines.map((cells) => `| ${cells.join(' | ')} |`).join('\n')
  const parts = [...new Set(rows.map((r) => r.part))]
  const short = [
    ...rows
      .filter((r) => missed(r).length > 0)
      .map(
        (r) =>
          `- ${r.part}: ${r.what}, ${r.scale}, ${r.ours.clients} client${r.ours.clients > 1 ? 's' : ''}: ${missed(r).join(', ')} (p50 ${ms(r.ours.p50)}, p95 ${ms(r.ours.p95)})`,
      ),
    ...facts.filter((f) => f.met === false).map((f) => `- ${f.part}: ${f.what}: ${f.value}, goal ${f.goal}`),
  ]
  return [
    '# Bench',
    '',
    `\`${command}\` wrote this page.`,
    '',
    machine,
    '',
    'Times in milliseconds over HTTP with kept connections; client, application and PostgreSQL share the machine. Plain SQL: the same',
    'question over `entries` (sum, or count(distinct person)), or the same rows in one transaction, as superuser, through pg, in the same run.',
    '',
    '## Goals missed',
    '',
    ...(short.length > 0 ? short : ['None.']),
    '',
    ...parts.flatMap((part) => [
      `## ${part}`,
      '',
      table([heads, heads.map(() => '---'), ...rows.filter((r) => r.part === part).map(cellsOf)]),
      '',
    ]),
    '## Once',
    '',
    table([
      ['work', 'value', 'goal', ''],
      ['---', '---', '---', '---'],
      ...facts.map((f) => [f.what, f.value, f.goal ?? '', f.goal ? (f.met ? 'met' : '**missed**') : '']),
    ]),
    '',
  ].join('\n')
}
