import { calendarMonths } from '../../core/clock.ts'
import { field } from '../../core/field.ts'
import { flow } from '../../core/measure.ts'
import { defineProgramme } from '../../core/programme.ts'

const hands = ['rights', 'family', 'finance', 'chair'] as const

/** The six that L124 names; of the other four the source gives no name 〔待核〕. A project is written with its own title. */
const kinds = {
  guidance: { zh: '思想引领赋能', en: 'Thought guidance' },
  'two-cancers': { zh: '低收入“两癌”患病妇女救助', en: 'Two-cancer relief' },
  skills: { zh: '灵活就业技术培训', en: 'Skills for flexible work' },
  students: { zh: '家庭困难女大学生帮扶', en: 'Female students' },
  children: { zh: '留守困境儿童帮扶', en: 'Children in hardship' },
  petition: { zh: '困难信访妇女关爱', en: 'Petitioning women in hardship' },
  other: { zh: '其他项目（名称待核）', en: 'Another (name to be checked)' },
}

/** 关爱救助项目 — L124; F050, F051. A plan: what is planned is a measure of its own, never added to what was raised or spent. */
export const reliefProject = defineProgramme({
  id: 'relief-project',
  version: 1,
  kind: 'case',
  service: 'relief',
  series: 'XM',
  label: { zh: '关爱救助项目', en: 'Relief project' },
  short: { zh: '项目', en: 'Projects' },
  noun: { zh: '个', en: 'project' },
  help: {
    zh: '先有计划再有钱。计划金额写在这里，只是打算，不是成绩。每个项目用一笔自己的资金：财务在资金页“列预算”选上项目，筹到多少、用去多少就从流水里算出来，不在这里填。付给单位的记“项目支出”，发给个人的走救助、助学、关爱。',
    en: 'The plan and its amount: an intention, no result. A project has a fund of its own; finance lists it on the page of that fund, and what was raised and spent comes from the postings, not from a form. Paid to an organisation: “Project spending”; to a person: relief, grants, care.',
  },
  sources: ['L124', 'F050', 'F051', 'R-FUND-02', 'D20'],
  access: { see: [...hands, 'statistician', 'auditor'], create: ['rights', 'family', 'finance'] },
  fields: {
    title: field.text({ label: { zh: '项目名称', en: 'Name' }, class: 'P1', required: true, min: 2, max: 60 }),
    proposedOn: field.day({ label: { zh: '提出日期', en: 'Proposed on' }, class: 'P1', required: true, past: true }),
    kind: field.choice(kinds, { label: { zh: '哪一类', en: 'Kind' }, class: 'P1', required: true }),
    year: field.integer({ label: { zh: '年度', en: 'Year' }, class: 'P1', required: true, min: 2009, max: 2100 }),
    planned: field.money({ label: { zh: '计划金额（拟）', en: 'Planned amount' }, class: 'P1', required: true }),
    beneficiaries: field.integer({
      label: { zh: '计划帮助人数', en: 'Persons to be helped' },
      class: 'P1',
      max: 10_000_000,
      unitLabel: { zh: '人', en: 'persons' },
    }),
    department: field.text({ label: { zh: '负责部门', en: 'Department' }, class: 'P1', required: true, max: 60 }),
    fund: field.fund({ label: { zh: '用哪笔资金', en: 'Fund' }, class: 'P1' }),
    filing: field.text({
      label: { zh: '募捐方案备案号', en: 'Filing of the fundraising plan' },
      class: 'P1',
      max: 60,
      help: {
        zh: '公开募捐由有资格的基金会做，先备案（慈善法第二十四条）；平台不设捐款按钮。',
        en: 'A qualified foundation files it first; there is no donate button here.',
      },
    }),
    endsOn: field.day({ label: { zh: '计划完成日期', en: 'Planned end' }, class: 'P1', required: true }),
    result: field.text({
      label: { zh: '做成了什么', en: 'What came of it' },
      class: 'P1',
      required: true,
      min: 5,
      max: 2000,
    }),
  },
  title: 'title',
  dated: 'proposedOn',
  opens: ['title', 'proposedOn', 'kind', 'year', 'planned', 'beneficiaries', 'department', 'endsOn'],
  states: {
    proposed: { zh: '拟立项', en: 'Proposed' },
    approved: { zh: '已立项', en: 'Approved' },
    raising: { zh: '筹集中', en: 'Raising' },
    running: { zh: '实施中', en: 'Running' },
    accepted: { zh: '已验收', en: 'Accepted' },
    disclosed: { zh: '已公开', en: 'Disclosed' },
    cancelled: { zh: '未实施', en: 'Cancelled' },
  },
  initial: 'proposed',
  editableIn: ['proposed'],
  checks: {
    something: {
      label: { zh: '计划金额大于零', en: 'A planned amount' },
      rule: 'L124',
      met: ({ answers }) => (answers.planned ?? 0) > 0,
    },
    funded: {
      label: { zh: '写明用哪笔资金', en: 'It says which fund' },
      rule: 'R-FUND-08',
      met: ({ answers }) => Boolean(answers.fund),
    },
    ahead: {
      label: { zh: '计划完成在提出之后', en: 'It ends after it was proposed' },
      rule: 'L124',
      met: ({ on, answers }) => (answers.endsOn ?? '') > on,
    },
    filed: {
      label: { zh: '公开募捐方案已备案', en: 'The fundraising plan is filed' },
      rule: 'R-FUND-02',
      met: ({ answers }) => Boolean(answers.filing),
    },
  },
  actions: {
    approve: {
      label: { zh: '立项', en: 'Approve' },
      from: ['proposed'],
      to: 'approved',
      by: hands,
      secondPerson: true,
      needs: ['something', 'ahead'],
      tone: 'main',
    },
    raise: {
      label: { zh: '开始筹集', en: 'Begin raising' },
      from: ['approved'],
      to: 'raising',
      by: hands,
      fills: ['filing', 'fund'],
      needs: ['filed'],
      tone: 'main',
    },
    run: {
      label: { zh: '开始实施', en: 'Begin' },
      from: ['approved', 'raising'],
      to: 'running',
      by: hands,
      fills: ['fund'],
      needs: ['funded'],
      tone: 'main',
    },
    progress: {
      label: { zh: '公布一次进展', en: 'Publish progress' },
      from: ['raising', 'running'],
      to: 'same',
      by: hands,
      asks: {
        where: field.text({ label: { zh: '公布在哪里', en: 'Where' }, class: 'P1', required: true, max: 200 }),
      },
    },
    accept: {
      label: { zh: '验收', en: 'Accept' },
      from: ['running'],
      to: 'accepted',
      by: hands,
      secondPerson: true,
      fills: ['result'],
      tone: 'main',
    },
    disclose: {
      label: { zh: '已全面公开', en: 'Disclosed in full' },
      from: ['accepted'],
      to: 'disclosed',
      by: hands,
      asks: {
        where: field.text({ label: { zh: '公开在哪里', en: 'Where' }, class: 'P1', required: true, max: 200 }),
      },
      tone: 'main',
    },
    cancel: {
      label: { zh: '不做了', en: 'Cancel' },
      from: ['proposed', 'approved', 'raising'],
      to: 'cancelled',
      by: hands,
      reason: true,
    },
  },
  clocks: {
    raising: {
      label: { zh: '募捐超过六个月的，每三个月公布', en: 'Publish every three months' },
      from: 'raising',
      until: ['running', 'accepted', 'cancelled'],
      done: ['progress'],
      within: calendarMonths(3),
      rounds: [6, 9, 12].map((months) => calendarMonths(months)),
      legal: true,
      law: '《慈善法》第七十九条',
      rule: 'D19',
      remindBefore: [15],
    },
    running: {
      label: { zh: '项目超过六个月的，每三个月公布', en: 'Publish every three months' },
      from: 'running',
      until: ['accepted'],
      done: ['progress'],
      within: calendarMonths(3),
      rounds: [6, 9, 12].map((months) => calendarMonths(months)),
      legal: true,
      law: '《慈善法》第七十九条',
      rule: 'D20',
      remindBefore: [15],
    },
    disclose: {
      label: { zh: '结束后三个月内全面公开', en: 'Disclose in full' },
      from: 'accepted',
      until: ['disclosed'],
      within: calendarMonths(3),
      legal: true,
      law: '《慈善法》第七十九条',
      rule: 'D20',
      remindBefore: [30, 10],
    },
  },
  measures: {
    planned: flow('yuan', {
      label: { zh: '拟募集并投入金额', en: 'Planned money' },
      aliases: ['拟募集并投入公益款物价值'],
      includes: '未取消项目的计划金额，按提出日期；只是计划',
      excludes: '实际募集、实际支出（看资金页）；已取消的项目',
    }),
    projects: flow('item', {
      label: { zh: '拟实施关爱救助项目', en: 'Planned projects' },
      unitLabel: { zh: '个', en: 'projects' },
      includes: '提出、未取消的项目，按提出日期；只是计划',
      excludes: '已取消',
    }),
    accepted: flow('item', {
      label: { zh: '验收关爱救助项目', en: 'Projects accepted' },
      unitLabel: { zh: '个', en: 'projects' },
      includes: '已验收的项目，按验收日期',
      excludes: '计划中、实施中',
    }),
  },
  counts: ({ state, on, answers: { planned = 0 }, reached }, count) =>
    state === 'cancelled'
      ? []
      : [
          count.money('planned', planned, on),
          count.one('projects', on),
          reached.accepted && count.one('accepted', reached.accepted),
        ],
})
