import { type ArticleFigure, one } from './article-figure.ts'

/** Loans, cooperation, and the wider set of family-tradition activities. */
export const cooperationFigures: readonly ArticleFigure[] = [
  one(
    'F027',
    '联合九省区妇联构建沿黄河流域巾帼生态行动合作机制',
    'cooperation-agreement.provinces',
    'ever',
    'Provinces in mechanisms in force, ours among them: one mechanism of nine.',
  ),
  one(
    'F028',
    '累计投放“金融支持妇女发展专项行动”妇女群体贷款 400 余亿元',
    'loan-report.lent',
    'ever',
    'A lower bound (余), by the bank’s own definition, paid out so far and not outstanding: readings of grade D, never added to referrals.',
  ),
  one(
    'F085',
    '“红色家风耀北疆”等活动 1.3 万场次',
    'family-tradition.sessions',
    'ever',
    'The evenings of F013 are another measure: the article does not say whether they are inside.',
  ),
]
