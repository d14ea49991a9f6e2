import { type ArticleFigure, one, rounded } from './article-figure.ts'
import { cooperationFigures } from './figures-cooperation.ts'
import { employmentFigures } from './figures-employment.ts'
import { familyFigures } from './figures-family.ts'
import { homecareFigures } from './figures-homecare.ts'

/** Numbers of services that have no file of their own here. */
const otherFigures: readonly ArticleFigure[] = [
  one('F001', '三大工程 3 项', 'initiative.projects'),
  one('F002', '6 项巾帼行动', 'initiative.actions'),
  one(
    'F026',
    '4 项巾帼行动',
    'initiative.actions',
    'ever',
    'Four of the six, as another chapter tells them: 助企就业 is the later name of 就业创业 (C05).',
  ),
  one('F013', '家风故事分享会 3,200 余场', 'family-story.sessions', 'ever', 'A lower bound (余).'),
  one('F014', '参与群众 88 万余人次', 'family-story.attendances', 'ever', 'A lower bound (余).'),
  one('F036', '婚调室 1,052 个', 'mediation-room.open'),
  one(
    'F037',
    '化解各类家庭矛盾 9,915 件',
    'mediation.settled',
    'ever',
    'Agreements only; not clues of screening (C02).',
  ),
  one(
    'F040',
    '公益款物价值 1.79 亿元（2022 年以来）',
    'donation.raised',
    2022,
    'Received cash and goods at value; pledges, sums insured and money passed down are other measures (C01).',
  ),
  one(
    'F041',
    '低收入“两癌”患病妇女救助金 5,858.5 万元',
    'two-cancers.paid',
    2022,
    'At 10,000 yuan each no whole number of women makes it: 5,859 were paid by the standard, and one gave 5,000 back (C09).',
  ),
  {
    no: 'F042',
    says: '人均救助 1 万元',
    parts: [{ measure: 'two-cancers.standard', per: 'two-cancers.women' }],
    since: 2022,
    differs: 'The standard; what was paid divided by the women is 9,999.15 (C09).',
  },
  one(
    'F043',
    '健康保险保额 8 亿元',
    'insured.sumInsured',
    'ever',
    'The sum over the women insured, 25,000 yuan each: no money raised, paid or given (C10).',
  ),
  one(
    'F044',
    '低收入家庭妇女受益 3.2 万名',
    'insured.persons',
    'ever',
    'Women insured; those paid are another measure.',
  ),
  one('F045', '万名妇联执委进万家（今年以来）', 'committee-visit.members', 'campaign', rounded),
  one(
    'F046',
    '万名巾帼志愿者（今年以来）',
    'volunteer-session.volunteers',
    'campaign',
    'Signed in at a session; registered volunteers are F099.',
  ),
  one('F047', '百名律师走基层（今年以来）', 'legal-clinic.lawyers', 'campaign', rounded),
  one(
    'F048',
    '千个家庭矛盾纠纷调解室公益服务行动（今年以来）',
    'mediation-room.serving',
    'campaign',
    'Rooms that took part, of the 1,052 of F036 (C08).',
  ),
  {
    no: 'F049',
    says: '总计帮助 10 余万人次（今年以来）',
    parts: [
      { measure: 'committee-visit.helped' },
      { measure: 'legal-clinic.attendances' },
      { measure: 'room-action.attendances' },
      { measure: 'volunteer-session.served' },
    ],
    since: 'campaign',
    differs:
      'Four campaigns in one total (C25): kept apart. The first three make the article’s number; what volunteers served is many times that, so it cannot have been in it.',
  },
  one(
    'F050',
    '拟募集并投入公益款物价值 1,123.5 万元',
    'relief-project.planned',
    'ever',
    'A plan: what was raised and spent is on the pages of the funds (C24).',
  ),
  one(
    'F051',
    '10 个关爱救助项目',
    'relief-project.projects',
    'ever',
    'Planned; the article names six of the ten (C24).',
  ),
  one('F052', '“五个十”', 'exchange-agreement.lanes'),
  one(
    'F086',
    '家庭教育指导中心 117 个',
    'family-place.centres',
    'ever',
    'The region, 12 leagues, 103 banners and one development zone (C19).',
  ),
  one(
    'F087',
    '社区家长学校和指导服务点 1 万余个',
    'family-place.schoolsAndPoints',
    'ever',
    'Two plaques summed: a place may hold both.',
  ),
  one('F088', '儿童之家 2,387 个', 'family-place.homes'),
  one(
    'F089',
    '亲子阅读体验基地和家庭教育实践基地 88 个',
    'family-place.bases',
    'ever',
    'Two plaques summed: a place may hold both (C18).',
  ),
  {
    no: 'F091',
    says: '调解婚姻家庭纠纷和排查问题 4.3 万余件',
    parts: [{ measure: 'mediation.settled' }, { measure: 'risk-clue.clues' }],
    since: 'ever',
    differs: 'Cases settled and clues found are two things (C02): two measures, never added.',
  },
  one(
    'F093',
    '蒲公英妇女儿童权益服务项目 304 个',
    'dandelion-project.projects',
    'ever',
    'Projects with a contract, those ended early too.',
  ),
  {
    no: 'F094',
    says: '公益性维权服务 53 万妇女儿童和家庭',
    parts: [{ measure: 'dandelion-service.attendances' }, { measure: 'dandelion-service.homes' }],
    since: 'ever',
    differs: 'Persons and households in one number (C15): attendances and home calls, two measures.',
  },
  one(
    'F095',
    '“把爱带回家” 380 余万人次受益',
    'holiday-care.children',
    'ever',
    'A lower bound (余). Children only; parents are another measure.',
  ),
  one(
    'F096',
    '募集各类款物 1.83 亿元',
    'donation.raised',
    2021,
    'F040 over a longer time: the article gives no first year (C01).',
  ),
  one(
    'F097',
    '帮助 1,000 多万妇女儿童',
    'gift-issue.helped',
    2021,
    'Attendances: the region has about 24 million people, so persons it cannot be (C11).',
  ),
  one('F098', '志愿服务队 6,812 支', 'volunteer-team.registered'),
  one('F099', '注册志愿者 34.68 万名', 'volunteer.registered'),
  one(
    'F100',
    '志愿服务 85.47 万场次',
    'volunteer-session.sessions',
    'ever',
    'Two made by hand at the demo banner besides.',
  ),
  one('F101', '服务 2,700 余万人次', 'volunteer-session.served', 'ever', 'A lower bound (余).'),
  one('F102', '制度 139 项', 'issued-rule.issued'),
  one('F103', '妇联组织 2.4 万家', 'organisation.all', 'ever', 'The four kinds of C22 added, one by hand besides.'),
  one('F104', '执委 12.2 万人', 'committee-seat.members', 'ever', 'Five by hand besides.'),
  one('F105', '新领域妇联组织 5,000 家', 'organisation.newFields', 'ever', 'Inside F103 (C22); one by hand besides.'),
  one('F106', '妇女之家（微家）12 万余家', 'organisation.homes', 'ever', 'One by hand besides.'),
]

/** In the order of the articles. A programme that holds a number of the articles adds its line. */
export const articleFigures: readonly ArticleFigure[] = [
  otherFigures,
  familyFigures,
  homecareFigures,
  cooperationFigures,
  employmentFigures,
]
  .flat()
  .sort((a, b) => a.no.localeCompare(b.no))
