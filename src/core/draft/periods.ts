import type { Span } from './draft-number.ts'
import { partAt, type TextParts } from './text-parts.ts'

/** vague: 近年来, 目前 — a period is meant and not said. */
export type PeriodKind = 'since' | 'year' | 'span' | 'day' | 'as-of' | 'annual' | 'vague'

export interface DraftPeriod {
  readonly kind: PeriodKind
  readonly text: string
  /** The calendar year it begins, or lies, in, where the words say it. */
  readonly year?: number
  /** Said in an earlier sentence of the paragraph. */
  readonly carried: boolean
}

const n = String.raw`(?:\d+|[一二两三四五六七八九十]+)`
const month = String.raw`(?:\d{1,2}|[一二三四五六七八九十]{1,3})月(?:份|底|末|初|中旬|上旬|下旬)?`
const year = String.raw`(?:(?:19|20)\d{2}年(?:度)?)`

const patterns: ReadonlyArray<readonly [PeriodKind, RegExp]> = [
  ['since', new RegExp(`自?(?:${year}(?:${month})?(?:\\d{1,2}日)?|今年|去年)(?:以来|至今|起)`, 'gu')],
  [
    'since',
    /(?:自|从)[^，。；]{1,18}(?:成立|换届|启动|实施|开展|召开|建立|上线|开通|创办)(?:至今|以来|起)|(?:党的)?(?:十八大|十九大|二十大|换届)以来/gu,
  ],
  ['as-of', new RegExp(`(?:截至|截止到?|到)(?:${year}|今年|去年)?(?:${month})?(?:\\d{1,2}日)?(?:年底|底|末)?`, 'gu')],
  [
    'span',
    new RegExp(
      `(?:19|20)\\d{2}年?\\s*[—–\\-~至到]+\\s*(?:(?:19|20)\\d{2}|\\d{2})年|“?(?:十[一二三四五])五”?(?:时期|期间|以来)|(?:近|过去|这|前|最近)${n}年(?:来|间|多来)?|${n}年(?:来|间)|(?:本|上一?|这)届(?:任期)?(?:以来|内|期间)?|(?:上|下)半年|(?:第?[一二三四]|前[一二三]|\\d)季度|${month}?[—–\\-~至到]${month}`,
      'gu',
    ),
  ],
  [
    'day',
    new RegExp(
      `(?:${year}|今年|去年)?\\d{1,2}月\\d{1,2}日|(?:${year}|今年|去年|本年)${month}|今年“?(?:三八|六一)”?[^，。]{0,8}期间|${month}(?:以来|期间)?`,
      'gu',
    ),
  ],
  ['year', new RegExp(`${year}|今年|去年|前年|本年度?|全年|上年|当年`, 'gu')],
  ['annual', /年均|每年|每年度|年度/gu],
  ['vague', /近年来|近几年|多年来|长期以来|目前|截至目前|当前|现有|如今|先后|历年/gu],
]

interface Said extends Span {
  readonly kind: PeriodKind
  readonly year?: number
}

/** All periods of a text, then the one that holds at a number: the nearest before it in its sentence, else behind it, else carried. */
export function periodFinder(text: string, parts: TextParts) {
  const said = periodsIn(text)
  const bySentence = new Map<number, Said[]>()
  for (const one of said) {
    const { at } = partAt(parts.sentences, one.at)
    bySentence.set(at, [...(bySentence.get(at) ?? []), one])
  }
  const give = (one: Said | undefined, carried: boolean): DraftPeriod | undefined =>
    one && {
      kind: one.kind,
      text: text.slice(one.at, one.end),
      carried,
      ...(one.year !== undefined && { year: one.year }),
    }
  return (at: number, sentence: Span, paragraph: Span): DraftPeriod | undefined => {
    const here = bySentence.get(sentence.at) ?? []
    const firm = here.filter((one) => one.kind !== 'vague')
    const own = firm.findLast((one) => one.at <= at) ?? firm.find((one) => one.at > at && one.kind === 'as-of')
    if (own) return give(own, false)
    const before = said.filter(
      (one) => one.at >= paragraph.at && one.at < sentence.at && one.kind !== 'annual' && one.kind !== 'vague',
    )
    return (
      give(before.at(-1), true) ??
      give(
        here.find((one) => one.kind === 'vague'),
        false,
      )
    )
  }
}

function periodsIn(text: string): Said[] {
  const taken = new Uint8Array(text.length)
  const found: Said[] = []
  for (const title of text.matchAll(/《[^》\n]{1,80}》/gu)) taken.fill(1, title.index, title.index + title[0].length)
  for (const [kind, pattern] of patterns)
    for (const match of text.matchAll(pattern)) {
      const end = match.index + match[0].length
      if (match[0].length < 2 || taken.slice(match.index, end).some(Boolean)) continue
      taken.fill(1, match.index, end)
      const digits = /(?:19|20)\d{2}/.exec(match[0])
      found.push({ kind, at: match.index, end, ...(digits && { year: Number(digits[0]) }) })
    }
  return found.sort((a, b) => a.at - b.at)
}
