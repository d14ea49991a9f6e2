import type { Calendar } from '../calendar.ts'
import type { Chance } from '../chance.ts'
import { Tale } from '../tale.ts'
import type { Step } from '../tell.ts'

/** How far a nomination came: the i-th of a list stops at the i-th of these, again and again. */
const ends = ['jury', 'noticed', 'recommended', 'scored', 'decided', 'posted', 'rejected', 'submitted'] as const

/** How long ago each was begun, so that what it waits for now is of these days. */
const begun: Readonly<Record<(typeof ends)[number], number>> = {
  submitted: 4,
  posted: 8,
  recommended: 15,
  jury: 22,
  scored: 26,
  noticed: 27,
  rejected: 78,
  decided: 78,
}

export const begunAgo = (i: number): number => begun[ends[i % ends.length] ?? 'decided'] + (i % 3)

/** Its place in its list, and the level it is for. */
interface Place {
  readonly i: number
  readonly level: 'banner' | 'league'
}

const sheet = (chance: Chance, keys: readonly string[]) => ({
  marks: keys.map((criterion) => ({ criterion, mark: chance.whole(6, 10) })),
  free: 'free',
})

/** From the meeting of the village to the decision. The first judging of a list has no sheet yet. */
export function nominatedSteps(
  calendar: Calendar,
  chance: Chance,
  made: number,
  { i, level }: Place,
  agencies: readonly string[],
): readonly Step[] {
  const end = ends[i % ends.length]
  const day = (from: number) => calendar.day(from)
  const tale = new Tale(calendar, made).after(1, 'submit')
  if (end === 'submitted') return tale.steps
  tale.after(4, 'evaluate', {
    answers: { metOn: day(made + 5), present: 9, unrelated: 6, inFavour: 8, against: 1, visited: true },
  })
  tale.after(1, 'post', { answers: { localFrom: day(made + 6), localTo: day(made + 9) } })
  if (end === 'posted') return tale.steps
  tale.after(5, 'recommend')
  if (end === 'recommended') return tale.steps
  for (const agency of agencies)
    tale.after(1, 'opinion', { answers: { agency, result: 'yes', givenOn: day(tale.at + 1) } })
  tale.after(2, 'vet')
  return judged(calendar, chance, tale, { end, level }, ['truth', 'spirit', 'people'])
}

/** Works go to the judges at once, who look at these. */
export function judgedSteps(
  calendar: Calendar,
  chance: Chance,
  made: number,
  { i, level }: Place,
  keys: readonly string[],
): readonly Step[] {
  const end = ends[i % ends.length]
  const tale = new Tale(calendar, made).after(1, 'submit')
  return end === 'submitted' || end === 'posted' || end === 'recommended'
    ? tale.steps
    : judged(calendar, chance, tale, { end, level }, keys)
}

function judged(
  calendar: Calendar,
  chance: Chance,
  tale: Tale,
  { end, level }: { end: (typeof ends)[number] | undefined; level: Place['level'] },
  keys: readonly string[],
): readonly Step[] {
  tale.after(2, 'openJury')
  if (end === 'jury') return tale.steps
  for (let n = 0; n < 5; n++) tale.after(n === 0 ? 3 : 0, 'judge', { answers: sheet(chance, keys) })
  tale.after(1, 'closeJury')
  if (end === 'scored') return tale.steps
  if (end === 'rejected') return tale.after(1, 'reject', { reason: '名额已满' }).steps
  const from = tale.at + 1
  tale.after(1, 'notice', {
    answers: { noticeFrom: calendar.day(from), noticeTo: calendar.day(from + 16), phone: '0483-8100000' },
  })
  if (end === 'noticed') return tale.steps
  const decide = tale.told ? { decidedBy: '主席办公会', document: '（演示）妇发〔2026〕6号' } : {}
  return tale.after(18, level === 'banner' ? 'decideBanner' : 'decideLeague', { answers: decide }).steps
}
