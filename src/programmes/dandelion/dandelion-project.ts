import { calendarDays, workingDays } from '../../core/clock.ts'
import { flow, stock } from '../../core/measure.ts'
import { defineProgramme } from '../../core/programme.ts'
import { projectContract } from './documents/project-contract.ts'
import { projectNotice } from './documents/project-notice.ts'
import { actions, states } from './project-actions.ts'
import { contracting, noticing, opening } from './project-fields.ts'
import {
  creditCodeRight,
  judgesIn,
  noOpenObjection,
  noticeLongEnough,
  noticeOver,
  withinAsked,
} from './project-gates.ts'

const hands = ['rights', 'chair'] as const
const ended = ['unqualified', 'unselected', 'terminated', 'closed'] as const

/** 蒲公英妇女儿童权益服务项目 — L102; figure F093. Bought from social organisations; projects are scored, people never. */
export const dandelionProject = defineProgramme({
  id: 'dandelion-project',
  version: 1,
  kind: 'case',
  service: 'dandelion',
  series: 'PG',
  label: { zh: '蒲公英项目', en: 'Dandelion project' },
  short: { zh: '蒲公英', en: 'Dandelion' },
  noun: { zh: '个', en: 'project' },
  help: {
    zh: '社会组织申报，查资格，评委路演打分（只评项目，每位评委打一次），公示，签合同，分两期拨款，中期检查，验收，审计。拨款在“蒲公英拨款”里办。',
    en: 'A social organisation applies; checked, judged in a road show (the project, once by each judge), noticed, contracted, paid in two instalments, checked, accepted, audited.',
  },
  sources: ['L102', 'F093'],
  access: { see: [...hands, 'organisation', 'finance', 'statistician', 'lawyer'], create: hands },
  fields: { ...opening, ...noticing, ...contracting },
  title: 'title',
  dated: 'appliedOn',
  parentField: 'call',
  opens: Object.keys(opening) as (keyof typeof opening)[],
  states,
  initial: 'applied',
  editableIn: ['applied'],
  checks: {
    creditCodeRight: {
      label: { zh: '统一社会信用代码正确', en: 'The credit code is right' },
      rule: 'R-CODE-04',
      met: creditCodeRight,
    },
    judgesIn: {
      label: { zh: '至少三位评委已打分', en: 'Three judges have given their sheets' },
      rule: 'L102',
      by: ['judge'],
      met: judgesIn,
    },
    noticeLongEnough: {
      label: { zh: '公示不少于三天', en: 'Three days of notice' },
      rule: 'D18',
      met: noticeLongEnough,
    },
    noticeOver: { label: { zh: '公示已结束', en: 'The notice is over' }, rule: 'D18', waits: true, met: noticeOver },
    noOpenObjection: {
      label: { zh: '异议已处理完', en: 'No objection is open' },
      rule: 'D18',
      by: ['settle'],
      met: noOpenObjection,
    },
    withinAsked: {
      label: { zh: '合同金额不超过申请', en: 'Not more than was asked for' },
      rule: 'L102',
      met: withinAsked,
    },
  },
  actions,
  clocks: {
    qualify: {
      label: { zh: '资格审查', en: 'Check the application' },
      from: 'applied',
      until: ['qualified', ...ended],
      within: workingDays(10),
      legal: false,
      rule: 'L102',
    },
    notice: {
      label: { zh: '公示', en: 'Public notice' },
      from: 'noticed',
      until: ['contracted', ...ended],
      within: calendarDays(5),
      dueField: 'noticeTo',
      legal: false,
      rule: 'D18',
    },
    objection: {
      label: { zh: '答复异议', en: 'Answer an objection' },
      after: ['object'],
      done: ['settle'],
      until: ['contracted', ...ended],
      within: workingDays(5),
      legal: false,
      rule: 'D18',
    },
    finish: {
      label: { zh: '项目完成并验收', en: 'Finish and accept' },
      from: 'contracted',
      until: ['accepted', 'audited', ...ended],
      within: calendarDays(365),
      dueField: 'endsOn',
      legal: false,
      rule: 'L102',
      remindBefore: [60, 30, 7],
    },
    audit: {
      label: { zh: '审计', en: 'Audit' },
      from: 'accepted',
      until: ['audited', ...ended],
      within: calendarDays(90),
      legal: false,
      rule: 'L102',
    },
  },
  documents: { 'project-notice': projectNotice, 'project-contract': projectContract },
  measures: {
    projects: flow('item', {
      label: { zh: '开展蒲公英项目', en: 'Projects contracted' },
      unitLabel: { zh: '个', en: 'projects' },
      aliases: ['“蒲公英”妇女儿童权益服务项目'],
      includes: '已签合同的项目，按签约日期',
      excludes: '申报、评审未签约的；签约后终止的仍算（另有终止数）',
    }),
    terminated: flow('item', {
      label: { zh: '终止项目', en: 'Projects ended early' },
      unitLabel: { zh: '个', en: 'projects' },
      includes: '签约后终止的项目，按终止日期',
      excludes: '未签约的',
    }),
    running: stock('item', {
      label: { zh: '在执行项目', en: 'Projects under way' },
      unitLabel: { zh: '个', en: 'projects' },
      includes: '已签约、未验收、未终止的项目',
      excludes: '已验收、已终止',
    }),
    applied: flow('item', {
      label: { zh: '申报项目', en: 'Applications' },
      unitLabel: { zh: '个', en: 'projects' },
      includes: '收到的申报，按申报日期',
      excludes: '撤回',
    }),
  },
  counts: ({ on, state, reached, history }, count) => {
    const contracted = history.find((d) => d.to === 'contracted')?.on
    const accepted = history.find((d) => d.to === 'accepted')?.on
    const stopped = state === 'terminated' ? reached.terminated : undefined
    const ended = accepted ?? stopped
    return [
      count.one('applied', on),
      contracted && count.one('projects', contracted),
      contracted && count.one('running', contracted),
      contracted && ended && count.gone('running', ended),
      contracted && stopped && count.one('terminated', stopped),
    ]
  },
})
