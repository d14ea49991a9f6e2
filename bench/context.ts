import { orgCode } from '../src/core/org-code.ts'
import type { AppProcess } from './app-process.ts'
import type { BenchHouse, Signed } from './house.ts'
import type { Fact, Row } from './report.ts'

/** What a part of the bench gets to work with. */
export interface Context {
  readonly bench: BenchHouse
  readonly app: AppProcess
  /** Entries there are, for the table. */
  readonly scale: string
  readonly row: (row: Row) => void
  readonly fact: (fact: Fact) => void
}

export const places = {
  region: orgCode(150000000000),
  league: orgCode(152900000000),
  banner: orgCode(152921000000),
} as const

/** Sends a request below /api/v1; whatever is not 200 ends the bench. */
export async function ask(app: AppProcess, who: Signed, method: string, path: string, body?: unknown): Promise<string> {
  const { status, text } = await app.client.send(
    method,
    `/api/v1${path}`,
    who.headers,
    body === undefined ? undefined : JSON.stringify(body),
  )
  if (status !== 200) throw new Error(`${method} ${path}: ${status} ${text.slice(0, 300)}`)
  return text
}

export const oneOf = <T>(list: readonly T[]): T => {
  const item = list[Math.floor(Math.random() * list.length)]
  if (item === undefined) throw new Error('nothing to choose from')
  return item
}
