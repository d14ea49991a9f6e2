import { shortDate } from '../../../kit/date-text.ts'
import type { Language } from '../../../kit/i18n.ts'
import type { Step } from '../../../kit/Steps.tsx'
import type { ProgrammeShape, RecordView } from '../data/shapes.ts'

type Told = Pick<RecordView, 'state' | 'history'>
interface Words {
  notYet: string
  times: (count: number) => string
}

/** The usual way of a procedure: from its first state along the main steps. */
export function mainPath(programme: Pick<ProgrammeShape, 'initial' | 'actions'>): string[] {
  const path = [programme.initial]
  for (;;) {
    const here = path.at(-1) ?? programme.initial
    const next = programme.actions.find(
      ({ tone, from, to }) =>
        tone === 'main' && from !== 'any' && from.includes(here) && to !== 'same' && !path.includes(to),
    )
    if (!next) return path
    path.push(next.to)
  }
}

/** Where a record stands on that way. One that left it shows how far it came, and where it ended. */
export function stepsOf(programme: ProgrammeShape, view: Told, language: Language, words: Words): Step[] {
  const path = mainPath(programme)
  const reached = new Map(view.history.filter((one) => one.from !== one.to).map((one) => [one.to, one.on]))
  const shown = path.includes(view.state) ? path : [...path.filter((state) => reached.has(state)), view.state]
  const at = shown.indexOf(view.state)
  return shown.map((state, index) => {
    const on = reached.get(state)
    const repeats = view.history.filter((one) => leadsTo(programme, one.action, state)).length
    const date = on ? shortDate(on) : ''
    return {
      key: state,
      label: programme.states.find(({ id }) => id === state)?.label[language] ?? state,
      note: index > at ? words.notYet : index === at && repeats > 1 ? words.times(repeats) : date,
      state: index < at ? 'done' : index === at ? 'now' : 'todo',
    }
  })
}

const leadsTo = (programme: ProgrammeShape, action: string, state: string) =>
  programme.actions.find(({ id }) => id === action)?.to === state
