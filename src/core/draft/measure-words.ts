import type { DraftUnit } from './draft-number.ts'

/** 量词. The longest is tried first. 个 and 家 take their kind from the noun. */
const words: ReadonlyArray<readonly [unit: DraftUnit, words: string]> = [
  ['person-time', '人次 名次 人/次 人(次) 人（次）'],
  ['person', '人 名 位'],
  ['session', '场次 场 期次 期 次 堂 课次 班次 轮'],
  ['household', '户 户次'],
  ['couple', '对'],
  ['place', '所 处 座 间 省区 盟市 旗县 省份 省市'],
  ['yuan', '元 块钱 元人民币'],
  ['percent', '% ％ 个百分点 百分点'],
  [
    'item',
    '件 项 篇 支 份 条 部 套 本 册 起 例 宗 批 款 张 面 块 幅 辆 台 单 只 组 档 类 种 集 件次 项次 户次 人份 枚 封 首 盏 箱 袋 顶 床 棵 株 头 匹 个 家 步 门 节 单次',
  ],
  ['other', '岁 小时 学时 课时 分钟 公里 亩 平方米 吨 斤 公斤 千克 倍 美元 ‰ 字 页'],
]

const unitOf = new Map(words.flatMap(([unit, list]) => list.split(' ').map((word) => [word, unit] as const)))
const longestFirst = [...unitOf.keys()].sort((a, b) => b.length - a.length)

/** The measure word at a place of the text. */
export function measureWordAt(text: string, at: number): { word: string; unit: DraftUnit } | undefined {
  const word = longestFirst.find((w) => text.startsWith(w, at))
  return word === undefined ? undefined : { word, unit: unitOf.get(word) as DraftUnit }
}

const personNoun =
  '妇女儿童|妇女|儿童|女性|女童|群众|家长|母亲|妈妈|老人|青年|学生|女大学生|大学生|居民|农牧民|牧民|农民|村民|职工|女工|姐妹|巾帼|志愿者|执委|干部|党员|青少年|少年|孩子|网友|粉丝|观众|人口|人'
const personEnd =
  '人员|妇女|儿童|女性|者|员|学生|家长|母亲|群众|青年|老人|代表|委员|骨干|带头人|人才|标兵|红旗手|执委|人数|粉丝|专家|干部|律师'

/** A noun that follows a number without a measure word: 37.2万妇女, 53万妇女儿童和家庭. */
export function nounUnitAt(text: string, at: number): { word: string; unit: DraftUnit } | undefined {
  const rest = text.slice(at, at + 24)
  const mixed = new RegExp(
    `^(?:名|个|位)?(?:${personNoun})(?:、[^，。、]{1,6})*(?:和|及|与|以及)[^，。；、千万\\d]{0,6}家庭`,
    'u',
  ).exec(rest)
  if (mixed) return { word: mixed[0], unit: 'mixed' }
  const mixedBack = new RegExp(`^(?:个|户)?[^，。；、]{0,4}家庭(?:和|及|与|以及)(?:${personNoun})`, 'u').exec(rest)
  if (mixedBack) return { word: mixedBack[0], unit: 'mixed' }
  const household =
    /^(?:个|户)?(?:困难|困境|贫困|低收入|城乡|农村|各族|单亲|脱贫|新婚|军人|职工|农牧民|示范)?家庭(?!教育|家教|工作|文明|文化|建设|医生|矛盾|纠纷|暴力|成员|服务|关系|农场|妇女|儿童|故事)/u.exec(
      rest,
    )
  if (household) return { word: household[0], unit: 'household' }
  const person = new RegExp(`^(?:各族|广大|低收入|困难|困境|农村|贫困|留守|城乡|基层)?(?:${personNoun})`, 'u').exec(
    rest,
  )
  return person ? { word: person[0], unit: 'person' } : undefined
}

const unitBefore: ReadonlyArray<readonly [RegExp, DraftUnit]> = [
  [/人次(?:数)?$/u, 'person-time'],
  [/(?:人数|总人口|人口)$/u, 'person'],
  [/场次$/u, 'session'],
  [/(?:户数)$/u, 'household'],
  [/(?:件数|数量)$/u, 'item'],
  [new RegExp(`(?:${personEnd})$`, 'u'), 'person'],
  [/(?:点击量|播放量|浏览量|阅读量|观看量|收视|访问量|曝光量)$/u, 'person-time'],
]

/** The unit said before a number without one: 参与人次超400万; 吸纳服务人员2.23万. */
export function unitSaidBefore(before: string): { word: string; unit: DraftUnit } | undefined {
  const bare = before.replace(/(?:总数|累计|总计|合计|共计|已经?|达到?|超过?|突破|约为?|近|逾|为|共|至|有)*$/u, '')
  for (const [pattern, unit] of unitBefore) {
    const match = pattern.exec(bare)
    if (match) return { word: match[0], unit }
  }
  return undefined
}

const placeNoun =
  /(?:基地|中心|站|点|室|之家|微家|家园|公园|学校|课堂|驿站|阵地|场所|会场|盟市|旗县|旗县区|苏木|嘎查|乡镇|街道|社区|村|镇|县|市|区|省|盟|旗|园区|工坊|车间|食堂|幼儿园|托育机构|广场|展馆|书屋|门店|小屋|空间|讲堂|会客厅)$/u
const notPlace = /(?:平台|妇联|试点|观点|要点|重点|热点|亮点|难点|服务区|岗位|文明岗)$/u

/**
 * Whether things counted with 个 or 家 are places on a day: by the noun behind the number (120个…教育基地), or, when nothing
 * stands behind it, the noun before (婚调室1052个).
 */
export function countsPlaces(before: string, after: string): boolean {
  const behind = /^[^，。；、：,;（(\n]*/u.exec(after)?.[0] ?? ''
  const noun = behind
    .replace(/[“”‘’"]/gu, '')
    .replace(/(?:同步|陆续|先后|举办|举行|开展|召开|启动|建成|挂牌|公益|服务行动|同时).*$/u, '')
  if (/^(?:盟市|旗县|乡镇|苏木|嘎查|街道|社区|村(?!民)|县|市|省|地市|区县|区市)/u.test(noun)) return true
  if (noun) return placeNoun.test(noun) && !notPlace.test(noun)
  const ahead = before.replace(/[“”‘’"]/gu, '').replace(/[（(][^）)]*[）)]$/u, '')
  const said = ahead.replace(/(?:总数|累计|总计|共计|已经?|达到?|超过?|突破|约|近|逾|共|有)*$/u, '')
  return placeNoun.test(said) && !notPlace.test(said)
}
