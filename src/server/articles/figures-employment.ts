import { type ArticleFigure, one } from './article-figure.ts'

/** Jobs and work. */
export const employmentFigures: readonly ArticleFigure[] = [
  one('F029', '专场招聘会 326 场', 'job-fair.fairs'),
  {
    no: 'F030',
    says: '提供就业岗位 2.8 万个',
    parts: [{ measure: 'job-post.positions' }, { measure: 'job-fair.positions' }],
    since: 'ever',
    differs:
      'Positions of posts published, each once; the second counts a post once in every fair that showed it, so it is larger. Offered is not hired.',
  },
  one(
    'F032',
    '围绕特色产业培训妇女 20 多万人次',
    'skill-class.trained',
    'ever',
    'A lower bound (多). Attendances: the distinct people among them are F072.',
  ),
  one(
    'F033',
    '女企业家协会提供就业岗位 1,502 个',
    'job-post.association',
    'ever',
    'The article’s are of one fair (March); here all that came from the association, which are those.',
  ),
  one(
    'F034',
    '直播带岗 19.59 万人次观看',
    'job-live.views',
    'ever',
    'The article calls views 人次: they are readings of counters, 次, and no people who came.',
  ),
  one(
    'F035',
    '达成初步就业意向 200 余人',
    'job-intent.liveSeekers',
    'ever',
    'A lower bound (余). Intentions from live sessions: who was hired is job-intent.hired.',
  ),
  one(
    'F071',
    '累计投入资金 5,189 万元',
    'skill-class.spent',
    'ever',
    'What was spent on classes by vouchers a second person confirmed; the article gives no source and no first year.',
  ),
  one(
    'F072',
    '培训妇女 5.5 万人',
    'skill-class.people',
    'ever',
    'Those who signed in, each once; attendances are F032.',
  ),
  one(
    'F076',
    '自治区巾帼脱贫示范基地 100 个',
    'women-base.regional',
    'ever',
    'Names that stand: one converted since ends.',
  ),
  one(
    'F077',
    '全国巾帼脱贫示范基地 26 个',
    'women-base.national',
    'ever',
    'Names: all of them are held by bases of F076, which count once as places.',
  ),
  one(
    'F078',
    '助力全区 37.2 万妇女实现脱贫',
    'lifted-women.women',
    'ever',
    'The department’s number, taken over (D); nobody in it is known here, and it is added to nothing.',
  ),
]
