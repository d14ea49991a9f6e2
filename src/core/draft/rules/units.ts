import { type CheckGround, type Finding, find, inSentence, type Numbered, wordsAround } from '../finding.ts'
import { englishNumber, shortNumber } from '../number-words.ts'

const people = '妇女|儿童|群众|老人|家长|学生|青年|女性'
const bothBefore = new RegExp(
  `(?:${people})[^，。；、\\d]{0,4}(?:和|及|与|以及|、)[^，。；、\\d]{0,4}家庭(?:约|近|超过?|达|共|累计|逾)*$`,
  'u',
)
const householdsFirst = new RegExp(
  `家庭(?:和|及|与|以及|、)[^，。；、\\d]{0,4}(?:${people})(?:约|近|超过?|达|共|累计|逾)*$`,
  'u',
)

/** Persons and households in one number. R-STAT-01. */
export function mixedRules(ground: CheckGround, one: Numbered): Finding[] {
  const { before } = wordsAround(ground, one)
  const said = before.replace(/[“”]/gu, '')
  const both = bothBefore.test(said) || householdsFirst.test(said)
  if (one.n.unit !== 'mixed' && !(both && ['person', 'unknown', 'household', 'item'].includes(one.n.unit))) return []
  return [
    find(ground, 'units-mixed', one, {
      why: {
        zh: `“${one.n.text}”把人和家庭加在一个数里，分不出多少人、多少户。`,
        en: `“${one.n.text}” puts persons and households into one number.`,
      },
    }),
  ]
}

const acts = '调解|化解|排查|培训|宣讲|走访|慰问|救助|帮扶|咨询|接待|办理|建立|创建|选树|表彰|讲座|演出|筛查|服务|发放'
const twoActs = new RegExp(
  `(${acts})[^，。；、]{2,12}(?:和|与|以及|并|及)(?!分别)(${acts})[^，。；、]{2,14}(?:共|达|近|超|累计|约)*$`,
  'u',
)
const places = '基地|中心|站|服务点|点|学校|课堂|驿站|之家|园区|工坊|平台|室'
const twoPlaces = new RegExp(
  `[^，。；、]{2,14}(?:${places})(?:和|与|以及|及)[^，。；、]{2,14}(?:${places})(?:共|达|近|超|累计|约)*$`,
  'u',
)

/** Two acts, or two kinds of place, joined before one number. */
export function joinedRules(ground: CheckGround, one: Numbered): Finding[] {
  if (one.n.rhetorical || one.n.unit === 'percent' || one.n.unit === 'yuan') return []
  const { before, after } = wordsAround(ground, one)
  if (/分别|各/u.test(before.slice(-30) + after.slice(0, 6))) return []
  const said = (before.split('、').at(-1) ?? '').replace(/[“”‘’]/gu, '')
  const act = twoActs.exec(said)
  const joined = act && act[1] !== act[2] ? act[0] : twoPlaces.exec(said)?.[0]
  if (!joined) return []
  return [
    find(ground, 'acts-joined', one, {
      why: {
        zh: `“${joined}”是两类，合成了一个“${one.n.text}”。`,
        en: `“${joined}” are two kinds in one “${one.n.text}”.`,
      },
    }),
  ]
}

const totalWord = /(?:总计|共计|合计|总共|一共|累计共)(?:为|约|近|超过?|达)?[^，。；\d]{0,4}$/u

/** A total behind its parts: of unlike units, of slogans, or wrongly added. */
export function totalRules(ground: CheckGround, one: Numbered): Finding[] {
  const { before, sentenceBefore } = wordsAround(ground, one)
  if (!totalWord.test(before)) return []
  const from = one.n.sentence.at + Math.max(0, sentenceBefore.lastIndexOf('其中'))
  const parts = inSentence(ground, one).filter(({ n }) => n.at < one.n.at && n.at >= from)
  if (parts.length < 2) return []
  if (parts.filter(({ n }) => n.rhetorical).length >= 2)
    return [
      find(ground, 'total-of-round', one, {
        why: {
          zh: `“${one.n.text}”由${parts.map(({ n }) => `“${n.text}”`).join('、')}合成，各自多少看不出。`,
          en: `“${one.n.text}” merges ${parts.length} round numbers; nobody can say how many each served.`,
        },
      }),
    ]
  if (parts.some(({ n }) => n.rhetorical || n.bound !== '=') || one.n.bound !== '=') return []
  const sum = parts.reduce((total, { n }) => total + n.value, 0)
  const alike = parts.every(({ n }) => n.unit === one.n.unit)
  if (!alike && sum === one.n.value)
    return [
      find(ground, 'units-mixed', one, {
        why: {
          zh: `“${one.n.text}”等于前面${parts.map(({ n }) => n.text).join('、')}相加，单位却不同。`,
          en: `“${one.n.text}” is the sum of numbers of unlike units.`,
        },
      }),
    ]
  if (!alike || Math.abs(sum - one.n.value) < 1e-6) return []
  return [
    find(ground, 'sum-wrong', one, {
      why: {
        zh: `各项相加是 ${shortNumber(sum)}，文中合计是 ${shortNumber(one.n.value)}。`,
        en: `The parts add up to ${englishNumber(sum)}, the text says ${englishNumber(one.n.value)}.`,
      },
    }),
  ]
}

const outcome = '就业|创业|脱贫|上岗|入职|参保|入学|落户'
const outcomeAfter = new RegExp(
  `^[^，。；、]{0,6}?(?:实现|成功|稳定|灵活|居家|就近|就地)*(?:${outcome})(?!培训|指导|服务|讲座|招聘|宣传|政策|意向|能力|技能)`,
  'u',
)
const outcomeBefore = new RegExp(
  `(?:实现|带动|帮助|促进|助力|吸纳|安置|推荐)[^，。；\\d]{0,12}(?:${outcome})(?:达|超|近|累计|共|约)*$`,
  'u',
)

/** 带动3万余人次就业: a person finds work once. */
export function outcomeRules(ground: CheckGround, one: Numbered): Finding[] {
  if (one.n.unit !== 'person-time') return []
  const { before, after } = wordsAround(ground, one)
  if (!outcomeAfter.test(after) && !outcomeBefore.test(before)) return []
  return [
    find(ground, 'outcome-in-person-times', one, {
      why: {
        zh: `“${one.n.text}”说的是结果，一个人办成两次会算两次。`,
        en: `“${one.n.text}” counts an outcome by times: one person may be in it twice.`,
      },
    }),
  ]
}

const openList = /等(?:[^，。；、等]{0,8})?(?:活动|宣讲|服务|培训|讲座|行动|项目)(?:共|达|近|超|累计|约)*$/u

/** 等活动1.3万场次: an open set. */
export function scopeRules(ground: CheckGround, one: Numbered): Finding[] {
  if (one.n.unit !== 'session' && one.n.unit !== 'person-time') return []
  const { before } = wordsAround(ground, one)
  if (!openList.test(before)) return []
  return [
    find(ground, 'scope-open', one, {
      why: {
        zh: `“${one.n.text}”前面用了“等”，没有说还包括什么。`,
        en: `“${one.n.text}” covers “and others”, which are not named.`,
      },
    }),
  ]
}
