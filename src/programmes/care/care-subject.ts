import { calendarDays, workingDays } from '../../core/clock.ts'
import { flow, stock } from '../../core/measure.ts'
import { defineProgramme } from '../../core/programme.ts'
import { later, opening } from './care-fields.ts'
import { handing, leaving, review, visit } from './care-forms.ts'
import { afterVisit } from './care-starts.ts'

const hands = ['rights', 'family', 'chair'] as const
const over = ['ended', 'declined'] as const

/** 关爱对象 — L125, L129. 留守流动儿童、困境困难妇女、特殊群体: found, checked, asked, planned, visited, ended. */
export const careSubject = defineProgramme({
  id: 'care-subject',
  version: 1,
  kind: 'case',
  service: 'care',
  series: 'GX',
  label: { zh: '关爱对象', en: 'People in care' },
  short: { zh: '关爱', en: 'Care' },
  noun: { zh: '人', en: 'person' },
  help: {
    zh: '留守流动儿童、困境儿童、困难妇女。先和民政名单核对，再问本人；不满十四岁的要监护人同意。按计划三十、六十、九十天去看。只有经办人看得到，不贴名单、不拍照、不在群里发。看到危险马上报，不用请示。',
    en: 'Children left behind, migrant or in hardship, women in hardship. Checked with civil affairs, asked, planned, seen after 30, 60 and 90 days. Seen by handlers only: no lists, no photos, no chat groups. Danger is reported at once.',
  },
  sources: ['L125', 'L129', 'F051', 'R-REP-01', 'R-PRI-08', 'D08', 'D35'],
  confidential: true,
  access: { see: hands, create: hands },
  fields: { ...opening, ...later },
  title: 'topic',
  dated: 'foundOn',
  personField: 'person',
  opens: Object.keys(opening) as (keyof typeof opening)[],
  states: {
    identified: { zh: '新知道', en: 'Found' },
    verified: { zh: '已核对', en: 'Checked' },
    consented: { zh: '已同意', en: 'Agreed' },
    caring: { zh: '关爱中', en: 'In care' },
    ended: { zh: '已结束', en: 'Ended' },
    declined: { zh: '不需要', en: 'Declined' },
  },
  initial: 'identified',
  editableIn: ['identified', 'verified', 'consented', 'caring'],
  silentIn: ['declined'],
  checks: {
    agreed: {
      label: { zh: '本人同意；不满十四岁的监护人同意', en: 'She agrees; under 14 the guardian too' },
      rule: 'processes 0.2',
      met: ({ answers }) => answers.consent === true && (answers.under14 === false || answers.guardianConsent === true),
    },
    guardianKnown: {
      label: { zh: '不满十四岁的写明监护人', en: 'Guardian of a child under 14' },
      rule: 'L125',
      met: ({ answers }) => answers.under14 === false || Boolean(answers.guardian),
    },
  },
  actions: {
    verify: {
      label: { zh: '已与民政名单核对', en: 'Checked with civil affairs' },
      from: ['identified'],
      to: 'verified',
      by: hands,
      fills: ['list', 'listSource'],
      needs: ['guardianKnown'],
      tone: 'main',
    },
    agree: {
      label: { zh: '本人同意', en: 'She agrees' },
      from: ['verified'],
      to: 'consented',
      by: hands,
      fills: ['consent', 'guardianConsent'],
      needs: ['agreed'],
      tone: 'main',
    },
    decline: {
      label: { zh: '不需要，不再记录', en: 'Declined: nothing more is kept in view' },
      from: ['identified', 'verified', 'consented'],
      to: 'declined',
      by: hands,
      reason: true,
    },
    plan: {
      label: { zh: '定计划', en: 'Make the plan' },
      from: ['consented'],
      to: 'caring',
      by: hands,
      fills: ['plan', 'worker'],
      tone: 'main',
    },
    visit: {
      label: { zh: '记一次看望', en: 'Record a visit' },
      from: ['caring'],
      to: 'same',
      by: hands,
      asks: visit,
      starts: afterVisit,
      tone: 'main',
    },
    review: {
      label: { zh: '九十天复核，继续', en: 'Review and go on' },
      from: ['caring'],
      to: 'same',
      by: hands,
      fills: ['plan', 'worker'],
      asks: review,
    },
    handOver: {
      label: { zh: '转到现住地妇联', en: 'Hand over where she lives now' },
      from: ['identified', 'verified', 'consented', 'caring'],
      to: 'same',
      by: ['rights'],
      asks: handing,
      moves: 'to',
      reason: true,
    },
    end: {
      label: { zh: '结束关爱', en: 'End' },
      from: ['caring'],
      to: 'ended',
      by: hands,
      asks: leaving,
      reason: true,
    },
    again: {
      label: { zh: '又需要，重新核对', en: 'Needed again' },
      from: ['ended'],
      to: 'identified',
      by: hands,
      reason: true,
    },
  },
  clocks: {
    verify: {
      label: { zh: '与民政名单核对', en: 'Check with civil affairs' },
      from: 'identified',
      until: ['verified', ...over],
      within: workingDays(10),
      legal: false,
      rule: 'L125',
    },
    plan: {
      label: { zh: '定关爱计划', en: 'Make the plan' },
      from: 'consented',
      until: ['caring', ...over],
      within: workingDays(10),
      legal: false,
      rule: 'L125',
    },
    visit: {
      label: { zh: '去看望', en: 'Visit' },
      after: ['plan', 'review'],
      done: ['visit'],
      until: over,
      within: calendarDays(30),
      rounds: [calendarDays(60), calendarDays(90)],
      legal: false,
      rule: 'L125',
      remindBefore: [3],
    },
    review: {
      label: { zh: '复核要不要继续', en: 'Review' },
      after: ['plan', 'review'],
      done: ['review'],
      until: over,
      within: calendarDays(90),
      legal: false,
      rule: 'L125',
      remindBefore: [7],
    },
  },
  claims: ({ state, person }) =>
    person && state !== 'ended' && state !== 'declined' ? [{ person, key: 'care-subject' }] : [],
  measures: {
    caring: stock('person', {
      label: { zh: '关爱对象', en: 'People in care' },
      includes: '当日有关爱计划、没有结束的人，按人去重',
      excludes: '核对中、不同意、已结束',
    }),
    visits: flow('person-time', {
      label: { zh: '看望人次', en: 'Visits' },
      includes: '按计划看望一次算一人次，按看望日期',
      excludes: '集体活动（看“把爱带回家”）；没见到本人的',
    }),
  },
  counts: ({ history, person }, count) => {
    if (!person) return []
    return history.flatMap((done) => {
      if (done.action === 'plan') return [count.person('caring', done.on, person)]
      if (done.action === 'end') return [count.person('caring', done.on, person, -1)]
      return done.action === 'visit' && done.answers.met === true ? [count.many('visits', 1, done.on, 'A')] : []
    })
  },
})
