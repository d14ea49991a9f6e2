import type { Day } from '../../core/day.ts'
import type { Facts } from '../../core/programme.ts'

interface PlaqueRow {
  readonly kind?: string
  readonly namedOn?: Day
  readonly endedOn?: Day
}
type Place = Pick<Facts, 'on' | 'history'> & {
  readonly answers: { readonly plaques?: readonly PlaqueRow[] | undefined }
}

/** Since when an accepted place stands: the day it came into use. Undefined while it was never accepted. */
export const standsFrom = ({ on, history }: Place): Day | undefined =>
  history.some((done) => done.action === 'accept') ? on : undefined

/** From when to when each plaque hung; all come down with the place. A plaque that came down the day it went up counts nothing. */
export function plaqueSpans(
  { answers }: Place,
  closed: Day | undefined,
): { readonly kind: string; readonly from: Day; readonly to: Day | undefined }[] {
  return (answers.plaques ?? []).flatMap(({ kind = '', namedOn, endedOn }) => {
    if (!namedOn) return []
    const ends = [endedOn, closed].filter((day) => day !== undefined).sort()
    const to = ends[0]
    return to !== undefined && to < namedOn ? [] : [{ kind, from: namedOn, to }]
  })
}
