import { type CheckGround, type Finding, find, inSentence, type Numbered, wordsAround } from '../finding.ts'
import { englishNumber, shortNumber } from '../number-words.ts'

const raised = /募集|筹集|募得|捐|筹资|投入资金|落实资金/u

/** 保额 is what would be paid at most: neither raised nor paid. */
export function insuredRules(ground: CheckGround, one: Numbered): Finding[] {
  if (one.n.unit !== 'yuan') return []
  const { before, after, clause, sentence } = wordsAround(ground, one)
  const isInsured =
    /(?:保额|保险金额|风险保障|保险保障|保障额度?)[^，。；\d]{0,6}$/u.test(before) ||
    /^的?(?:保额|风险保障|保险保障|保障额)/u.test(after)
  if (!isInsured) return []
  const called = raised.exec(clause)
  if (!called && /保费/u.test(sentence) && /(?:赔付|理赔)/u.test(sentence)) return []
  return [
    find(ground, 'insured-sum', one, {
      ...(called && { level: 'error' as const }),
      why: called
        ? {
            zh: `“${one.n.text}”是保额，却说成“${called[0]}”来的。`,
            en: `“${one.n.text}” is a sum insured, called raised or spent.`,
          }
        : {
            zh: `“${one.n.text}”是保额，不是募集到的，也不是付出去的钱；没有写保费和赔付。`,
            en: `“${one.n.text}” is insured, neither raised nor paid; premium and payouts are not said.`,
          },
    }),
  ]
}

const standard = /(?:人均|每人|每名|每户|每例|户均|每位)[^，。；\d]{0,8}$/u
const averages = /收入|增收|支出|消费|产值|年均|捐款|利润|工资/u
const paid = /救助|补助|发放|资助|慰问|补贴|奖励|扶持|帮扶/u

/** A sum paid at one standard is a whole number of payments. */
export function standardRules(ground: CheckGround, one: Numbered): Finding[] {
  if (one.n.unit !== 'yuan' || one.n.bound !== '=') return []
  const { before, clause } = wordsAround(ground, one)
  if (!standard.test(before) || averages.test(clause) || one.n.value <= 0) return []
  const near = inSentence(ground, one)
  const sum = near.findLast(
    (other) => other.n.at < one.n.at && other.n.unit === 'yuan' && paid.test(wordsAround(ground, other).clause),
  )
  if (sum?.n.bound !== '=' || sum.n.value < one.n.value) return []
  const times = sum.n.value / one.n.value
  const persons = near.find(({ n }) => n.unit === 'person' && n.bound === '=' && !n.rhetorical && n.at > sum.n.at - 40)
  if (persons && Math.abs(persons.n.value * one.n.value - sum.n.value) > sum.n.value * 0.005)
    return [
      find(ground, 'standard-indivisible', sum, {
        other: one,
        why: {
          zh: `${shortNumber(persons.n.value)}人、每人 ${shortNumber(one.n.value)}元，应是 ${shortNumber(persons.n.value * one.n.value)}元，文中是 ${shortNumber(sum.n.value)}元。`,
          en: `${englishNumber(persons.n.value)} persons at ${englishNumber(one.n.value)} yuan are ${englishNumber(persons.n.value * one.n.value)}, not ${englishNumber(sum.n.value)}.`,
        },
      }),
    ]
  if (Math.abs(times - Math.round(times)) < 1e-6) return []
  return [
    find(ground, 'standard-indivisible', sum, {
      other: one,
      why: {
        zh: `${shortNumber(sum.n.value)}元按每人 ${shortNumber(one.n.value)}元算，是 ${Number(times.toFixed(2))} 人，不是整数。`,
        en: `${englishNumber(sum.n.value)} yuan at ${englishNumber(one.n.value)} each are ${Number(times.toFixed(2))} persons: not a whole number.`,
      },
    }),
  ]
}
