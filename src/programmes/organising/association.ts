import { calendarMonths } from '../../core/clock.ts'
import { parseCreditCode } from '../../core/credit-code.ts'
import { field } from '../../core/field.ts'
import { flow, stock } from '../../core/measure.ts'
import { defineProgramme } from '../../core/programme.ts'
import { keepers, readers } from './posts.ts'

/** Registered societies report to their supervisor by 31 March and are checked by 31 May, for the year before. */
const law = '《社会团体登记管理条例》年度检查的规定（1998年文本第三十一条；现行条文序号待核）'

/** 女性社会组织（团体会员）— L148: women entrepreneurs, scientists, doctors, volunteers. Its list of members is association-member. */
export const association = defineProgramme({
  id: 'association',
  version: 1,
  kind: 'team',
  service: 'organising',
  label: { zh: '女性社会组织', en: 'Women’s associations' },
  short: { zh: '协会', en: 'Associations' },
  noun: { zh: '家', en: 'association' },
  help: {
    zh: '女企业家协会、女科技工作者协会、女医师协会等。登记、换届、年检都记在这里：三月三十一日前把上年报告送业务主管单位，五月三十一日前送登记机关年检。会员名单在“协会会员”。组织目录里的“团体会员”只记有这个组织。',
    en: 'Associations of women entrepreneurs, scientists, doctors and others: registration, elections and the yearly check. Report to the supervisor by 31 March, to the registrar by 31 May. Members are a list of their own.',
  },
  sources: ['L148'],
  access: { see: readers, create: keepers },
  fields: {
    name: field.text({ label: { zh: '名称', en: 'Name' }, class: 'P0', required: true, min: 4, max: 60 }),
    foundedOn: field.day({ label: { zh: '筹备日期', en: 'Preparing since' }, class: 'P0', required: true, past: true }),
    kind: field.choice(
      {
        enterprise: { zh: '女企业家', en: 'Entrepreneurs' },
        science: { zh: '女科技工作者', en: 'Scientists' },
        medicine: { zh: '女医师', en: 'Doctors' },
        volunteer: { zh: '巾帼志愿服务', en: 'Volunteers' },
        law: { zh: '女法律工作者', en: 'Lawyers' },
        family: { zh: '家庭教育、家庭服务', en: 'Family' },
        other: { zh: '其他', en: 'Other' },
      },
      { label: { zh: '哪一类', en: 'Kind' }, class: 'P0', required: true },
    ),
    org: field.org({ label: { zh: '组织目录里的团体会员', en: 'Group member in the directory' }, class: 'P0' }),
    supervisor: field.text({
      label: { zh: '业务主管单位', en: 'Supervisor' },
      class: 'P0',
      required: true,
      min: 2,
      max: 80,
    }),
    uscc: field.text({ label: { zh: '统一社会信用代码', en: 'Credit code' }, class: 'P0', required: true, max: 18 }),
    registeredOn: field.day({
      label: { zh: '登记日期', en: 'Registered on' },
      class: 'P0',
      required: true,
      past: true,
    }),
    president: field.text({ label: { zh: '会长', en: 'President' }, class: 'P2', required: true, max: 60 }),
    termTo: field.day({ label: { zh: '本届到', en: 'Term to' }, class: 'P0', required: true }),
    reportBy: field.day({
      label: { zh: '报告哪天前送主管单位', en: 'Report to the supervisor by' },
      class: 'P0',
      required: true,
      help: { zh: '每年 3 月 31 日。', en: '31 March of each year.' },
    }),
    checkBy: field.day({
      label: { zh: '哪天前送登记机关年检', en: 'To the registrar by' },
      class: 'P0',
      required: true,
      help: { zh: '每年 5 月 31 日。', en: '31 May of each year.' },
    }),
  },
  title: 'name',
  dated: 'foundedOn',
  opens: ['name', 'foundedOn', 'kind', 'org', 'supervisor'],
  states: {
    preparing: { zh: '筹备中', en: 'Preparing' },
    registered: { zh: '已登记', en: 'Registered' },
    dissolved: { zh: '已注销', en: 'Deregistered' },
    dropped: { zh: '没有登记成', en: 'Not registered' },
  },
  initial: 'preparing',
  editableIn: ['preparing', 'registered'],
  checks: {
    codeRight: {
      label: { zh: '统一社会信用代码正确', en: 'The credit code is right' },
      rule: 'L148',
      met: ({ answers }) => parseCreditCode(answers.uscc ?? '') !== undefined,
    },
    checkedLater: {
      label: { zh: '下一次年检在报告之后', en: 'The check comes after the report' },
      rule: 'L148',
      met: ({ answers }) => (answers.checkBy ?? '') > (answers.reportBy ?? ''),
    },
  },
  actions: {
    register: {
      label: { zh: '已登记', en: 'Registered' },
      from: ['preparing'],
      to: 'registered',
      by: keepers,
      fills: ['uscc', 'registeredOn', 'president', 'termTo', 'reportBy', 'checkBy'],
      needs: ['codeRight', 'checkedLater'],
      tone: 'main',
    },
    report: {
      label: { zh: '年度报告已送主管单位', en: 'Report sent to the supervisor' },
      from: ['registered'],
      to: 'same',
      by: keepers,
      fills: ['reportBy'],
      asks: {
        opinion: field.text({ label: { zh: '主管单位初审意见', en: 'Supervisor’s opinion' }, class: 'P1', max: 200 }),
      },
    },
    passCheck: {
      label: { zh: '年检过了', en: 'Yearly check done' },
      from: ['registered'],
      to: 'same',
      by: keepers,
      fills: ['checkBy'],
      asks: {
        year: field.integer({
          label: { zh: '哪一年度', en: 'Year' },
          class: 'P0',
          required: true,
          min: 2000,
          max: 2100,
        }),
        result: field.choice(
          {
            passed: { zh: '合格', en: 'Passed' },
            basically: { zh: '基本合格', en: 'Basically passed' },
            failed: { zh: '不合格，要整改', en: 'Failed: to be put right' },
          },
          { label: { zh: '结论', en: 'Result' }, class: 'P0', required: true },
        ),
      },
      needs: ['checkedLater'],
      tone: 'main',
    },
    elect: {
      label: { zh: '换届了', en: 'New term' },
      from: ['registered'],
      to: 'same',
      by: keepers,
      fills: ['president', 'termTo'],
    },
    dissolve: {
      label: { zh: '已注销', en: 'Deregistered' },
      from: ['registered'],
      to: 'dissolved',
      by: keepers,
      reason: true,
    },
    drop: {
      label: { zh: '没有登记成', en: 'Not registered' },
      from: ['preparing'],
      to: 'dropped',
      by: keepers,
      reason: true,
    },
  },
  clocks: {
    report: {
      label: { zh: '年度报告送业务主管单位', en: 'Report to the supervisor' },
      from: 'registered',
      after: ['report'],
      done: ['report'],
      until: ['dissolved'],
      within: calendarMonths(12),
      dueField: 'reportBy',
      legal: true,
      law,
      rule: 'L148',
      remindBefore: [30, 7],
    },
    check: {
      label: { zh: '送登记机关年检', en: 'Yearly check by the registrar' },
      from: 'registered',
      after: ['passCheck'],
      done: ['passCheck'],
      until: ['dissolved'],
      within: calendarMonths(12),
      dueField: 'checkBy',
      legal: true,
      law,
      rule: 'L148',
      remindBefore: [30, 7],
    },
    term: {
      label: { zh: '届满换届', en: 'Elect anew' },
      from: 'registered',
      after: ['elect'],
      done: ['elect'],
      until: ['dissolved'],
      within: calendarMonths(60),
      dueField: 'termTo',
      legal: false,
      rule: 'L148',
      remindBefore: [90],
    },
  },
  measures: {
    registered: stock('item', {
      label: { zh: '在册女性社会组织', en: 'Associations registered' },
      unitLabel: { zh: '家', en: 'associations' },
      includes: '当日已登记未注销的协会，按登记日期',
      excludes: '筹备中、没有登记成；目录里的团体会员（另计，可能同一家）',
    }),
    checked: flow('item', {
      label: { zh: '协会年检', en: 'Yearly checks' },
      unitLabel: { zh: '家次', en: 'checks' },
      includes: '登记机关给出结论的年检，按登记日期',
      excludes: '没有送检的',
    }),
  },
  counts: ({ history, reached, answers: { registeredOn } }, count) => {
    const on = reached.registered && (registeredOn ?? reached.registered)
    return [
      on && count.one('registered', on),
      on && reached.dissolved && count.gone('registered', reached.dissolved),
      ...history.filter((done) => done.action === 'passCheck').map((done) => count.one('checked', done.on)),
    ]
  },
})
