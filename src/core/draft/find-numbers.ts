import type { Bound, Draft, DraftNumber, DraftUnit, Span } from './draft-number.ts'
import { countsPlaces, measureWordAt, nounUnitAt, unitSaidBefore } from './measure-words.ts'
import { type Numeral, numeralPattern, readChinese, readNumeral } from './numeral.ts'
import { otherNumerals } from './other-numerals.ts'
import { periodFinder } from './periods.ts'
import { partAt, partsOf } from './text-parts.ts'

const begins = /[\d〇零一二两三四五六七八九十百千万亿数几上]/u
const hedgeBefore = /(?:超过|超|突破|逾|将近|接近|近|大约|约|不少于|不低于|至少|不足|不到)$/u
const hedgeAfter = /^(?:以上|左右|上下)/u
const atLeast = /超|突破|逾|不少于|不低于|至少|余|多|以上|上|数|几|来/u
const atMost = /近|接近|不足|不到/u

/** What Chinese numerals may count without being a figure of speech; digits may count anything. */
const plainWords = new Set([
  '人次',
  '名',
  '位',
  '人',
  '对',
  '户',
  '场',
  '场次',
  '期',
  '项',
  '所',
  '家',
  '支',
  '件',
  '篇',
  '步',
  '省区',
  '盟市',
  '旗县',
  '元',
  '岁',
  '倍',
  '条',
  '批',
  '个百分点',
  '百分点',
  '%',
  '小时',
  '亩',
])
const countable =
  /^[^，。；、\n]{0,14}(?:工程|行动|项目|计划|基地|中心|平台|站|点|室|岗位?|村|镇|乡|旗|县|区|市|盟|省|组|队|团|班|机构|组织|协会|企业|单位|家庭|品牌|社区|嘎查|苏木|街道|案例|产品|标准|制度|课程|小组|奖项)/u
const abstract =
  /^(?:方面|环节|层面|维度|层次|阶段|坚持|意识|自信|维护|确立|认同|共同|离不开|结合|统一|明确|关键|重点|着力|聚焦|强化|转变|目标|原则|要求|问题|角度|时代|世纪|月|人)/u
const bareNoun = /^(?:名|位|户|对|场|支|篇|件|项|所|余)/u

/** A text of 50,000 characters has some 1,000. */
const mostNumbers = 3000

interface Found extends Span {
  readonly value: number
  readonly unit: DraftUnit
  readonly unitWord: string
  readonly hedges: readonly string[]
  readonly rhetorical: boolean
}

/** Every statistic of a text with unit, hedge, period and place; years, names and set phrases are not among them. */
export function readDraft(name: string, text: string): Draft {
  const plain = plainOf(text)
  const parts = partsOf(plain)
  const periodOf = periodFinder(plain, parts)
  const numbers = scan(plain)
    .slice(0, mostNumbers)
    .map((found): DraftNumber => {
      const sentence = partAt(parts.sentences, found.at)
      const paragraph = partAt(parts.paragraphs, found.at)
      const period = periodOf(found.at, sentence, paragraph)
      return {
        ...found,
        text: text.slice(found.at, found.end),
        bound: boundOf(found.hedges),
        sentence,
        paragraph,
        clause: partAt(parts.clauses, found.at),
        ...(period && { period }),
      }
    })
  return { name, text: plain, numbers }
}

/** Full-width digits as plain ones; a run of numerals that can be no number is blank. Offsets stay. */
function plainOf(text: string): string {
  return text
    .replace(/[０-９．％]/gu, (c) => String.fromCharCode(c.charCodeAt(0) - 0xfee0))
    .replace(/[\d.,〇零一二两三四五六七八九十百千万亿]{25,}/gu, (run) => ' '.repeat(run.length))
}

function boundOf(hedges: readonly string[]): Bound {
  const said = hedges.join('')
  if (/约|左右|上下/u.test(said)) return '~'
  if (atMost.test(said)) return '<='
  return atLeast.test(said) ? '>=' : '='
}

function scan(text: string): Found[] {
  const masked = new Uint8Array(text.length)
  for (const { at, end } of otherNumerals(text)) masked.fill(1, at, end)
  const found: Found[] = []
  for (let i = 0; i < text.length; ) {
    const one = masked[i] ? undefined : (setPhraseAt(text, i) ?? numberAt(text, i, masked))
    if (one) found.push(one)
    i = Math.max(i + 1, one?.end ?? 0)
  }
  return sharedUnits(text, found)
}

const overHalf = /(?:过半数?|超过?半数|半数以上|一半以上)/uy
const ranked =
  /(?:全国|全区|全省|全市|全盟|西部|排名|位列|位居|名列|居|列)[^，。；、\d]{0,4}?第(?<rank>[一二三四五六七八九十]|\d+)(?:名|位)?/uy
const fraction = /(?<under>[二三四五六七八九十百千]+|\d+)分之(?<over>[一二两三四五六七八九十百]+|\d+(?:\.\d+)?)/uy
const tenths =
  /(?<tenths>[一二三四五六七八九]|\d(?:\.\d)?)成(?:多|以上|左右)?(?!立|为|果|功|员|长|效|绩|本|熟|套|人|年|都|就|都|了|一|份|交|灾|立)/uy
const consecutive = /连续(?<years>[一二三四五六七八九十]+|\d+)(?<word>年|届|期)/uy
const groups = /(?<groups>[两三四五六七八九]|\d)个[十百千](?=”?(?:项目|工程|行动|计划))/uy
const perHundredThousand = /(?<rate>\d+(?:\.\d+)?)\s*\/\s*(?<base>10万|万|千)/uy

/** 过半, 排名第一, 三分之二, 七成, 连续6年, 五个十, 10.8/10万. */
function setPhraseAt(text: string, at: number): Found | undefined {
  const match = (pattern: RegExp) => {
    pattern.lastIndex = at
    return pattern.exec(text)
  }
  const before = hedgeBefore.exec(text.slice(Math.max(0, at - 4), at))?.[0]
  const make = (
    m: RegExpExecArray,
    value: number | undefined,
    unit: DraftUnit,
    unitWord: string,
    hedges: string[] = [],
  ) =>
    value === undefined
      ? undefined
      : {
          at: at - (before?.length ?? 0),
          end: at + m[0].length,
          value,
          unit,
          unitWord,
          hedges: before ? [before, ...hedges] : hedges,
          rhetorical: false,
        }
  const half = match(overHalf)
  if (half) return make(half, 50, 'percent', '%', ['超'])
  const rank = match(ranked)
  if (rank) return make(rank, numeral(rank.groups?.rank), 'other', '名')
  const part = match(fraction)
  if (part) {
    const under = numeral(part.groups?.under)
    const over = numeral(part.groups?.over)
    if (under && over !== undefined) return make(part, Number(((over / under) * 100).toFixed(4)), 'percent', '%')
  }
  const tenth = match(tenths)
  if (tenth) return make(tenth, (numeral(tenth.groups?.tenths) ?? 0) * 10, 'percent', '%')
  const years = match(consecutive)
  if (years) return make(years, numeral(years.groups?.years), 'other', years.groups?.word ?? '年')
  const group = match(groups)
  if (group) return make(group, numeral(group.groups?.groups), 'other', '组')
  const rate = /\d/.test(text[at - 1] ?? '') ? null : match(perHundredThousand)
  return rate ? make(rate, Number(rate.groups?.rate), 'other', `/${rate.groups?.base}`) : undefined
}

function numeral(text: string | undefined): number | undefined {
  if (!text) return undefined
  return /^\d/.test(text) ? Number(text) : readChinese(text)
}

function numberAt(text: string, at: number, masked: Uint8Array): Found | undefined {
  if (
    !begins.test(text[at] ?? '') ||
    /[\d.A-Za-z]/.test(at > 0 && /\d/.test(text[at] ?? '') ? (text[at - 1] ?? '') : '')
  )
    return undefined
  numeralPattern.lastIndex = at
  const match = numeralPattern.exec(text)
  const read = match && readNumeral(match)
  if (!match || !read) return undefined
  const end = at + match[0].length
  for (let i = at; i < end; i++) if (masked[i]) return undefined
  if (match.groups?.vague && !/^[十百千万亿]+$/u.test(match[0].slice(1))) return undefined
  const unit = unitAt(text, at, end, read)
  if (!unit) return undefined
  const before = hedgeBefore.exec(text.slice(Math.max(0, at - 4), at))?.[0]
  const after = hedgeAfter.exec(text.slice(unit.end, unit.end + 2))?.[0]
  return {
    at: at - (before?.length ?? 0),
    end: unit.end + (after?.length ?? 0),
    value: read.value,
    unit: unit.unit,
    unitWord: unit.word,
    hedges: [before, ...read.hedges, after].filter((h): h is string => !!h),
    rhetorical: read.bare && !before && !after && unit.unit !== 'person-time',
  }
}

interface UnitFound {
  readonly unit: DraftUnit
  readonly word: string
  readonly end: number
}

function unitAt(text: string, at: number, from: number, read: Numeral): UnitFound | undefined {
  const gap = /^[ \u00a0\u3000]*/u.exec(text.slice(from, from + 4))?.[0].length ?? 0
  const start = from + gap
  const word = measureWordAt(text, start)
  if (read.chinese && read.value === 1) return undefined
  if (read.bare) return text[at - 1] === '每' ? undefined : bareUnit(text, start, word)
  if (read.chinese && !chineseCounts(text, start, word?.word)) return undefined
  const noun = nounUnitAt(text, start)
  if (noun?.unit === 'mixed' || (noun?.unit === 'household' && word?.word !== '户'))
    return {
      unit: noun.unit,
      word: noun.word,
      end: word && word.word !== '家' && noun.word.startsWith(word.word) ? start + word.word.length : from,
    }
  if (word && !(word.word === '人' && /^人(?:均|民币|大)/u.test(text.slice(start, start + 3)))) {
    const unit = /^[个家]$/u.test(word.word)
      ? kindOfThing(text, at, start + word.word.length)
      : word.word === '次'
        ? timesOf(text.slice(Math.max(0, at - 8), at))
        : word.unit
    return { unit, word: word.word, end: start + word.word.length }
  }
  const big = /大(?=[^，。；]{0,8}(?:工程|行动|计划|项目|活动|任务|品牌|体系|平台|举措|措施))/uy
  big.lastIndex = start
  if (big.test(text)) return { unit: 'item', word: '项', end: start + 1 }
  if (noun) return { unit: noun.unit, word: '', end: from }
  const said = unitSaidBefore(text.slice(Math.max(0, at - 14), at))
  if (said && (read.value >= 100 || /[万亿]/u.test(text.slice(at, from))))
    return { unit: said.unit, word: '', end: from }
  return /[万亿]/u.test(text.slice(at, from)) ? { unit: 'unknown', word: '', end: from } : undefined
}

/** 播放量1.2亿次 are views, 来电3万次 are calls, 开展300次 are sessions. */
function timesOf(before: string): DraftUnit {
  if (/量[^，。；]{0,4}$/u.test(before)) return 'person-time'
  return /来电|电话|接听|咨询|求助|信访/u.test(before) ? 'item' : 'session'
}

function kindOfThing(text: string, at: number, end: number): DraftUnit {
  return countsPlaces(text.slice(Math.max(0, at - 16), at), text.slice(end, end + 24)) ? 'place' : 'item'
}

/** 三个离不开 counts nothing, 六个工程 does. */
function chineseCounts(text: string, start: number, word: string | undefined): boolean {
  if (word === undefined) return /^(?:大|妇女|家庭|群众|儿童)/u.test(text.slice(start, start + 4))
  if (word !== '个') return plainWords.has(word)
  const rest = text.slice(start + 1, start + 20)
  return countable.test(rest) && !abstract.test(rest)
}

/** A magnitude alone: 万名执委, 千个调解室, 千万妇女, 万家庭 — but not 万家, 百姓, 千万不要, 万人大会. */
function bareUnit(
  text: string,
  start: number,
  word: { word: string; unit: DraftUnit } | undefined,
): UnitFound | undefined {
  const rest = text.slice(start, start + 16)
  const noun = nounUnitAt(text, start)
  if (/^家(?:企业|单位|机构|组织|商户)/u.test(rest)) return { unit: 'item', word: '家', end: start + 1 }
  if (/^个/u.test(rest) && countable.test(rest.slice(1)))
    return { unit: kindOfThing(text, start - 1, start + 1), word: '个', end: start + 1 }
  if (/^人次/u.test(rest)) return { unit: 'person-time', word: '人次', end: start + 2 }
  if (/^(?:场次|元)/u.test(rest) && word) return { unit: word.unit, word: word.word, end: start + word.word.length }
  if (word && bareNoun.test(rest)) return { unit: word.unit, word: word.word, end: start + word.word.length }
  if (noun && noun.word !== '人' && noun.unit !== 'mixed')
    return { unit: noun.unit, word: noun.word, end: start + noun.word.length }
  return undefined
}

const joint = /^\s*(?:[、,，]|和|与|及|至|—|-|~|～|到)\s*$/u

/** 2.9、1.1、3.5个百分点: those before share the unit of the last. */
function sharedUnits(text: string, found: readonly Found[]): Found[] {
  const all: Found[] = []
  for (const one of found) {
    const earlier: Found[] = []
    let edge = one.at
    for (;;) {
      const match = /(\d+(?:\.\d+)?)([万亿]?)(\s*(?:[、和与及至—~～-]|到)\s*)$/u.exec(
        text.slice(Math.max(0, edge - 16), edge),
      )
      if (!match?.[1] || !joint.test(match[3] ?? '')) break
      const at = edge - match[0].length
      if (all.some((other) => other.end > at) || /[\d.A-Za-z]/.test(text[at - 1] ?? '')) break
      const value = Number(match[1]) * (match[2] ? (readChinese(match[2]) ?? 1) : 1)
      earlier.unshift({ ...one, at, end: at + match[1].length + (match[2]?.length ?? 0), value, hedges: [] })
      edge = at
    }
    all.push(...earlier, one)
  }
  return all
}
