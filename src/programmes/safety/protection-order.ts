import { calendarDays, calendarMonths, hours, workingDays } from '../../core/clock.ts'
import { addCalendarMonths } from '../../core/day.ts'
import { field } from '../../core/field.ts'
import { flow, rate } from '../../core/measure.ts'
import { defineProgramme } from '../../core/programme.ts'
import { orderApplication } from './documents/order-application.ts'
import { orderFields, served, violation } from './order-fields.ts'

const team = ['rights', 'operator'] as const
const helpers = ['rights', 'operator', 'lawyer'] as const
const said = (value: unknown) => typeof value === 'string' && value.length > 0

/** 人身安全保护令 — 反家庭暴力法 第二十三至三十二条, 法释〔2022〕17号; R-DV-03 … R-DV-06, R-DV-11, D05 … D07. */
export const protectionOrder = defineProgramme({
  id: 'protection-order',
  version: 1,
  kind: 'case',
  service: 'rights',
  series: 'BQ',
  label: { zh: '人身安全保护令', en: 'Protection order' },
  short: { zh: '保护令', en: 'Order' },
  noun: { zh: '件', en: 'order' },
  help: {
    zh: '不用先离婚，有现实危险就可以申请。她申请不了的，妇联可以代为申请。快到期前提醒续。',
    en: 'No divorce is needed first. Where she cannot ask, the federation may. Reminds before it lapses.',
  },
  sources: ['L100', 'R-DV-03', 'R-DV-04', 'R-DV-05', 'R-DV-06', 'R-DV-11', 'D05', 'D06', 'D07'],
  confidential: true,
  access: { see: helpers, create: team },
  fields: orderFields,
  title: 'topic',
  dated: 'openedOn',
  opens: ['topic', 'openedOn', 'woman', 'onBehalf', 'behalfReason', 'will', 'against', 'facts', 'requests'],

  states: {
    considering: { zh: '商量中', en: 'Considering' },
    applied: { zh: '已申请', en: 'Applied' },
    granted: { zh: '已作出', en: 'Granted' },
    rejected: { zh: '驳回', en: 'Rejected' },
    extended: { zh: '已延长', en: 'Extended' },
    lapsed: { zh: '已到期', en: 'Lapsed' },
    revoked: { zh: '已撤销', en: 'Revoked' },
    dropped: { zh: '她决定不申请', en: 'She decided not to' },
  },
  initial: 'considering',
  editableIn: ['considering', 'applied'],

  checks: {
    respondentClear: {
      label: { zh: '写明被申请人', en: 'A clear respondent' },
      rule: 'R-DV-05',
      met: (f) => said(f.answers.against),
    },
    requestClear: {
      label: { zh: '写明请求的措施', en: 'Specific requests' },
      rule: 'R-DV-05',
      met: (f) => (f.answers.requests?.length ?? 0) > 0,
    },
    danger: {
      label: { zh: '写明暴力或现实危险', en: 'Violence or real danger' },
      rule: 'R-DV-05',
      met: (f) => said(f.answers.facts),
    },
    herWill: {
      label: { zh: '记下她的意愿', en: 'Her will is recorded' },
      rule: 'R-DV-04',
      met: (f) => said(f.answers.will),
    },
    behalfBasis: {
      label: { zh: '代为申请的，写明法定理由', en: 'On her behalf: with a ground in law' },
      rule: 'R-DV-04',
      met: (f) => f.answers.onBehalf !== true || f.answers.behalfReason !== undefined,
    },
    sixMonths: {
      label: { zh: '有效期不超过六个月', en: 'Six months at most' },
      rule: 'D06',
      met: ({ answers: { ruledOn, validTo } }) =>
        ruledOn !== undefined && validTo !== undefined && validTo > ruledOn && validTo <= addCalendarMonths(ruledOn, 6),
    },
  },
  actions: {
    file: {
      label: { zh: '递交申请', en: 'File' },
      from: ['considering'],
      to: 'applied',
      by: helpers,
      fills: ['onBehalf', 'behalfReason', 'will', 'against', 'facts', 'requests', 'court', 'filedOn'],
      needs: ['respondentClear', 'requestClear', 'danger', 'herWill', 'behalfBasis'],
      tone: 'main',
    },
    drop: {
      label: { zh: '她决定不申请', en: 'She decides not to' },
      from: ['considering', 'applied', 'rejected'],
      to: 'dropped',
      by: team,
      reason: true,
    },
    courtAccepted: { label: { zh: '法院已受理', en: 'The court took it' }, from: ['applied'], to: 'same', by: helpers },
    courtUrgent: {
      label: { zh: '法院已受理（情况紧急）', en: 'The court took it as urgent' },
      from: ['applied'],
      to: 'same',
      by: helpers,
      tone: 'safety',
    },
    grant: {
      label: { zh: '法院作出保护令', en: 'Granted' },
      from: ['applied'],
      to: 'granted',
      by: helpers,
      fills: ['orderNo', 'ruledOn', 'measures', 'validTo'],
      needs: ['sixMonths'],
      tone: 'main',
    },
    reject: { label: { zh: '法院驳回', en: 'Rejected' }, from: ['applied'], to: 'rejected', by: helpers, reason: true },
    reconsider: {
      label: { zh: '申请复议', en: 'Ask for reconsideration' },
      from: ['rejected'],
      to: 'applied',
      by: helpers,
      tone: 'main',
    },
    served: {
      label: { zh: '记送达', en: 'Record service' },
      from: ['granted', 'extended'],
      to: 'same',
      by: helpers,
      asks: served,
    },
    violation: {
      label: { zh: '记违反', en: 'Record a violation' },
      from: ['granted', 'extended'],
      to: 'same',
      by: helpers,
      asks: violation,
      tone: 'safety',
    },
    extend: {
      label: { zh: '法院延长', en: 'Extended by the court' },
      from: ['granted', 'extended'],
      to: 'extended',
      by: helpers,
      fills: ['ruledOn', 'measures', 'validTo'],
      needs: ['sixMonths'],
      tone: 'main',
    },
    revoke: {
      label: { zh: '法院撤销或变更后撤销', en: 'Revoked' },
      from: ['granted', 'extended'],
      to: 'revoked',
      by: team,
      reason: true,
    },
    lapse: { label: { zh: '到期', en: 'Lapses' }, from: ['granted', 'extended'], to: 'lapsed', by: [] },
    note: {
      label: { zh: '记一笔', en: 'Note' },
      from: 'any',
      to: 'same',
      by: helpers,
      asks: { notes: field.text({ label: { zh: '记录', en: 'Note' }, class: 'P4', required: true, max: 2000 }) },
    },
  },
  clocks: {
    decide: {
      label: { zh: '和她商量定', en: 'Decide with her' },
      from: 'considering',
      until: ['applied', 'dropped'],
      within: workingDays(1),
      legal: false,
      rule: 'processes 1.2',
    },
    court: {
      label: { zh: '法院作出裁定', en: 'The court rules' },
      after: ['courtAccepted'],
      done: ['courtUrgent'],
      until: ['granted', 'rejected', 'dropped'],
      within: hours(72),
      legal: true,
      law: '《反家庭暴力法》第二十八条',
      rule: 'D05',
    },
    courtUrgent: {
      label: { zh: '法院作出裁定（紧急）', en: 'The court rules (urgent)' },
      after: ['courtUrgent'],
      until: ['granted', 'rejected', 'dropped'],
      within: hours(24),
      legal: true,
      law: '《反家庭暴力法》第二十八条',
      rule: 'D05',
    },
    reconsider: {
      label: { zh: '申请复议', en: 'Ask for reconsideration' },
      from: 'rejected',
      until: ['applied', 'dropped'],
      within: calendarDays(5),
      legal: true,
      law: '《反家庭暴力法》第三十一条',
      rule: 'D07',
    },
    // Its last day is the court's word: no holiday moves it, and nobody is late when it ends.
    valid: {
      label: { zh: '保护令到期', en: 'The order ends' },
      after: ['grant', 'extend'],
      until: ['lapsed', 'revoked'],
      within: calendarMonths(6),
      dueField: 'validTo',
      legal: false,
      rule: 'D06',
      remindBefore: [30, 7],
      expires: 'lapse',
    },
  },
  documents: { 'order-application': orderApplication },

  measures: {
    helped: flow('item', {
      label: { zh: '协助申请保护令', en: 'Orders applied for' },
      includes: '妇联协助或代为递交的申请，按首次递交日期',
      excludes: '她决定不申请的；复议',
    }),
    onBehalf: flow('item', {
      label: { zh: '代为申请', en: 'Applied for on her behalf' },
      includes: '由妇联代为申请的',
      excludes: '她自己申请、妇联协助的',
    }),
    granted: flow('item', {
      label: { zh: '作出保护令', en: 'Granted' },
      includes: '法院作出的保护令，按裁定登记日期',
      excludes: '延长',
    }),
    violations: flow('item', {
      label: { zh: '违反保护令', en: 'Violations' },
      includes: '有效期内记下的违反',
      excludes: '到期后的新暴力',
    }),
    grantRate: rate('granted', ['helped'], {
      label: { zh: '作出率', en: 'Rate granted' },
      includes: '作出保护令 ÷ 协助申请',
      excludes: '她决定不申请的',
    }),
  },
  counts: ({ answers, history }, count) => {
    const filed = history.find((done) => done.action === 'file')
    const granted = history.find((done) => done.action === 'grant')
    return [
      filed && count.one('helped', filed.on),
      filed && answers.onBehalf === true && count.one('onBehalf', filed.on),
      granted && count.one('granted', granted.on),
      ...history.filter((done) => done.action === 'violation').map((done) => count.one('violations', done.on)),
    ]
  },
})
