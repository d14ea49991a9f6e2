import { calendarDays, workingDays } from '../../core/clock.ts'
import { field } from '../../core/field.ts'
import { flow } from '../../core/measure.ts'
import { authorities } from '../../core/partner.ts'
import { defineProgramme } from '../../core/programme.ts'
import { grounds, supervisionPage } from './documents/supervision-letter.ts'

const hands = ['rights', 'chair'] as const
/** 县级以上妇联 (妇女权益保障法 第七十三条). */
const countyAndAbove = ['banner', 'league', 'region'] as const

/** 督促处理意见书 — R-WOM-01 (妇女权益保障法 art. 73). It is about what a department did not do, and names no woman. */
export const supervisionLetter = defineProgramme({
  id: 'supervision-letter',
  version: 1,
  kind: 'case',
  service: 'rights',
  series: 'DC',
  label: { zh: '督促处理意见书', en: 'Supervision letter' },
  short: { zh: '督促', en: 'Letters' },
  noun: { zh: '份', en: 'letter' },
  help: {
    zh: '部门不处理或处理不当时，旗县以上妇联可以发督促处理意见书，由主席签发。写清楚哪件事没办、请对方怎么办，不写妇女姓名。苏木乡镇起草后由旗县主席签发。',
    en: 'When a department does nothing or handles badly, the federation of a banner or above may urge it in writing; the chair signs. No woman’s name.',
  },
  sources: ['L106', 'R-WOM-01', 'processes 1.2'],

  access: { see: hands, create: hands },
  fields: {
    ground: field.choice(grounds, { label: { zh: '督促事由', en: 'Ground' }, class: 'P1', required: true }),
    draftedOn: field.day({ label: { zh: '起草日期', en: 'Drafted on' }, class: 'P1', required: true, past: true }),
    agency: field.choice(authorities, { label: { zh: '部门类别', en: 'Kind of department' }, class: 'P1' }),
    dueBefore: field.day({ label: { zh: '原定答复日期', en: 'First due on' }, class: 'P1' }),
    department: field.text({ label: { zh: '发给哪个部门', en: 'Department' }, class: 'P1', max: 80 }),
    matter: field.text({
      label: { zh: '没有处理的事', en: 'What was not handled' },
      class: 'P3',
      max: 2000,
      help: {
        zh: '不写姓名、住址、电话，用转介单编号说明。',
        en: 'No name or address; give the number of the referral.',
      },
    }),
    opinion: field.text({ label: { zh: '督促意见', en: 'What is asked' }, class: 'P3', max: 2000 }),
    replyBy: field.day({ label: { zh: '请对方哪天前答复', en: 'Reply wanted by' }, class: 'P1' }),
    reply: field.text({ label: { zh: '对方答复', en: 'Reply' }, class: 'P3', required: true, min: 2, max: 2000 }),
    inspector: field.text({
      label: { zh: '提请哪个政府督查', en: 'Government asked' },
      class: 'P1',
      required: true,
      max: 80,
    }),
    result: field.text({ label: { zh: '最后结果', en: 'Result' }, class: 'P3', required: true, min: 2, max: 2000 }),
  },
  title: 'ground',
  dated: 'draftedOn',
  opens: ['ground', 'draftedOn', 'agency', 'dueBefore', 'department', 'matter', 'opinion', 'replyBy'],
  states: {
    drafted: { zh: '起草中', en: 'Drafted' },
    submitted: { zh: '待签发', en: 'To be signed' },
    sent: { zh: '已发出', en: 'Sent' },
    replied: { zh: '已答复', en: 'Replied' },
    inspecting: { zh: '已提请督查', en: 'Inspection asked for' },
    closed: { zh: '已了结', en: 'Closed' },
    dropped: { zh: '不发了', en: 'Dropped' },
  },
  initial: 'drafted',
  editableIn: ['drafted'],

  checks: {
    complete: {
      label: { zh: '部门、事由、意见、答复日期都写了', en: 'Department, matter, opinion and reply day are written' },
      rule: 'R-WOM-01',
      met: ({ answers: a }) => Boolean(a.department && a.matter && a.opinion && a.replyBy),
    },
  },
  actions: {
    submit: {
      label: { zh: '报主席签发', en: 'Submit for signing' },
      from: ['drafted'],
      to: 'submitted',
      by: hands,
      needs: ['complete'],
      tone: 'main',
    },
    sign: {
      label: { zh: '签发', en: 'Sign and send' },
      from: ['submitted'],
      to: 'sent',
      by: ['chair'],
      reach: 'below',
      at: countyAndAbove,
      secondPerson: true,
      needs: ['complete'],
      makes: ['supervision-letter'],
      tone: 'main',
    },
    giveBack: {
      label: { zh: '退回修改', en: 'Give back' },
      from: ['submitted'],
      to: 'drafted',
      by: ['chair'],
      reach: 'below',
      reason: true,
    },
    answer: {
      label: { zh: '记对方答复', en: 'Record the reply' },
      from: ['sent', 'inspecting'],
      to: 'replied',
      by: hands,
      fills: ['reply'],
      tone: 'main',
    },
    inspect: {
      label: { zh: '提请政府督查', en: 'Ask the government to inspect' },
      from: ['sent', 'replied'],
      to: 'inspecting',
      by: ['chair'],
      reach: 'below',
      at: countyAndAbove,
      fills: ['inspector'],
      reason: true,
      tone: 'safety',
    },
    close: {
      label: { zh: '了结', en: 'Close' },
      from: ['replied', 'inspecting'],
      to: 'closed',
      by: hands,
      fills: ['result'],
      tone: 'main',
    },
    drop: {
      label: { zh: '不发了', en: 'Drop' },
      from: ['drafted', 'submitted'],
      to: 'dropped',
      by: hands,
      reason: true,
    },
  },
  clocks: {
    sign: {
      label: { zh: '签发督促处理意见书', en: 'Sign the letter' },
      from: 'submitted',
      until: ['sent', 'drafted', 'dropped'],
      within: workingDays(3),
      legal: false,
      rule: 'R-WOM-01',
    },
    reply: {
      label: { zh: '等对方答复，逾期可提请督查', en: 'Reply due; then inspection may be asked for' },
      from: 'sent',
      until: ['replied', 'inspecting', 'closed'],
      within: calendarDays(15),
      dueField: 'replyBy',
      legal: false,
      rule: 'R-WOM-01',
    },
    inspection: {
      label: { zh: '跟进督查结果', en: 'Follow the inspection' },
      from: 'inspecting',
      until: ['closed', 'replied'],
      within: calendarDays(30),
      legal: false,
      rule: 'R-WOM-01',
    },
  },
  documents: { 'supervision-letter': supervisionPage },
  measures: {
    sent: flow('item', {
      label: { zh: '督促处理意见书', en: 'Supervision letters' },
      includes: '已签发的督促处理意见书，按签发日期',
      excludes: '起草中、不发的',
    }),
    replied: flow('item', {
      label: { zh: '督促后答复', en: 'Replied after urging' },
      includes: '发出后对方已答复的',
      excludes: '未答复',
    }),
    inspections: flow('item', {
      label: { zh: '提请政府督查', en: 'Inspections asked for' },
      includes: '已提请政府督查的，按提请日期',
      excludes: '只发意见书的',
    }),
  },
  counts: ({ history }, count) => {
    const first = (state: string) => history.find((d) => d.to === state && d.from !== state)?.on
    const [sent, replied, inspected] = [first('sent'), first('replied'), first('inspecting')]
    return [
      sent && count.one('sent', sent),
      replied && count.one('replied', replied),
      inspected && count.one('inspections', inspected),
    ]
  },
})
