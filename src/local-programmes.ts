import type { Programme } from './core/programme.ts'

/**
 * Local programmes as this process knows them: every version that is in force, the first one first. The database is where they
 * are kept; src/server/local/load-local.ts fills the shelf when its turn is another than the shelf's. A version never changes.
 */
export interface Shelf {
  readonly turn: string
  readonly versions: ReadonlyMap<string, readonly Programme[]>
}

let shelf: Shelf = { turn: '', versions: new Map() }

export const shelve = (filled: Shelf): void => {
  shelf = filled
}
export const shelvedTurn = (): string => shelf.turn

/** The newest version of each. */
export const localProgrammes = (): Programme[] => [...shelf.versions.values()].flatMap((versions) => versions.slice(-1))

/** The newest version, or the one a record was made under. */
export function findLocal(id: string, version?: number): Programme | undefined {
  const versions = shelf.versions.get(id)
  return version === undefined ? versions?.at(-1) : versions?.find((one) => one.version === version)
}
