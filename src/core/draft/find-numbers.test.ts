import { expect, test } from 'vitest'
import { readDraft } from './find-numbers.ts'
import { readChinese } from './numeral.ts'

/** Numbers of a sentence as “value unit bound”. */
const numbers = (text: string) =>
  readDraft('t', text).numbers.map(
    ({ value, unit, bound, rhetorical }) => `${value} ${unit} ${bound}${rhetorical ? ' rhetorical' : ''}`,
  )

test('Chinese numerals', () => {
  const pairs: [string, number][] = [
    ['十', 10],
    ['二十三', 23],
    ['三千五百', 3500],
    ['一百二十', 120],
    ['千万', 10_000_000],
    ['二十万', 200_000],
    ['一亿二千万', 120_000_000],
    ['两千零五', 2005],
    ['二〇二三', 2023],
  ]
  for (const [text, value] of pairs) expect(readChinese(text), text).toBe(value)
  expect(readChinese('万一家')).toBeUndefined()
})

test.each([
  ['全市建成“妇女之家”3,216个，其中省级示范51个。', ['3216 place =', '51 item =']],
  ['举办讲座二十余场，参加人数达三千五百多人。', ['20 session >=', '3500 person >=']],
  [
    '救助患病妇女1.8万余名，发放救助金2.36亿元，惠及群众逾120万人次。',
    ['18000 person >=', '236000000 yuan =', '1200000 person-time >='],
  ],
  [
    '女性人大代表、政协委员比例分别为31.2%和33.5%，较上届提高2.1和1.7个百分点。',
    ['31.2 percent =', '33.5 percent =', '2.1 percent =', '1.7 percent ='],
  ],
  ['占比超四成，三分之二的村有女主任，女生过半。', ['40 percent >=', '66.6667 percent =', '50 percent >=']],
  ['吸纳家政服务人员2.23万，参与人次超400万。', ['22300 person =', '4000000 person-time >=']],
  ['帮助37.2万妇女、服务53万妇女儿童和家庭。', ['372000 person =', '530000 mixed =']],
  ['近300对新人参加，约500人观礼。', ['300 couple <=', '500 person ~']],
  ['孕产妇死亡率9.56/10万，婴儿死亡率2.85‰，人均预期寿命82.1岁。', ['9.56 other =', '2.85 other =', '82.1 other =']],
  [
    '走访困难家庭1.1万户次，为8000余户家庭送去价值65万元的物资20余万件。',
    ['11000 item =', '8000 household >=', '650000 yuan =', '200000 item >='],
  ],
  ['连续6年举办，考核排名第一，覆盖12个盟市、九省区。', ['6 other =', '1 other =', '12 place =', '9 place =']],
  ['短视频播放量1.2亿次，粉丝达23.5万。', ['120000000 person-time =', '235000 person =']],
  [
    '千万妇女万家庭，万名执委，百名律师。',
    [
      '10000000 person = rhetorical',
      '10000 household = rhetorical',
      '10000 person = rhetorical',
      '100 person = rhetorical',
    ],
  ],
  ['新建“儿童之家”十二所，聘请校外辅导员五百六十名，调解室１２个。', ['12 place =', '560 person =', '12 place =']],
  [
    '开展服务1 200场，接听来电3万余次，覆盖3万人（次），近三成。',
    ['1200 session =', '30000 item >=', '30000 person-time =', '30 percent <='],
  ],
  ['近百万人次、上千名群众、数十万家庭。', ['1000000 person-time <=', '1000 person >=', '100000 household >=']],
])('%s', (text, expected) => {
  expect(numbers(text)).toEqual(expected)
})

test.each([
  '2024年3月8日上午9:30，第十二次妇女代表大会召开，第三届“最美家庭”揭晓。',
  '《中国妇女发展纲要（2021—2030年）》和《关于支持100个项目的意见》（妇字〔2023〕15号）印发。',
  '“十四五”时期，党的二十大、妇女十三大之后，落实“两纲”、筛查“两癌”。',
  '拨打12338热线或0472-5123456，24小时有人接听。',
  '做到“五个一”“四个与共”“三个离不开”，抓好三个方面，办好两件大事。',
  '一是聚焦主业，二是突破难点，走进千家万户，书香飘万家，千万不要忘记。',
  '18岁以上妇女每3年检查一次，为35—64岁妇女免费筛查。',
  '新中国成立70周年，用5G直播，工作法“三个123”“135工作机制”。',
  '一场活动、一条心、一个都不能少。',
  '每千人口配一名，李某，女，45岁，热心公益。',
])('no statistic: %s', (text) => {
  expect(numbers(text)).toEqual([])
})

test('a number knows its period: said before it, carried from the sentence before, or vague', () => {
  const periods = (text: string) =>
    readDraft('t', text).numbers.map(({ period }) => [period?.kind, period?.text, period?.carried])
  expect(periods('自2022年以来，募集500万元。救助300人。')).toEqual([
    ['since', '自2022年以来', false],
    ['since', '自2022年以来', true],
  ])
  expect(periods('截至2024年10月底，全市有妇联组织6800个。')).toEqual([['as-of', '截至2024年10月底', false]])
  expect(periods('五年来，培训3000人。\n另一段，培训4000人。')).toEqual([
    ['span', '五年来', false],
    [undefined, undefined, undefined],
  ])
  expect(periods('近年来，培训3000人。')[0]?.[0]).toBe('vague')
  expect(periods('年均服务家长800人次。')[0]?.[0]).toBe('annual')
})

test('offsets are those of the text, hedge included', () => {
  const text = '前言。\n共有约500万人次参加'
  const [n] = readDraft('t', text).numbers
  expect(n && text.slice(n.at, n.end)).toBe('约500万人次')
})
