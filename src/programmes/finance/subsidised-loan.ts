import { calendarDays, workingDays } from '../../core/clock.ts'
import { field } from '../../core/field.ts'
import { flow } from '../../core/measure.ts'
import { defineProgramme } from '../../core/programme.ts'
import { borrowers, groups, lending } from './words.ts'

const upward = { by: lending, reach: 'below' } as const

/**
 * 创业担保贷款协办 — L086; R-LOAN-01 (财金〔2023〕75号). The labour office, the guarantor and the bank decide, each by its own rules; we
 * help with the papers and write down what they say. Caps differ by place and are theirs to check.
 */
export const subsidisedLoan = defineProgramme({
  id: 'subsidised-loan',
  version: 1,
  kind: 'case',
  service: 'finance',
  series: 'DB',
  label: { zh: '创业担保贷款', en: 'Subsidised start-up loans' },
  short: { zh: '担保贷款', en: 'Subsidised' },
  noun: { zh: '件', en: 'case' },
  help: {
    zh: '财政贴息的创业担保贷款要走人社资格、担保、银行、贴息四步，我们帮她备材料、跟进，谁说了什么照记。能不能办、额度多少，以当地人社、担保、银行的说法为准。政策里没有把妇女单列，她按返乡创业、高校毕业生等身份申请。',
    en: 'A start-up loan with subsidised interest goes through the labour office, the guarantor, the bank and the subsidy. We help with the papers and write down what each says. Whether and how much is theirs to decide.',
  },
  sources: ['L086', 'R-LOAN-01', 'R-LOAN-02', 'R-LOAN-03', 'processes 9.2'],
  access: { see: lending, create: lending },
  fields: {
    project: field.text({
      label: { zh: '做什么项目', en: 'The project' },
      class: 'P1',
      required: true,
      min: 2,
      max: 60,
      help: { zh: '别写姓名。', en: 'No names.' },
    }),
    askedOn: field.day({ label: { zh: '提出日期', en: 'Asked on' }, class: 'P1', required: true, past: true }),
    person: field.person({ label: { zh: '本人', en: 'The woman' }, class: 'P2', required: true }),
    borrower: field.choice(borrowers, { label: { zh: '谁来贷', en: 'Borrower' }, class: 'P1', required: true }),
    group: field.choice(groups, { label: { zh: '按什么身份申请', en: 'As which group' }, class: 'P3', required: true }),
    amount: field.money({ label: { zh: '想贷多少', en: 'Amount wanted' }, class: 'P3', required: true }),
    referral: field.record('loan-referral', { label: { zh: '来自哪笔推荐', en: 'From which referral' }, class: 'P1' }),
    consentOn: field.day({
      label: { zh: '同意我们代交材料的日期', en: 'She agreed that we hand in papers on' },
      class: 'P1',
      required: true,
      past: true,
    }),
    office: field.text({ label: { zh: '受理的人社部门', en: 'Labour office' }, class: 'P1', required: true, max: 80 }),
    guarantor: field.text({ label: { zh: '担保机构', en: 'Guarantor' }, class: 'P1', required: true, max: 80 }),
    grantedFen: field.money({ label: { zh: '银行批准金额', en: 'Granted' }, class: 'P3', required: true }),
    paidFen: field.money({ label: { zh: '放款金额', en: 'Paid out' }, class: 'P3', required: true }),
    paidOn: field.day({ label: { zh: '放款日期', en: 'Paid out on' }, class: 'P1', required: true, past: true }),
  },
  title: 'project',
  dated: 'askedOn',
  personField: 'person',
  parentField: 'referral',
  opens: ['project', 'askedOn', 'person', 'borrower', 'group', 'amount', 'referral', 'consentOn'],
  states: {
    asked: { zh: '备材料', en: 'Preparing papers' },
    qualified: { zh: '人社已认定', en: 'Qualified' },
    guaranteed: { zh: '已担保', en: 'Guaranteed' },
    granted: { zh: '银行已批准', en: 'Granted' },
    disbursed: { zh: '已放款', en: 'Paid out' },
    closed: { zh: '已办结', en: 'Closed' },
    refused: { zh: '没有办成', en: 'Not granted' },
    withdrawn: { zh: '已撤回', en: 'Withdrawn' },
  },
  initial: 'asked',
  editableIn: ['asked'],
  silentIn: ['withdrawn'],
  checks: {
    paidFits: {
      label: { zh: '放款大于零，不超过批准的', en: 'More than nothing, no more than granted' },
      rule: 'processes 9.3',
      met: ({ answers }) =>
        Number(answers.paidFen ?? 0) > 0 && Number(answers.paidFen) <= Number(answers.grantedFen ?? 0),
    },
  },
  actions: {
    qualify: {
      label: { zh: '人社认定了', en: 'Qualified by the labour office' },
      from: ['asked'],
      to: 'qualified',
      ...upward,
      fills: ['office'],
      tone: 'main',
    },
    guarantee: {
      label: { zh: '担保办好了', en: 'Guaranteed' },
      from: ['qualified'],
      to: 'guaranteed',
      ...upward,
      fills: ['guarantor'],
      tone: 'main',
    },
    grant: {
      label: { zh: '银行批准了', en: 'Granted by the bank' },
      from: ['guaranteed'],
      to: 'granted',
      ...upward,
      fills: ['grantedFen'],
      tone: 'main',
    },
    disburse: {
      label: { zh: '放款了', en: 'Paid out' },
      from: ['granted'],
      to: 'disbursed',
      ...upward,
      fills: ['paidFen', 'paidOn'],
      needs: ['paidFits'],
      tone: 'main',
    },
    subsidise: {
      label: { zh: '记一次贴息', en: 'Record a subsidy of interest' },
      from: ['disbursed'],
      to: 'same',
      ...upward,
      asks: {
        subsidyFen: field.money({ label: { zh: '贴息金额', en: 'Subsidy' }, class: 'P1', required: true }),
        paidBy: field.text({ label: { zh: '谁拨付的', en: 'Paid by' }, class: 'P1', required: true, min: 2, max: 80 }),
      },
    },
    close: {
      label: { zh: '办完了', en: 'Done' },
      from: ['disbursed'],
      to: 'closed',
      ...upward,
      tone: 'main',
    },
    refuse: {
      label: { zh: '没有办成，已告知她原因', en: 'Not granted; she was told why' },
      from: ['asked', 'qualified', 'guaranteed', 'granted'],
      to: 'refused',
      ...upward,
      asks: {
        by: field.choice(
          {
            office: { zh: '人社没有认定', en: 'The labour office' },
            guarantor: { zh: '担保没有通过', en: 'The guarantor' },
            bank: { zh: '银行没有批准', en: 'The bank' },
          },
          { label: { zh: '停在哪一步', en: 'Stopped by' }, class: 'P1', required: true },
        ),
        why: field.text({
          label: { zh: '告诉她的原因', en: 'What she was told' },
          class: 'P2',
          required: true,
          min: 5,
          max: 300,
        }),
      },
    },
    withdraw: {
      label: { zh: '她不要了，或撤回同意', en: 'She withdraws' },
      from: ['asked', 'qualified', 'guaranteed', 'granted'],
      to: 'withdrawn',
      ...upward,
      reason: true,
    },
  },
  clocks: {
    handIn: {
      label: { zh: '帮她把材料交人社', en: 'Hand in her papers' },
      from: 'asked',
      until: ['qualified', 'refused', 'withdrawn'],
      within: workingDays(20),
      legal: false,
      rule: 'processes 9.2',
    },
    // Their terms are their own; ours is to ask how far it is, and to tell her.
    follow: {
      label: { zh: '问问办到哪一步，告诉她', en: 'Ask how far it is, and tell her' },
      after: ['qualify', 'guarantee', 'grant'],
      done: ['guarantee', 'grant'],
      until: ['disbursed', 'refused', 'withdrawn'],
      within: calendarDays(60),
      legal: false,
      rule: 'processes 9.2',
    },
  },
  measures: {
    women: flow('person', {
      label: { zh: '协办创业担保贷款妇女', en: 'Women helped to a subsidised loan' },
      includes: '协办并已放款的妇女，按人去重，按放款日期',
      excludes: '没有放款的；不经妇联自己办的',
    }),
    disbursed: flow('yuan', {
      label: { zh: '协办创业担保贷款放款', en: 'Paid out' },
      includes: '协办并已放款的金额，按放款日期（B）',
      excludes: '贷款推荐的放款、银行汇总数（各自另计，不相加）',
    }),
    subsidised: flow('yuan', {
      label: { zh: '协办贷款贴息', en: 'Interest subsidised' },
      includes: '财政拨付的贴息，按登记日期（B）',
      excludes: '贷款本金；妇联的资金',
    }),
  },
  counts: ({ person, history, answers: { paidFen = 0, paidOn } }, count) => {
    const paid = history.some((done) => done.to === 'disbursed' && done.from !== 'disbursed') ? paidOn : undefined
    return [
      paid && person && count.person('women', paid, person),
      paid && count.money('disbursed', paidFen, paid, 'B'),
      ...history
        .filter((done) => done.action === 'subsidise')
        .map((done) => count.money('subsidised', Number(done.answers.subsidyFen ?? 0), done.on, 'B')),
    ]
  },
})
