import { workingDays } from '../../core/clock.ts'
import { field } from '../../core/field.ts'
import { flow, rate } from '../../core/measure.ts'
import { defineProgramme, type Facts } from '../../core/programme.ts'
import { keepers, yes } from './words.ts'

const takers = [...keepers, 'operator'] as const
const receiving = ['company'] as const
const withCompany = ['sent', 'accepted'] as const
/** Never the company's to judge: it goes to the rights post (processes 7.3: harassment is a rights case). */
const personal: readonly string[] = ['harassment', 'harm']

const askHelp = ({ history, today, on, answers }: Facts) => {
  const told = history.findLast((done) => done.action === 'danger')?.answers
  return [
    {
      programme: 'homecare-safety',
      answers: {
        where: 'after',
        toldOn: today ?? on,
        side: answers.from === 'worker' ? 'worker' : 'household',
        what: told?.what,
        ...(told?.contact !== undefined && { contact: told.contact }),
      },
    },
  ]
}

/** 家政投诉 — L071; D37: first answer in one working day, result in seven. The company sees what it is about, not who to call. */
export const homecareComplaint = defineProgramme({
  id: 'homecare-complaint',
  version: 1,
  kind: 'case',
  service: 'homecare',
  series: 'TS',
  label: { zh: '家政投诉', en: 'Complaint' },
  short: { zh: '投诉', en: 'Complaints' },
  noun: { zh: '件', en: 'complaint' },
  help: {
    zh: '客户或家政员投诉公司服务的，记一件转给公司：一个工作日内受理，七个工作日内有结果；公司办不好，妇联来调。人身伤害、骚扰不转公司，点“涉及人身安全”交权益岗。投诉人的电话公司看不到。',
    en: 'Passed to the company: accepted in one working day, a result in seven; else the federation settles it. Harm and harassment are not passed on but go to the rights post. The company does not see whom to call.',
  },
  sources: ['L071', 'R-HK-03', 'D37', 'processes 7.2'],
  access: { see: [...takers, 'company', 'statistician'], create: takers },
  fields: {
    from: field.choice(
      { client: { zh: '客户投诉', en: 'By a client' }, worker: { zh: '家政员投诉', en: 'By a worker' } },
      { label: { zh: '谁投诉', en: 'By whom' }, class: 'P1', required: true },
    ),
    filedOn: field.day({ label: { zh: '投诉日期', en: 'Filed on' }, class: 'P1', required: true, past: true }),
    about: field.choice(
      {
        quality: { zh: '服务质量', en: 'Quality' },
        fee: { zh: '收费', en: 'Fees' },
        manner: { zh: '态度', en: 'Manner' },
        property: { zh: '财物', en: 'Property' },
        pay: { zh: '欠薪', en: 'Wages owed' },
        documents: { zh: '扣押证件', en: 'Documents held' },
        harassment: { zh: '骚扰', en: 'Harassment' },
        harm: { zh: '人身伤害', en: 'Harm to a person' },
      },
      { label: { zh: '什么事', en: 'About' }, class: 'P2', required: true },
    ),
    what: field.text({ label: { zh: '经过', en: 'What happened' }, class: 'P3', required: true, min: 5, max: 2000 }),
    wish: field.text({ label: { zh: '希望怎么办', en: 'What is wished for' }, class: 'P3', max: 500 }),
    order: field.text({ label: { zh: '订单或合同编号', en: 'Order or contract no.' }, class: 'P1', max: 60 }),
    contact: field.text({ label: { zh: '投诉人怎么联系', en: 'How to reach them' }, class: 'P3', max: 60 }),
    company: field.org({
      label: { zh: '转给哪家公司', en: 'Company' },
      class: 'P1',
      required: true,
      help: {
        zh: '选它在系统里的单位；没有账号的，书面转办。',
        en: 'Its organisation here; on paper where it has no account.',
      },
    }),
    answer: field.text({
      label: { zh: '公司的处理结果', en: 'The company’s answer' },
      class: 'P3',
      required: true,
      max: 2000,
    }),
    outcome: field.choice(
      {
        apology: { zh: '道歉、改正', en: 'Apology, put right' },
        redone: { zh: '重新服务、换人', en: 'Done again, another worker' },
        refund: { zh: '退款、赔付', en: 'Money back' },
        unfounded: { zh: '查下来不属实', en: 'Not founded' },
        none: { zh: '没有谈成', en: 'Not settled' },
      },
      { label: { zh: '结果', en: 'Outcome' }, class: 'P1', required: true },
    ),
    told: yes('已告诉投诉人结果，也告知了12315、诉讼等途径', 'They know the result, and of 12315 and the court'),
  },
  title: 'from',
  dated: 'filedOn',
  opens: ['from', 'filedOn', 'about', 'what', 'wish', 'order', 'contact'],
  receiverField: 'company',
  receiverSees: ['from', 'filedOn', 'about', 'what', 'wish', 'order', 'company', 'answer', 'outcome'],
  states: {
    filed: { zh: '待转办', en: 'Filed' },
    sent: { zh: '已转公司', en: 'With the company' },
    accepted: { zh: '公司已受理', en: 'Accepted' },
    answered: { zh: '公司有结果', en: 'Answered' },
    mediating: { zh: '妇联协调', en: 'The federation settles' },
    settled: { zh: '已办结', en: 'Settled' },
    elsewhere: { zh: '另有处理', en: 'Handled elsewhere' },
    withdrawn: { zh: '投诉人撤回', en: 'Withdrawn' },
  },
  initial: 'filed',
  editableIn: ['filed'],
  checks: {
    notPersonal: {
      label: { zh: '不涉及人身伤害、骚扰', en: 'Neither harm nor harassment' },
      rule: 'processes 7.3',
      route: true,
      met: ({ answers }) => !personal.includes(answers.about ?? ''),
    },
    handedOn: {
      label: { zh: '已交权益岗', en: 'The rights post has it' },
      rule: 'processes 7.3',
      by: ['danger'],
      met: ({ history }) => history.some((done) => done.action === 'danger'),
    },
    informed: {
      label: { zh: '投诉人知道结果和别的途径', en: 'They know the result and the other ways' },
      rule: 'processes 7.2',
      met: ({ answers }) => answers.told === true,
    },
  },
  actions: {
    send: {
      label: { zh: '转给公司', en: 'Pass to the company' },
      from: ['filed'],
      to: 'sent',
      by: takers,
      fills: ['company'],
      needs: ['notPersonal'],
      tone: 'main',
    },
    danger: {
      label: { zh: '涉及人身安全，交权益岗', en: 'A person’s safety: to the rights post' },
      from: ['filed', ...withCompany, 'answered', 'mediating'],
      to: 'same',
      by: takers,
      asks: {
        what: field.text({
          label: { zh: '说了什么', en: 'What was told' },
          class: 'P4',
          required: true,
          min: 5,
          max: 2000,
          help: { zh: '公司看不到这一步。', en: 'The company does not see this step.' },
        }),
        contact: field.text({ label: { zh: '安全的联系方式', en: 'Safe contact' }, class: 'P4', max: 60 }),
      },
      // Who typed it has heard it; nobody else reads it here.
      blindIn: ['filed', ...withCompany, 'answered', 'mediating', 'settled', 'elsewhere', 'withdrawn'],
      starts: askHelp,
      tells: ['rights'],
      tone: 'safety',
    },
    setAside: {
      label: { zh: '不转公司，另有处理', en: 'Not passed on' },
      from: ['filed'],
      to: 'elsewhere',
      by: takers,
      needs: ['handedOn'],
    },
    accept: {
      label: { zh: '受理', en: 'Accept' },
      from: ['sent'],
      to: 'accepted',
      by: receiving,
      reach: 'receiver',
      tone: 'main',
    },
    answer: {
      label: { zh: '答复结果', en: 'Answer' },
      from: [...withCompany],
      to: 'answered',
      by: receiving,
      reach: 'receiver',
      fills: ['answer', 'outcome'],
      tone: 'main',
    },
    recordAnswer: {
      label: { zh: '记公司的书面答复', en: 'Record an answer on paper' },
      from: [...withCompany],
      to: 'answered',
      by: keepers,
      fills: ['answer', 'outcome'],
    },
    mediate: {
      label: { zh: '公司没办好，妇联协调', en: 'Not solved: the federation settles' },
      from: ['answered', ...withCompany],
      to: 'mediating',
      by: keepers,
      reach: 'below',
      reason: true,
    },
    settle: {
      label: { zh: '告知投诉人，办结', en: 'Tell them, and close' },
      from: ['answered', 'mediating'],
      to: 'settled',
      by: keepers,
      reach: 'below',
      fills: ['outcome', 'told'],
      needs: ['informed'],
      tone: 'main',
    },
    withdraw: {
      label: { zh: '投诉人撤回', en: 'Withdrawn' },
      from: ['filed', ...withCompany, 'answered'],
      to: 'withdrawn',
      by: takers,
      reason: true,
    },
  },
  clocks: {
    pass: {
      label: { zh: '转给公司或交权益岗', en: 'Pass it on' },
      from: 'filed',
      until: ['sent', 'elsewhere', 'withdrawn'],
      within: workingDays(1),
      legal: false,
      rule: 'D37',
    },
    accept: {
      label: { zh: '受理投诉', en: 'Accept the complaint' },
      from: 'sent',
      until: ['accepted', 'answered', 'mediating', 'withdrawn'],
      within: workingDays(1),
      legal: false,
      rule: 'D37',
    },
    answer: {
      label: { zh: '答复投诉结果', en: 'Answer the complaint' },
      from: 'sent',
      until: ['answered', 'mediating', 'withdrawn'],
      within: workingDays(7),
      legal: false,
      rule: 'D37',
      remindBefore: [2],
    },
    settle: {
      label: { zh: '告知投诉人', en: 'Tell them' },
      after: ['answer', 'recordAnswer', 'mediate'],
      until: ['settled', 'withdrawn'],
      within: workingDays(7),
      legal: false,
      rule: 'processes 7.2',
    },
  },
  measures: {
    complaints: flow('item', {
      label: { zh: '家政投诉', en: 'Complaints' },
      includes: '收到并转公司的投诉，按投诉日期',
      excludes: '撤回的；涉及人身安全另行处理的（在“家政安全求助”里）',
    }),
    settled: flow('item', {
      label: { zh: '办结家政投诉', en: 'Complaints settled' },
      includes: '告知投诉人并办结的，按办结日期，含查下来不属实、没谈成的',
      excludes: '撤回的；另有处理的',
    }),
    settledRate: rate('settled', ['complaints'], {
      label: { zh: '家政投诉办结率', en: 'Complaints settled' },
      includes: '办结的 ÷ 收到并转公司的',
      excludes: '撤回、另有处理的',
    }),
  },
  counts: ({ state, on, reached }, count) => {
    if (state === 'withdrawn' || !reached.sent) return []
    return [count.one('complaints', on), reached.settled && count.one('settled', reached.settled)]
  },
})
