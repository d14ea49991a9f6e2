import type { DraftNumber } from '../draft-number.ts'
import { type CheckGround, type Finding, find, inSentence, type Numbered, wordsAround } from '../finding.ts'

const standing =
  /(?:现有|共有|拥有|注册|在册|在岗|组织|平台|队|队伍|团队|执委|代表|联盟|企业|协会|机构|微家|之家|粉丝|人才库|智库|家庭农场|合作社|挂牌)/u
const happening =
  /(?:化解|调解|受理|办理|接待|刊发|刊稿|发表|制定|出台|提供|征集|发放|处理|培训|服务|帮助|救助|慰问|走访|筛查|带动|扶持|选树|评选|表彰|寻找|推荐|惠及|受益|参与|参加|开展|举办|创建|募集|筹集|投入|投放|落实|结对|资助|排查|化解|收获|牵手|脱贫|就业)/u

/** Standing on a day (organisations, places, registered people), or happening in a period. R-STAT-04. */
export function natureOf(ground: CheckGround, one: Numbered): 'stock' | 'flow' | undefined {
  const { n } = one
  if (n.rhetorical) return undefined
  switch (n.unit) {
    case 'session':
    case 'person-time':
    case 'yuan':
    case 'couple':
    case 'mixed':
      return 'flow'
    case 'place':
      return isCounted(n) ? 'stock' : undefined
    case 'item':
    case 'person':
    case 'household': {
      if (!isCounted(n)) return undefined
      const { before, after } = wordsAround(ground, one)
      if (happening.test(before.slice(-8))) return 'flow'
      const near = before.replace(/《[^》]*》/gu, '').slice(-14) + after.slice(0, 10)
      if (standing.test(near)) return 'stock'
      return happening.test(before + after) ? 'flow' : undefined
    }
    default:
      return undefined
  }
}

/** 4项行动, 三大工程, 12个盟市 are counts in a sentence, not statistics of work. */
function isCounted(n: DraftNumber): boolean {
  return n.value >= 20
}

const event = /(?:当天|当日|现场|此次|这次|本次|活动中|仪式|会上|大会|期间)/u

/** A stock without its day; a total without its period. */
export function timeRules(ground: CheckGround, one: Numbered): Finding[] {
  const { n } = one
  const nature = natureOf(ground, one)
  const words = wordsAround(ground, one)
  if (!nature || isPlanned(ground, one) || (n.unit === 'yuan' && /人均|每人|每名|每户|标准|户均/u.test(words.before)))
    return []
  const vague = n.period?.kind === 'vague' ? n.period.text : undefined
  const said = vague ? `只说“${vague}”` : '没有说'
  if (nature === 'stock') {
    if (n.period && ['as-of', 'year', 'day'].includes(n.period.kind)) return []
    return [
      find(ground, 'stock-without-date', one, {
        why: {
          zh: `“${n.text}”是某一天的现有数，${said}是哪一天。`,
          en: `“${n.text}” stands on a day; the text ${vague ? `only says “${vague}”` : 'does not say which'}.`,
        },
      }),
    ]
  }
  if ((n.period && !vague) || event.test(words.sentenceBefore)) return []
  return [
    find(ground, 'cumulative-without-period', one, {
      why: {
        zh: `“${n.text}”是一段时间里的数，${said}从何时到何时。`,
        en: `“${n.text}” is of a period; the text ${vague ? `only says “${vague}”` : 'does not say which'}.`,
      },
    }),
  ]
}

const doing =
  '募集|筹集|投入|建设|培训|开展|举办|达到|新建|服务|完成|实现|帮助|发放|实施|打造|推出|惠及|覆盖|新增|培育|建成|组织|救助|选派|扶持|创建'
const planned = new RegExp(
  `(?<![模虚草])拟(?!定|订|人|态)|将(?:会)?(?:再|继续|陆续|分批|全面|重点)?(?:${doing})|计划(?:于|在|到|用|再|全年|今年|明年|${doing})|预计|力争|筹备|打算|目标是|明年[^，。；]{0,6}(?:${doing})`,
  'u',
)
const doneWords = /已经?|累计|共(?:计|募|培|服)|圆满|顺利完成|成功/u

export const isPlanned = (ground: CheckGround, one: Numbered): boolean =>
  planned.test(wordsAround(ground, one).sentenceBefore)

/** 拟, 将, 计划, 预计: once a sentence, at its first number behind the word. */
export function planRules(ground: CheckGround, one: Numbered): Finding[] {
  const { sentenceBefore } = wordsAround(ground, one)
  const match = planned.exec(sentenceBefore)
  if (!match || one.n.rhetorical) return []
  const from = one.n.sentence.at + match.index
  if (inSentence(ground, one).find((other) => other.n.at > from && !other.n.rhetorical) !== one) return []
  const result = doneWords.exec(sentenceBefore.slice(match.index))
  return [
    find(ground, 'plan-as-result', one, {
      ...(result && { level: 'error' as const }),
      why: result
        ? {
            zh: `“${match[0]}”说的是打算，又用“${result[0]}”说成做完了的事。`,
            en: `“${match[0]}” says it is planned, “${result[0]}” that it is done.`,
          }
        : {
            zh: `“${match[0]}”之后的“${n(one)}”是计划数，还没有发生。`,
            en: `“${n(one)}” is planned (“${match[0]}”), not done.`,
          },
    }),
  ]
}

const n = (one: Numbered) => one.n.text

/** 排名第一: which year? */
export function rankRules(ground: CheckGround, one: Numbered): Finding[] {
  if (one.n.unitWord !== '名' || one.n.unit !== 'other') return []
  const { period } = one.n
  if (period && !period.carried && period.kind !== 'vague') return []
  return [
    find(ground, 'rank-without-year', one, {
      why: { zh: `“${one.n.text}”没有说是哪一年的考核。`, en: `“${one.n.text}”: of which year?` },
    }),
  ]
}
