import { addCalendarMonths } from '../../../core/day.ts'
import { levelSpan } from '../../../core/org-code.ts'
import { Chance } from '../chance.ts'
import type { Making } from '../making.ts'
import { Tale } from '../tale.ts'

const commitments = [
  {
    words: '坚持男女平等基本国策，保障妇女儿童合法权益',
    subject: 'equality',
    document: '党代会报告（演示）',
    issuer: '党委（演示）',
    target: '决策和管理中的女性占比逐届提高',
    department: '组织部',
    indicator: 'W-PAR-01',
  },
  {
    words: '“两纲”落实和“两癌”筛查写入政府工作报告',
    subject: 'health',
    document: '政府工作报告（演示）',
    issuer: '人民政府（演示）',
    target: '适龄妇女宫颈癌筛查率到 2025 年达到 70%',
    department: '卫生健康委',
    indicator: 'W-HEA-03',
  },
  {
    words: '规划纲要为妇女儿童和家庭工作设专节',
    subject: 'family',
    document: '“十四五”规划纲要（演示）',
    issuer: '人民代表大会（演示）',
    target: '社区家庭教育指导服务站点覆盖率达到 95%',
    department: '教育厅、妇联',
    indicator: 'W-FAM-02',
  },
] as const

const articles = [
  { no: '第一条', words: '为了演示法规库怎样按条文查，这里的条文是编写的，不是任何法规的原文。' },
  { no: '第二条', words: '本办法适用于演示数据里的地区。' },
  { no: '第三条', words: '妇女联合会依照章程做好有关工作（演示）。' },
]

/** What was won in policy and law (L007, L010): the region and each league have some, and something under way. */
export async function makePolicy(making: Making): Promise<void> {
  const { plan } = making
  const chance = new Chance(84)
  const areas = [...new Set(plan.offices.map(({ area }) => area))]
  const [first = 0] = areas
  for (const [i, area] of [first - (first % 100), ...areas].entries()) {
    const org = area * levelSpan.league
    await makeCommitments(
      making,
      chance,
      org,
      i === 0 ? commitments : [commitments[i % commitments.length] ?? commitments[0]],
    )
    await makeLaws(making, chance, org, i)
  }
}

async function makeCommitments(
  { calendar, filing }: Making,
  chance: Chance,
  org: number,
  list: readonly (typeof commitments)[number][],
): Promise<void> {
  for (const { words, subject, indicator, ...paper } of list) {
    const proposed = calendar.today - chance.whole(700, 1_500)
    const tale = new Tale(calendar, proposed)
    tale
      .after(chance.whole(20, 60), 'adopt', {
        answers: {
          document: paper.document,
          issuer: paper.issuer,
          adoptedOn: calendar.day(tale.at + 20),
          clause: `“${words}”（演示）`,
        },
      })
      .after(chance.whole(5, 40), 'assign', {
        answers: {
          department: paper.department,
          target: paper.target,
          dueOn: addCalendarMonths(calendar.day(calendar.today), 14),
          indicator,
        },
      })
    for (let year = 0; tale.told && year < 6; year++)
      tale.after(chance.whole(300, 355), 'report', {
        answers: {
          year: Number(calendar.day(Math.min(tale.at + 300, calendar.today)).slice(0, 4)),
          progress: '责任部门报了进展，指标比上年好（演示）。',
          evidence: '年度监测报告（演示）',
        },
      })
    await filing.file({
      programme: 'policy-commitment',
      org,
      made: calendar.day(proposed),
      answers: { words, proposedOn: calendar.day(proposed), subject },
      steps: tale.steps,
    })
  }
}

async function makeLaws({ calendar, filing }: Making, chance: Chance, org: number, i: number): Promise<void> {
  const names =
    i === 0
      ? ['家庭教育促进条例（演示文本）', '实施妇女权益保障法办法（演示文本）', '反家庭暴力条例（演示文本）']
      : ['妇女儿童发展促进办法（演示文本）']
  for (const title of names) {
    const begun = calendar.today - chance.whole(560, 900)
    const inForce = begun + 290
    const tale = new Tale(calendar, begun).after(30, 'consult', {
      answers: { closesOn: calendar.day(begun + 70), askedWhom: '有关部门、下级妇联、妇女代表' },
    })
    for (const taken of ['yes', 'part', 'no'])
      tale.after(chance.whole(2, 9), 'opinion', {
        answers: {
          from: chance.pick(['department', 'level', 'expert', 'women']),
          article: '第二条',
          words: '建议写得更具体，基层好操作（演示）。',
          taken,
          why: '已研究（演示）。',
        },
      })
    tale
      .after(120, 'adopt', {
        answers: {
          issuer: i === 0 ? '人大常委会（演示）' : '人民政府（演示）',
          number: `演示〔${calendar.day(begun + 200).slice(0, 4)}〕${i + 1}号`,
          adoptedOn: calendar.day(Math.min(tale.at + 118, calendar.today)),
          inForceOn: calendar.day(inForce),
          articles,
        },
      })
      .after(Math.max(inForce - tale.at - 120, 1) + 120, 'enter')
    const { id } = await filing.file({
      programme: 'legal-document',
      org,
      made: calendar.day(begun),
      answers: {
        title,
        startedOn: calendar.day(begun),
        kind: i === 0 ? 'regional' : 'rules',
        part: i === 0 ? 'drafted' : 'led',
        edition: title.includes('实施') ? 2 : 1,
      },
      steps: tale.steps,
    })
    await filing.file({
      programme: 'press-conference',
      org,
      made: calendar.day(inForce - 12),
      answers: {
        title: `${title.slice(0, 12)}新闻发布会`,
        heldOn: calendar.day(inForce - 3),
        place: '新闻发布厅（演示）',
        document: id,
        host: '妇联、新闻办（演示）',
        text: '介绍法规的主要内容和怎么用（演示发布词）。',
      },
      steps: new Tale(calendar, inForce - 12)
        .after(5, 'clear')
        .after(4, 'hold', { answers: { outlets: chance.whole(4, 26) } }).steps,
    })
  }
  const begun = calendar.today - chance.whole(20, 60)
  await filing.file({
    programme: 'legal-document',
    org,
    made: calendar.day(begun),
    answers: {
      title: '妇女就业促进若干规定（演示草案）',
      startedOn: calendar.day(begun),
      kind: i === 0 ? 'regional' : 'rules',
      part: 'joined',
      edition: 1,
    },
    steps: new Tale(calendar, begun).after(10, 'consult', {
      answers: { closesOn: calendar.day(calendar.today + 20), askedWhom: '有关部门、社会公众' },
    }).steps,
  })
}
