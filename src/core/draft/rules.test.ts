import { expect, test } from 'vitest'
import { checkDrafts } from './check-draft.ts'
import type { RuleId } from './rule-texts.ts'
import { ruleIds } from './rule-texts.ts'

const rulesOf = (...texts: string[]) =>
  new Set(
    checkDrafts(
      texts.map((text, i) => ({ name: `${i}`, text })),
      { people: 300_000 },
    ).findings.map(({ rule }) => rule),
  )

/** Sentences of our own that show each rule, and such as look like it and are right. A pair is two texts. */
const cases: Partial<Record<RuleId, { wrong: (string | [string, string])[]; right: (string | [string, string])[] }>> = {
  'double-hedge': {
    wrong: ['2024年，服务群众超3000多人次。', '2024年，发放近200余万元。', '今年走访约50多户左右。'],
    right: ['2024年，服务群众超3000人次。', '2024年，服务群众3000多人次。'],
  },
  'hedge-exact': {
    wrong: ['2024年，约2387名妇女参加。'],
    right: ['2024年，约2400名妇女参加。', '2024年，2387名妇女参加。'],
  },
  rhetoric: {
    wrong: ['组织千名巾帼志愿者走村入户。', '百场宣讲进基层。'],
    right: ['组织1000名志愿者走村入户。', '走进千家万户。'],
  },
  'unit-missing': {
    wrong: ['2024年吸纳家政人员2.3万。'],
    right: ['2024年吸纳家政人员2.3万人。', '2024年帮助2.3万妇女。'],
  },
  'units-mixed': {
    wrong: [
      '2024年服务12万妇女儿童和家庭。',
      '2023年惠及妇女和家庭3万个。',
      '2024年培训500人次、走访300户，共计800人次。',
    ],
    right: ['2024年服务12万妇女儿童。', '2024年服务妇女12万人、家庭3万户。'],
  },
  'sum-wrong': {
    wrong: ['2024年，调解120件、咨询80件，共计220件。'],
    right: ['2024年，调解120件、咨询80件，共计200件。'],
  },
  'acts-joined': {
    wrong: ['2024年，走访困难妇女和慰问单亲母亲3200人。', '截至2024年底，有家庭教育实践基地和亲子阅读站60个。'],
    right: ['2024年，走访慰问困难妇女3200人。', '截至2024年底，家庭教育实践基地和亲子阅读站分别有20个、40个。'],
  },
  'total-of-round': {
    wrong: ['今年以来，组织千名执委走访，百名律师宣讲，总计服务5万余人次。'],
    right: ['今年以来，1200名执委走访2万人次，86名律师服务3万人次，总计服务5万人次。'],
  },
  'outcome-in-person-times': {
    wrong: ['2024年，带动8000余人次就业。', '2024年，帮助妇女实现就业1.2万人次。'],
    right: ['2024年，带动8000余人就业。', '2024年，开展就业培训8000人次。', '2024年，提供就业指导1.2万人次。'],
  },
  'views-as-attendance': {
    wrong: ['今年3月，线上宣讲10期，受众20万人次。', '2024年，节目吸引30万人次观看。'],
    right: ['2024年，村里宣讲10场，参加800人次。', '2024年，短视频播放量30万次。'],
  },
  'crowd-size': {
    wrong: ['2024年，举办讲座12场，参加群众60万人次。'],
    right: ['2024年，举办讲座1200场，参加群众6万人次。'],
  },
  'scope-open': { wrong: ['2024年，开展“书香”等活动300场次。'], right: ['2024年，开展“书香”活动300场次。'] },
  'over-population': {
    wrong: ['2024年，全县培训妇女35万名。', '2024年，帮助20万妇女解难。'],
    right: ['2024年，全县培训妇女1.2万名。', '2024年，公众号粉丝35万人。'],
  },
  'part-over-whole': {
    wrong: ['2024年，募集120万元，其中救助金130万元。', '2024年，调解300件，其中家暴200件、赡养150件。'],
    right: ['2024年，募集120万元，其中救助金30万元。', '2024年，募集120万元，其中救助金30万元，人均500元。'],
  },
  'part-or-addition': {
    wrong: ['截至2024年底，妇联组织3200家，新领域妇联组织400家。'],
    right: [
      '截至2024年底，妇联组织3200家，其中新领域妇联组织400家。',
      '截至2024年底，妇联组织3200家，巾帼志愿队400支。',
    ],
  },
  'list-count': {
    wrong: [
      '实施助学、助医、助困、助老等6个项目。',
      '开展助学、助医、助困4项行动。',
      '实施4项行动：助学、助医、助困。',
    ],
    right: ['实施助学、助医、助困3项行动。', '建设图书馆、公园等120个基地。', '实施3项行动：助学、助医、助困。'],
  },
  'rate-without-base': {
    wrong: ['2024年，女性参保率为44.8%。', '2024年，六成学员找到工作。'],
    right: ['2024年，村妇联主席200名，其中党员179名，占89.5%。', '2024年，调解成功率86%（86/100）。'],
  },
  'rate-over-hundred': { wrong: ['2024年，乡镇覆盖率达120%。'], right: ['2024年，参训人数同比增长120%。'] },
  'coverage-without-total': {
    wrong: ['2024年，建成乡镇调解室95个，实现全覆盖。', '2024年，全覆盖建设调解室95个。'],
    right: ['截至2024年底，建成乡镇调解室95个。'],
  },
  'change-without-base': {
    wrong: ['女代表比例提高2.9个百分点。', '参训人数增长12%。'],
    right: [
      '女代表比例较上届提高2.9个百分点。',
      '参训人数同比增长12%。',
      '女代表比例从20%提高到23%，提高3个百分点，与2020年相比。',
    ],
  },
  'stock-without-date': {
    wrong: ['全县现有巾帼志愿队120支。', '目前，全县建成妇女之家320个。'],
    right: ['截至2024年底，全县现有巾帼志愿队120支。', '2024年，建成妇女之家320个。'],
  },
  'cumulative-without-period': {
    wrong: ['累计培训妇女5200人次。', '近年来，累计募集340万元。'],
    right: ['2024年培训妇女5200人次。', '自2021年以来，累计募集340万元。'],
  },
  'plan-as-result': {
    wrong: ['拟募集120万元，帮助困难妇女。', '明年将培训妇女5000人。', '计划投入300万元。'],
    right: ['2024年募集120万元。', '将“两癌”筛查写入报告，2024年筛查5000人。', '2024年，争取到项目资金120万元。'],
  },
  'rank-without-year': { wrong: ['考核位列全省第一。'], right: ['2024年考核位列全省第一。'] },
  'insured-sum': {
    wrong: ['2024年，协调保额3亿元的保险。', '2024年，筹集保额3亿元。'],
    right: ['2024年，保费60万元，保额3亿元，赔付12万元。', '2024年，募集款物3亿元。'],
  },
  'standard-indivisible': {
    wrong: ['2024年，发放救助金123.5万元，每人1万元。', '2024年，发放救助金120万元，救助100人，每人1万元。'],
    right: [
      '2024年，发放救助金123万元，每人1万元。',
      '2024年，发放救助金120万元，救助120人，每人1万元。',
      '2024年发放贷款123.4万元，人均增收3000元。',
    ],
  },
  'two-values': {
    wrong: [
      '2024年，化解家庭矛盾320件。\n另据统计，2024年调解家庭纠纷510件。',
      ['募集公益款物120万元。', '募集各类款物180万元。'],
    ],
    right: [
      '2023年，化解家庭矛盾320件。\n2024年，化解家庭矛盾510件。',
      ['2024年募集公益款物120万元。', '2024年募集公益款物120余万元。'],
      '2024年，自治区级巾帼示范基地30个。\n2024年，全国巾帼示范基地8个。',
    ],
  },
  'total-shrinks': {
    wrong: [['截至2023年底，累计化解家庭纠纷5200件。', '截至2024年底，累计化解家庭纠纷4100件。']],
    right: [['截至2023年底，累计化解家庭纠纷5200件。', '截至2024年底，累计化解家庭纠纷6100件。']],
  },
  'persons-over-person-times': {
    wrong: ['2024年，开展家政技能培训5.8万人次。\n全年，家政技能培训共有7万名妇女参加。'],
    right: ['2024年，家政技能培训7万人次。\n2024年，家政技能培训5万名。'],
  },
  'counted-two-ways': {
    wrong: ['2024年，培训妇女5000人次。\n另一处，培训妇女4200人。'],
    right: ['2024年，培训妇女5000人次。\n2023年，走访老人4200人。'],
  },
}

/** These need a measure, a figure, a release or a statement to differ from: known.test.ts. */
const known: readonly RuleId[] = [
  'figure-unknown',
  'figure-differs',
  'release-differs',
  'figure-explained',
  'unit-differs',
]

test('every rule has sentences that show it and sentences that do not', () => {
  expect([...Object.keys(cases), ...known].sort()).toEqual([...ruleIds].sort())
})

for (const [rule, { wrong, right }] of Object.entries(cases)) {
  test.each(wrong.map((text) => [text].flat()))(`${rule} finds: %s`, (...texts) => {
    expect([...rulesOf(...texts)]).toContain(rule)
  })
  test.each(right.map((text) => [text].flat()))(`${rule} leaves: %s`, (...texts) => {
    expect([...rulesOf(...texts)]).not.toContain(rule)
  })
}
