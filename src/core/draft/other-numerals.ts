import type { OtherNumeral, OtherNumeralKind } from './draft-number.ts'

const han = '[〇零一二两三四五六七八九十百]'
const counted = '工程|行动|项目|计划|品牌|平台|机制|体系|活动|任务|基地|中心|措施|举措|领域'

/** Things with numerals that count nothing. Tried in order; an earlier one keeps its place. */
const patterns: ReadonlyArray<readonly [OtherNumeralKind, RegExp]> = [
  ['title', /《[^》\n]{1,80}》/gu],
  ['number', /〔\d{4}〕\d+号|\[\d{4}\]\d+号|[A-Za-z]+[-—]?\d[\w.-]*|\d[\d.]*[A-Za-z][\w.-]*/gu],
  ['date', /(?:19|20)\d{2}\s*[—–\-~至到]\s*(?:(?:19|20)\d{2}|\d{2})年?度?(?:\d{1,2}月)?/gu],
  ['date', /(?:19|20)\d{2}(?:年度?|[-./]\d{1,2}[-./]\d{1,2})/gu],
  ['date', /[〇零一二三四五六七八九]{4}年/gu],
  ['date', /\d{1,2}\s*(?:月份?)?\s*[—–\-~至到]\s*\d{1,2}月份?/gu],
  ['date', /(?<!个)\d{1,2}月(?:份|\d{1,2}日(?:[、至和—–-]\d{1,2}日)*)?|(?<![\d.])\d{1,2}日(?!均)/gu],
  ['date', new RegExp(`${han}{1,3}月(?:份|${han}{1,3}日)?(?!子)`, 'gu')],
  ['date', /\d{1,2}[:：]\d{2}|\d{1,2}时(?:\d{1,2}分)?|\d{1,2}点(?:\d{1,2}分)?(?!位|赞)/gu],
  [
    'date',
    /“?三八”?(?:国际|妇女节|节|前|期间|维权|红旗)|“?六一”?(?:国际|儿童节|期间|主题|节)|“?五一”?|“?十一”?黄金周/gu,
  ],
  ['anniversary', new RegExp(`(?:\\d+|${han}+)(?:多|余)?周年`, 'gu')],
  ['name', /“?(?:十[一二三四五六七八九]|[一二三四五六七八九])五”?(?=[”规时期末以收开]|$)/gu],
  [
    'name',
    /(?:党的|党|妇女|全国|妇联|喜迎|迎接|学习)(?:十|二十|三十)?[一二三四五六七八九十]大|(?:十|二十|三十)[一二三四五六七八九]大|二十大/gu,
  ],
  ['name', new RegExp(`[一二三四五六七八九十]大(?!${counted}|[^，。、；]{0,6}(?:${counted}))`, 'gu')],
  ['ordinal', new RegExp(`第(?:${han}+|\\d+)(?!名|位)`, 'gu')],
  [
    'formula',
    /两个(?:确立|维护|结合|一百年|大局)|四个(?:意识|自信|全面|服务)|五位一体|三个代表|[两三四五六七八九十]件(?:大事|要事|好事)|[两三四五六七八九十]不愁|[两三四五六七八九十]保障|百千万|十百千万?|千家万户|万众|千方百计|(?<![\d余多.])万家(?!庭)(?!企业|单位|机构|商户|用户)|一[^，。；]?一[^，。；]?/gu,
  ],
  ['name', /两癌|两纲|两会|两委|三八|六一|双百|三农|四史|五老|三审三校|八项规定|九省通衢/gu],
  [
    'duration',
    new RegExp(
      `(?<!连续)(?<![\\d.万亿])(?:近|过去|这|前|后|未来|今后|历时|为期|每|任期)?(?:\\d+|${han}+)(?:多|余)?(?:年|个多?月|个季度|周|星期|天|日|届)(?!级|均|度|轻|货|鉴|会|画|会)(?:来|以来|内|间|期)?`,
      'gu',
    ),
  ],
  // 女，45岁，: an age told of one person.
  ['duration', /(?<=[，,、（(])\d{1,3}(?:周)?岁(?=[，,、）)。])/gu],
  ['duration', /7\s*[×x*]\s*24小时|24小时/gu],
  [
    'duration',
    /\d+(?:\.\d+)?(?:周)?岁\s*(?:以上|以下|及以上|及以下|至|到|[—–-])(?:\d+(?:周)?岁)?|\d+\s*[—–\-~至]\s*\d+(?:周)?岁/gu,
  ],
  [
    'number',
    /(?<![\d.,])(?:1\d{10}|0\d{2,3}-?\d{7,8}|400-?\d{3}-?\d{4}|12\d{3}|110|120|119)(?=[”"]?(?:热线|专线|电话|服务|妇女|维权|报警|平台|公益|心理|、|，|。|\)|）))/gu,
  ],
  ['number', /https?:\/\/\S+|\d+\.\d+\.\d+/gu],
]

const quoted = /[“‘「『"]([^”’」』"\n]{1,24})[”’」』"]/gu
const quotedCount = new RegExp(`^(?:${han}+|\\d+)(?:个|项|大)(?:[十百千]|(?:[^0-9，。]{0,4}(?:${counted})))$`, 'u')

/** Marks what a text has of numerals that are no statistics: years, titles, names in quotes, set formulas. In order. */
export function otherNumerals(text: string): OtherNumeral[] {
  const taken = new Uint8Array(text.length)
  const found: OtherNumeral[] = []
  const take = (kind: OtherNumeralKind, at: number, end: number) => {
    for (let i = at; i < end; i++) if (taken[i]) return
    taken.fill(1, at, end)
    found.push({ kind, at, end })
  }
  for (const match of text.matchAll(quoted)) {
    const inner = match[1] ?? ''
    if (/[\d〇零一二两三四五六七八九十百千万]/u.test(inner) && !quotedCount.test(inner) && !isSpeech(inner))
      take('name', match.index, match.index + match[0].length)
  }
  for (const [kind, pattern] of patterns)
    for (const match of text.matchAll(pattern)) take(kind, match.index, match.index + match[0].length)
  return found.sort((a, b) => a.at - b.at)
}

/** Words somebody said, or a sentence in quotes, count as text; a name does not. */
function isSpeech(inner: string): boolean {
  return /[，。！？；]/u.test(inner)
}
