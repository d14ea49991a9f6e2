import type { Draft } from './draft-number.ts'
import { readDraft } from './find-numbers.ts'
import { type CheckGround, type Finding, groundOf, type Numbered } from './finding.ts'
import { type Known, knownRules, unitRules } from './known.ts'
import { populationOf } from './populations.ts'
import { acrossRules } from './rules/across.ts'
import { listRules } from './rules/lists.ts'
import { insuredRules, standardRules } from './rules/money.ts'
import { coverageRules, rateRules } from './rules/rates.ts'
import { partRules, populationRules, relationRules } from './rules/sizes.ts'
import { planRules, rankRules, timeRules } from './rules/time.ts'
import { joinedRules, mixedRules, outcomeRules, scopeRules, totalRules } from './rules/units.ts'
import { crowdRules, viewRules } from './rules/views.ts'
import { wordingRules } from './rules/wording.ts'

type Rule = (ground: CheckGround, one: Numbered) => Finding[]

const single: readonly Rule[] = [
  wordingRules,
  mixedRules,
  joinedRules,
  totalRules,
  outcomeRules,
  scopeRules,
  viewRules,
  crowdRules,
  populationRules,
  partRules,
  relationRules,
  listRules,
  rateRules,
  coverageRules,
  insuredRules,
  standardRules,
  timeRules,
  planRules,
  rankRules,
]

export interface DraftText {
  readonly name: string
  readonly text: string
}

export interface Checked {
  readonly drafts: readonly Draft[]
  readonly findings: readonly Finding[]
}

export interface CheckOptions extends Known {
  /** People of the division the texts are about, when the house knows; else the census' of the province they name. */
  readonly people?: number
}

/** Reads texts and what is needed to check them: each alone, and each against the others. */
export function readDrafts(texts: readonly DraftText[], people?: number): CheckGround {
  const drafts = texts.map(({ name, text }) => readDraft(name, text))
  return groundOf(drafts, people ? { name: '本地', people } : populationOf(texts.map(({ text }) => text).join('\n')))
}

/** What is wrong or unclear in texts, by what they say themselves and by what is known. In reading order. */
export function checkDrafts(texts: readonly DraftText[], options: CheckOptions = {}): Checked {
  return checkGround(readDrafts(texts, options.people), options)
}

export function checkGround(ground: CheckGround, known: Known = {}): Checked {
  const { measures = [] } = known
  const found = ground.numbers.flatMap((one) => [
    ...single.flatMap((rule) => rule(ground, one)),
    ...unitRules(ground, one, measures),
  ])
  const compared = known.statements || known.figures || known.releases ? knownRules(ground, known) : []
  return { drafts: ground.drafts, findings: inOrder([...found, ...acrossRules(ground), ...compared]) }
}

/** By place; what was found twice at one place once. */
function inOrder(findings: readonly Finding[]): Finding[] {
  const seen = new Map(findings.map((one) => [`${one.draft} ${one.at} ${one.key}`, one]))
  return [...seen.values()].sort((a, b) => a.draft - b.draft || a.at - b.at || a.end - b.end)
}
