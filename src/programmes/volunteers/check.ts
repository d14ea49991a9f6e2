import { calendarDays, workingDays } from '../../core/clock.ts'
import { addCalendarMonths } from '../../core/day.ts'
import { field } from '../../core/field.ts'
import { flow } from '../../core/measure.ts'
import { defineProgramme } from '../../core/programme.ts'

const hands = ['organisation', 'chair', 'family', 'rights'] as const
const answered = {
  checkedBy: field.text({
    label: { zh: '哪个单位查的', en: 'Checked by' },
    class: 'P2',
    required: true,
    min: 2,
    max: 80,
  }),
  checkedOn: field.day({ label: { zh: '查询日期', en: 'Checked on' }, class: 'P2', required: true, past: true }),
}

/**
 * 与孩子一起工作前的查询 — L132; R-REP-03 (未成年人保护法 第六十二条、第九十八条), R-VOL-07. Only the result, by whom, when and until
 * when: what the record says is never asked and never kept. Leaders of teams learn yes or no for a shift, nothing else.
 */
export const volunteerCheck = defineProgramme({
  id: 'volunteer-check',
  version: 1,
  kind: 'case',
  service: 'volunteering',
  series: 'BC',
  label: { zh: '接触孩子前的查询', en: 'Check before work with children' },
  short: { zh: '查询', en: 'Checks' },
  noun: { zh: '次查询', en: 'check' },
  help: {
    zh: '带孩子回家、办儿童活动的志愿者，先查性侵害、虐待、拐卖、暴力伤害等违法犯罪记录。只记通过没通过、谁查的、哪天、有效到哪天；不记、不传、不问记录的内容。最长一年，到期自动失效。',
    en: 'Before work with children. Kept are the result, by whom, when, and until when: never what a record says. A year at most; then it lapses by itself.',
  },
  sources: ['L132', 'R-REP-03', 'R-VOL-07', 'processes 3.2'],
  confidential: true,
  access: { see: hands, create: hands },
  fields: {
    why: field.choice(
      {
        weekend: { zh: '周末妈妈', en: 'Weekend mothers' },
        activity: { zh: '儿童活动', en: 'Activities for children' },
        home: { zh: '儿童之家', en: 'A children’s home' },
      },
      { label: { zh: '为了什么', en: 'What for' }, class: 'P1', required: true },
    ),
    askedOn: field.day({ label: { zh: '提出日期', en: 'Asked on' }, class: 'P1', required: true, past: true }),
    person: field.person({ label: { zh: '志愿者', en: 'Volunteer' }, class: 'P3', required: true }),
    agreed: field.yesNo({
      label: { zh: '本人书面同意查询', en: 'She agreed in writing' },
      class: 'P1',
      required: true,
    }),
    ...answered,
    validTo: field.day({
      label: { zh: '有效到', en: 'Valid until' },
      class: 'P1',
      required: true,
      help: { zh: '从查询那天起最长一年。', en: 'A year from the check at most.' },
    }),
  },
  title: 'why',
  dated: 'askedOn',
  personField: 'person',
  opens: ['why', 'askedOn', 'person', 'agreed'],
  states: {
    asked: { zh: '查询中', en: 'Asked' },
    passed: { zh: '已通过', en: 'Passed' },
    failed: { zh: '未通过', en: 'Not passed' },
    lapsed: { zh: '已失效', en: 'Lapsed' },
    dropped: { zh: '不查了', en: 'Dropped' },
  },
  initial: 'asked',
  editableIn: ['asked'],
  silentIn: ['dropped'],
  checks: {
    agreed: {
      label: { zh: '本人书面同意查询', en: 'She agreed in writing' },
      rule: 'R-PRI-03',
      met: ({ answers }) => answers.agreed === true,
    },
    withinYear: {
      label: { zh: '有效期在查询之后、一年以内', en: 'Valid for a year at most' },
      rule: 'R-REP-03',
      met: ({ answers: { checkedOn, validTo } }) =>
        checkedOn !== undefined &&
        validTo !== undefined &&
        validTo > checkedOn &&
        validTo <= addCalendarMonths(checkedOn, 12),
    },
  },
  actions: {
    pass: {
      label: { zh: '通过', en: 'Passed' },
      from: ['asked'],
      to: 'passed',
      by: hands,
      fills: ['checkedBy', 'checkedOn', 'validTo'],
      needs: ['agreed', 'withinYear'],
      tone: 'main',
    },
    fail: {
      label: { zh: '未通过', en: 'Not passed' },
      from: ['asked'],
      to: 'failed',
      by: hands,
      fills: ['checkedBy', 'checkedOn'],
      needs: ['agreed'],
    },
    revoke: {
      label: { zh: '提前失效', en: 'Ends early' },
      from: ['passed'],
      to: 'lapsed',
      by: hands,
      reason: true,
      tone: 'safety',
    },
    lapse: { label: { zh: '到期失效', en: 'Lapses' }, from: ['passed'], to: 'lapsed', by: [] },
    drop: { label: { zh: '不查了', en: 'Dropped' }, from: ['asked'], to: 'dropped', by: hands, reason: true },
  },
  clocks: {
    answer: {
      label: { zh: '拿到查询结果', en: 'Get the result' },
      from: 'asked',
      until: ['passed', 'failed', 'dropped'],
      within: workingDays(10),
      legal: false,
      rule: 'R-REP-03',
    },
    valid: {
      label: { zh: '查询到期', en: 'The check lapses' },
      from: 'passed',
      until: ['lapsed'],
      within: calendarDays(365),
      dueField: 'validTo',
      legal: false,
      rule: 'R-REP-03',
      remindBefore: [30],
      expires: 'lapse',
    },
  },
  measures: {
    checked: flow('item', {
      label: { zh: '接触孩子前的查询', en: 'Checks answered' },
      unitLabel: { zh: '次', en: 'checks' },
      includes: '有结果的查询，通过和未通过都算，按出结果的日期',
      excludes: '查询中、不查了的',
    }),
  },
  counts: ({ history }, count) => {
    const on = history.find((done) => done.action === 'pass' || done.action === 'fail')?.on
    return on ? [count.one('checked', on)] : []
  },
})
