import pg from 'pg'

const integerArray = 1007
const bigintArray = 1016
const dateArray = 1182
const textArray = 1009

const parserOf = (id: number) => pg.types.getTypeParser(id, 'text')

/** Ten thousands of persons come as one array of numbers: read at once, where pg goes from character to character. */
const numbersOf = (text: string): unknown[] =>
  /^\{[\d,-]*\}$/.test(text) ? JSON.parse(`[${text.slice(1, -1)}]`) : parserOf(textArray)(text).map(toNumber)

const toNumber = (text: string | null) => (text === null ? null : Number(text))

/** pg's default for these loses something: int8 as text (ours all stay below 2^53), a date as a moment in local time. */
const parsers: Record<number, (text: string) => unknown> = {
  [pg.types.builtins.INT8]: Number,
  [pg.types.builtins.DATE]: (text) => text,
  [integerArray]: numbersOf,
  [bigintArray]: numbersOf,
  [dateArray]: (text) => parserOf(textArray)(text),
}

export const parseTypes: pg.CustomTypesConfig = {
  getTypeParser: (id: number, format?: 'text' | 'binary') =>
    (format !== 'binary' && parsers[id]) || pg.types.getTypeParser(id, format as 'text'),
}

/**
 * A pool of connections: bigint as number, date as 'YYYY-MM-DD', timestamptz as Date, in the time zone of the field.
 * Takes the URL of the application's role (or the owner's, in migrations and tests) and the most connections to hold;
 * `pipeline: false` for work that copies rows in or out.
 */
export function createPool(url: string, max = 10, { pipeline = true } = {}): pg.Pool {
  // Many short questions at once: workers for one of them cost the others more than they save it.
  const options = '-c TimeZone=Asia/Shanghai -c max_parallel_workers_per_gather=0'
  // Statements that do not wait for each other travel together: a round trip costs as much as a short question. COPY cannot.
  const pool = new pg.Pool({ connectionString: url, max, types: parseTypes, options, pipeline })
  // An idle connection that breaks (a database restart) is replaced at the next query; without a listener it would end us.
  pool.on('error', () => undefined)
  // The same of one that is in use, between two statements: its next statement fails, and that is told.
  pool.on('connect', (client) => client.on('error', () => undefined))
  return pool
}
