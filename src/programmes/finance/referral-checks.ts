import { parseCreditCode } from '../../core/credit-code.ts'
import type { Facts } from '../../core/programme.ts'
import { shared } from './referral-fields.ts'

type Asked = Pick<Facts, 'answers' | 'today'>

/** Fen: a thousand to four million yuan (processes 9.3); what is meant in 万元 and typed as yuan falls out. */
const least = 1_000_00
const most = 4_000_000_00

export const checks = {
  amountFits: {
    label: { zh: '金额在一千元到四百万元之间', en: 'Between 1,000 and 4,000,000 yuan' },
    rule: 'processes 9.3',
    met: ({ answers }: Asked) => Number(answers.amount ?? 0) >= least && Number(answers.amount ?? 0) <= most,
  },
  firmKnown: {
    label: { zh: '企业、合作社写明信用代码', en: 'A cooperative or enterprise gives its credit code' },
    rule: 'processes 9.3',
    met: ({ answers: { borrower, uscc } }: Asked) =>
      borrower === 'person' || borrower === 'trader' || parseCreditCode(String(uscc ?? '')) !== undefined,
  },
  advised: {
    label: { zh: '产品给她看过、话说清了、是她本人要贷', en: 'Shown, warned, and her own wish' },
    rule: 'R-LOAN-02',
    met: ({ answers }: Asked) => answers.shown === true && answers.warned === true && answers.ownWish === true,
  },
  factsKnown: {
    label: { zh: '人在这里、项目是真的、推荐人与她无关', en: 'She is here, the project is real, nobody is related' },
    rule: 'processes 9.2',
    met: ({ answers }: Asked) =>
      answers.livesHere === true && answers.projectSeen === true && answers.unrelated === true,
  },
  consented: {
    label: { zh: '五项内容她都同意交给写明的这家银行', en: 'She agrees to all five for this one bank' },
    rule: 'R-LOAN-03',
    by: ['agree'],
    met: ({ answers }: Asked) =>
      Boolean(answers.bankName) &&
      Boolean(answers.consentOn) &&
      Object.keys(shared).every((part) => Array.isArray(answers.share) && answers.share.includes(part)),
  },
  grantFits: {
    label: { zh: '批准金额大于零，不超过她申请的', en: 'More than nothing, no more than she asked' },
    rule: 'processes 9.3',
    met: ({ answers }: Asked) =>
      Number(answers.grantedFen ?? 0) > 0 && Number(answers.grantedFen) <= Number(answers.amount ?? 0),
  },
  paidFits: {
    label: { zh: '放款金额大于零，不超过批准的', en: 'More than nothing, no more than granted' },
    rule: 'processes 9.3',
    met: ({ answers }: Asked) =>
      Number(answers.paidFen ?? 0) > 0 && Number(answers.paidFen) <= Number(answers.grantedFen ?? 0),
  },
} as const
