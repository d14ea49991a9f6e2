import { type Unit, units } from '../../../../core/unit.ts'

/** Whether a unit named by the server is one of ours. */
export function isUnit(text: string): text is Unit {
  return Object.hasOwn(units, text)
}
