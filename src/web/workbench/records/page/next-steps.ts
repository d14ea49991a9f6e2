import type { Ability, HistoryItem, RecordView } from '../data/shapes.ts'

/** So many ordinary steps stand open at once; the rest wait under “more”. */
const calm = 6

export interface NextSteps {
  /** The one step to take next, where there is one: a main step with nothing in its way, or the only one that clears it. */
  primary: Ability | undefined
  shown: Ability[]
  folded: Ability[]
}

const unmetOf = ({ checks }: Ability) => checks.filter(({ met }) => !met)

/** A step that the other of two ways closes is none of this record's. */
export const onHerWay = (ability: Ability): boolean => !unmetOf(ability).some(({ route }) => route)

/** A step's own form may fill the gap (写明委员会, 写条款): it opens when it has a field for each condition no other step meets. */
export function mayOpen(ability: Ability): boolean {
  const unmet = unmetOf(ability)
  const own = ({ by, waits }: (typeof unmet)[number]) => !waits && by.every((step) => step === ability.id)
  return unmet.length <= ability.fills.length && unmet.every(own)
}

const isScreening = ({ asks }: Ability) => asks.some(({ kind }) => kind === 'screening')

/**
 * Orders the steps a reader may take: main ones, then those a main one waits for, then the others; when that is too much
 * to take in, the others and those whose conditions are met already are folded. Safety steps have their own band; only a
 * screening can be the primary step from there.
 */
export function nextSteps(view: Pick<RecordView, 'checks'> & { abilities: { actions: Ability[] } }): NextSteps {
  const open = view.abilities.actions.filter(onHerWay)
  const ordinary = open.filter(({ tone }) => tone !== 'safety')
  const main = ordinary.filter(({ tone }) => tone === 'main')
  const plain = ordinary.filter(({ tone }) => tone !== 'main')
  const wanted = main.filter((one) => !mayOpen(one)).flatMap(unmetOf)
  const clears = ({ id }: Ability) => wanted.some(({ by }) => by.includes(id))
  const settled = ({ id }: Ability) => {
    const own = view.checks.filter(({ by }) => by.includes(id))
    return own.length > 0 && own.every(({ met }) => met)
  }
  const first = wanted.find(({ by }) => by.length > 0)
  const ways = open.filter((one) => first?.by.includes(one.id) && mayOpen(one))
  const only = ways.length === 1 && (ways[0]?.tone !== 'safety' || isScreening(ways[0])) ? ways[0] : undefined
  const primary = main.find(({ allowed }) => allowed) ?? main.find(mayOpen) ?? only
  const ordered = [...plain.filter(clears), ...plain.filter((one) => !clears(one))]
  const few = ordered.length <= calm ? ordered : ordered.filter((one) => !settled(one)).slice(0, calm)
  const byPrimary = (a: Ability, b: Ability) => Number(b === primary) - Number(a === primary)
  return { primary, shown: [...main, ...few].sort(byPrimary), folded: ordered.filter((one) => !few.includes(one)) }
}

/** Conditions to look at now: of the main steps that start from here, or of all where no main step has any. */
export function gatesNow(
  view: Pick<RecordView, 'state' | 'checks'>,
  actions: readonly { from: 'any' | string[]; needs: string[]; tone: string; label: HistoryItem['label'] }[],
) {
  const here = actions.filter(({ from }) => from === 'any' || from.includes(view.state))
  const main = here.filter(({ tone, needs }) => tone === 'main' && needs.length > 0)
  const asking = main.length > 0 ? main : here
  return view.checks
    .filter(({ route }) => !route)
    .map((check) => ({ ...check, steps: asking.filter(({ needs }) => needs.includes(check.check)) }))
    .filter(({ steps }) => steps.length > 0)
}
