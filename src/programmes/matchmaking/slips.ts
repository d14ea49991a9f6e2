import type { Facts } from '../../core/programme.ts'

interface Chosen {
  readonly person?: unknown
}

/** What each who came wrote on her slip; a later slip replaces an earlier one. Who did not come neither chooses nor is chosen. */
function choicesOf({
  history,
  attendance,
}: Pick<Facts, 'history' | 'attendance'>): ReadonlyMap<string, ReadonlySet<string>> {
  const came = new Set(attendance.map(({ person }) => person))
  const choices = new Map<string, ReadonlySet<string>>()
  for (const { action, answers } of history) {
    if (action !== 'slip' || typeof answers.chooser !== 'string' || !came.has(answers.chooser)) continue
    const list = Array.isArray(answers.chosen) ? (answers.chosen as readonly Chosen[]) : []
    choices.set(answers.chooser, new Set(list.map(({ person }) => String(person)).filter((one) => came.has(one))))
  }
  return choices
}

/** Two who chose each other; nothing about anybody else. In the order of ids, so that no order of slips shows through. */
export function mutualPairs(event: Pick<Facts, 'history' | 'attendance'>): readonly (readonly [string, string])[] {
  const choices = choicesOf(event)
  return [...choices]
    .flatMap(([one, liked]) =>
      [...liked].filter((other) => one < other && choices.get(other)?.has(one)).map((other) => [one, other] as const),
    )
    .sort((a, b) => a.join().localeCompare(b.join()))
}
