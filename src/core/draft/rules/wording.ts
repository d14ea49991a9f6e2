import { type CheckGround, type Finding, find, type Numbered, wordsAround } from '../finding.ts'
import { nounUnitAt } from '../measure-words.ts'
import { englishNumber, shortNumber } from '../number-words.ts'

/** How a number is said: hedged twice, hedged though exact, a figure of speech, without a unit. R-STAT-03. */
export function wordingRules(ground: CheckGround, one: Numbered): Finding[] {
  const { n } = one
  const found: Finding[] = []
  const significant = String(n.value)
    .replace('.', '')
    .replace(/^0+|0+$/g, '').length
  const [first = '', second = ''] = n.hedges
  if (n.hedges.length > 1)
    found.push(
      find(ground, 'double-hedge', one, {
        why: {
          zh: `“${n.text}”用了“${first}”又用“${second}”，${/近|不足|不到|约/u.test(first) ? '两个意思相反' : '意思重复'}。`,
          en: `“${n.text}” is hedged by both “${first}” and “${second}”.`,
        },
      }),
    )
  else if (n.hedges.length === 1 && significant >= 4)
    found.push(
      find(ground, 'hedge-exact', one, {
        why: {
          zh: `“${n.text}”已经精确到 ${significant} 位，又加“${first}”。`,
          en: `“${n.text}” has ${significant} digits and the hedge “${first}”.`,
        },
      }),
    )
  if (n.rhetorical)
    found.push(
      find(ground, 'rhetoric', one, {
        why: {
          zh: `“${n.text}”是概数或修辞，后面没有可核对的记录。`,
          en: `“${n.text}” is said for its sound; no records stand behind it.`,
        },
      }),
    )
  else if (n.unitWord === '' && (n.unit === 'unknown' || isUnsaid(ground, one)))
    found.push(
      find(ground, 'unit-missing', one, {
        why: {
          zh: `“${n.text}”（${shortNumber(n.value)}）后面没有单位，可能是人，也可能是人次或户。`,
          en: `${englishNumber(n.value)} has no unit: persons, attendances or households?`,
        },
      }),
    )
  return found
}

/** Neither 参与人次 before, nor a measure word or a noun (37.2万妇女) behind. */
function isUnsaid(ground: CheckGround, one: Numbered): boolean {
  const text = ground.drafts[one.draft]?.text ?? ''
  const said = /人次|人数|户数|件数|场次|量/u.test(wordsAround(ground, one).before.slice(-8))
  return !said && !nounUnitAt(text, one.n.end)
}
