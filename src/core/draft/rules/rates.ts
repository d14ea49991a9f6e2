import { type CheckGround, type Finding, find, inSentence, type Numbered, wordsAround } from '../finding.ts'

const changeWords = /(?:增长|提高|提升|上升|增加|下降|降低|减少|增幅|涨|压减|回落|同比|环比)[了至到]?[^，。；]{0,6}$/u
const compared =
  /同比|环比|比(?:上|去|前|同|20|19|“)|较(?:上|去|前|同|20|19|“|十)|相比|从[^，。；]{1,16}(?:到|至|增|提|升)|由[^，。；]{1,16}(?:到|至|增|提|升)|上年|去年|上届|期初/u

/** Shares and changes: their bases. */
export function rateRules(ground: CheckGround, one: Numbered): Finding[] {
  const { n } = one
  if (n.unit !== 'percent') return []
  const words = wordsAround(ground, one)
  const said = words.before.slice(-24)
  const isChange =
    n.unitWord.includes('百分点') || changeWords.test(said) || /^[^，。；]{0,2}(?:的)?(?:增长|增幅)/u.test(words.after)
  if (isChange)
    return compared.test(words.sentence)
      ? []
      : [
          find(ground, 'change-without-base', one, {
            why: {
              zh: `“${n.text}”是变化，没有说与哪一年比、原来是多少。`,
              en: `“${n.text}” is a change; compared with when, from what?`,
            },
          }),
        ]
  if (n.value > 100)
    return [
      find(ground, 'rate-over-hundred', one, {
        why: { zh: `占比、覆盖率不会超过 100%，这里是 ${n.value}%。`, en: `A share cannot be ${n.value}%.` },
      }),
    ]
  if (hasBase(ground, one)) return []
  return [
    find(ground, 'rate-without-base', one, {
      why: {
        zh: `“${n.text}”没有写分子和分母，看不出是谁占谁。`,
        en: `“${n.text}” gives neither numerator nor denominator.`,
      },
    }),
  ]
}

/** 中共党员179名，占89.5%; 接待12,345件，办结率98.6%; 调解成功率86%（86/100）. */
function hasBase(ground: CheckGround, one: Numbered): boolean {
  const { before, after } = wordsAround(ground, one)
  if (/^\s*[（(][^）)]*\d+\s*[/／]\s*\d+/u.test(after)) return true
  if (!/占|率|比/u.test(before)) return false
  const counted = inSentence(ground, one).findLast(
    ({ n }) => n.at < one.n.at && ['person', 'person-time', 'item', 'household', 'place', 'couple'].includes(n.unit),
  )
  return !!counted && !counted.n.rhetorical && one.n.at - counted.n.end < 16
}

/** 全覆盖建设……1052个: of how many? */
export function coverageRules(ground: CheckGround, one: Numbered): Finding[] {
  const { sentence, clause, after, sentenceAfter } = wordsAround(ground, one)
  const said = clause + sentenceAfter.slice(after.length, after.length + 10)
  if (!/全覆盖|全部覆盖|实现覆盖|应[建保助]尽[建保助]/u.test(said) || one.n.unit === 'percent' || one.n.rhetorical)
    return []
  const first = inSentence(ground, one).find(({ n }) => n.clause.at === one.n.clause.at)
  if (
    first !== one ||
    /应建|应有|\d[^，。；]{0,8}(?:中|个)?的?(?:\d|全部)[^，。；]{0,6}(?:乡镇|街道|苏木|社区|村)/u.test(sentence)
  )
    return []
  return [
    find(ground, 'coverage-without-total', one, {
      why: {
        zh: `说“全覆盖”，只有“${one.n.text}”，没有应覆盖的总数。`,
        en: `“Full coverage” with “${one.n.text}” and no total to cover.`,
      },
    }),
  ]
}
