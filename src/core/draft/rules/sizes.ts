import { type CheckGround, type Finding, find, inSentence, type Numbered, wordsAround } from '../finding.ts'
import { shortNumber } from '../number-words.ts'
import { specialises } from '../subject.ts'

/** Shares of a population, roughly: for saying that a number is most of everybody, not for statistics. */
const groups: ReadonlyArray<readonly [RegExp, string, string, number]> = [
  [/妇女(?:和|、)?儿童|儿童(?:和|、)?妇女/u, '妇女儿童', 'women and children', 0.58],
  [/妇女|女性|母亲|姐妹/u, '妇女', 'women', 0.49],
  [/儿童|青少年|孩子|未成年人/u, '儿童', 'children', 0.22],
]
const mostOf = 0.5

/** More persons than live there, or most of them: then they are attendances. */
export function populationRules(ground: CheckGround, one: Numbered): Finding[] {
  const { n } = one
  if (n.unit !== 'person' || n.rhetorical || !ground.population || n.value < 1000) return []
  const { before, after } = wordsAround(ground, one)
  const near = before.slice(-12) + after.slice(0, 8) + n.text
  if (/粉丝|网友|观众|全国|总人口|常住人口|户籍|人口/u.test(near)) return []
  const { name, people } = ground.population
  const group = groups.find(([words]) => words.test(n.text + after.slice(0, 8)) || words.test(before.slice(-6)))
  const [, zh, en, share] = group ?? [/./u, '人口', 'people', 1]
  const all = people * share
  const part = n.value / all
  if (part < mostOf) return []
  const over = n.value > all
  return [
    find(ground, 'over-population', one, {
      level: over ? 'error' : 'warning',
      why: {
        zh: over
          ? `${name}约有${zh} ${shortNumber(Math.round(all / 10_000) * 10_000)}，“${n.text}”比这还多，不会是不重复的人。`
          : `“${n.text}”约合${name}${zh}的 ${Math.round(part * 10)} 成，不重复的人很难有这么多。`,
        en: over
          ? `“${n.text}” is more than the ${en} of ${name}.`
          : `“${n.text}” would be some ${Math.round(part * 100)}% of the ${en} of ${name}.`,
      },
    }),
  ]
}

/** 其中: a part above its whole, or parts that add up to more. */
export function partRules(ground: CheckGround, one: Numbered): Finding[] {
  const { sentenceBefore } = wordsAround(ground, one)
  const at = sentenceBefore.lastIndexOf('其中')
  if (at < 0 || one.n.rhetorical) return []
  const mark = one.n.sentence.at + at
  const near = inSentence(ground, one)
  const whole = near.findLast(
    ({ n }) => n.at < mark && n.unit === one.n.unit && n.unitWord === one.n.unitWord && !n.rhetorical,
  )
  if (!whole || one.n.unit === 'percent') return []
  const text = ground.drafts[one.draft]?.text ?? ''
  const parts = near.filter(
    ({ n }) =>
      n.at > mark &&
      n.at <= one.n.at &&
      n.unit === one.n.unit &&
      n.unitWord === one.n.unitWord &&
      !/人均|每人|户均|每户/u.test(text.slice(n.clause.at, n.at)),
  )
  if (!parts.includes(one)) return []
  const sum = parts.reduce((total, { n }) => total + n.value, 0)
  if (sum <= whole.n.value || (parts.length > 1 && sum - one.n.value > whole.n.value)) return []
  const alone = one.n.value > whole.n.value
  return [
    find(ground, 'part-over-whole', one, {
      other: whole,
      level: alone ? 'error' : 'warning',
      why: alone
        ? {
            zh: `“其中”的“${one.n.text}”比总数“${whole.n.text}”还大。`,
            en: `The part “${one.n.text}” exceeds the whole “${whole.n.text}”.`,
          }
        : {
            zh: `“其中”各项加起来是 ${shortNumber(sum)}，超过总数“${whole.n.text}”。`,
            en: `The parts together (${shortNumber(sum)}) exceed the whole “${whole.n.text}”.`,
          },
    }),
  ]
}

/** 妇联组织 2.4万家 …… 新领域妇联组织 5000家: inside, or besides? */
export function relationRules(ground: CheckGround, one: Numbered): Finding[] {
  const { sentence } = wordsAround(ground, one)
  if (/其中|另有|不含|包括|此外|含/u.test(sentence)) return []
  const wide = inSentence(ground, one).find(
    (other) => other.n !== one.n && other.n.unit === one.n.unit && specialises(one.subject, other.subject),
  )
  if (!wide) return []
  return [
    find(ground, 'part-or-addition', one, {
      other: wide,
      why: {
        zh: `“${one.n.text}”（${one.subject.tail}）是“${wide.n.text}”里的一部分，还是另外的，没有说。`,
        en: `Whether “${one.n.text}” is part of “${wide.n.text}” or besides it is not said.`,
      },
    }),
  ]
}
