import { cameByGrade, surestGrade } from '../../core/attended.ts'
import { attendedChecks } from '../../core/attended-checks.ts'
import { field } from '../../core/field.ts'
import { heldStates, heldSteps } from '../../core/held-activity.ts'
import { flow } from '../../core/measure.ts'
import { defineProgramme } from '../../core/programme.ts'

const makers = ['chair', 'family', 'publicity'] as const

/** 家风活动（红色家风耀北疆等）— L052; figure F085. The wider set; evenings of L051 are family-story and are not in it. */
export const familyTradition = defineProgramme({
  id: 'family-tradition',
  version: 1,
  kind: 'activity',
  service: 'family',
  label: { zh: '家风活动', en: 'Family-tradition activities' },
  short: { zh: '家风活动', en: 'Traditions' },
  noun: { zh: '场', en: 'activity' },
  help: {
    zh: '“红色家风耀北疆”等家风活动，办一场记一场，品牌选上。讲家风故事的分享会登记在“家风故事分享会”，同一场别登记两遍。',
    en: 'Activities on family traditions, such as “red family tradition shines on the north”: one record each, with its brand. An evening of family stories has a place of its own: never both.',
  },
  sources: ['L052', 'F085', 'R-STAT-01', 'R-STAT-02'],
  access: { see: [...makers, 'organisation', 'statistician'], create: makers },
  fields: {
    title: field.text({ label: { zh: '题目', en: 'Title' }, class: 'P1', required: true, min: 2, max: 60 }),
    heldOn: field.day({ label: { zh: '日期', en: 'Date' }, class: 'P1', required: true }),
    place: field.text({ label: { zh: '地点', en: 'Place' }, class: 'P1', required: true, min: 2, max: 80 }),
    kind: field.choice(
      {
        talk: { zh: '宣讲', en: 'Talk' },
        exhibition: { zh: '展览、家风馆参观', en: 'Exhibition' },
        visit: { zh: '走红色教育点', en: 'Visit to a memorial' },
        letters: { zh: '家书、家训征集诵读', en: 'Letters and mottoes' },
        performance: { zh: '文艺展演', en: 'Performance' },
        integrity: { zh: '廉洁家风', en: 'Integrity at home' },
        other: { zh: '其他', en: 'Other' },
      },
      { label: { zh: '哪一种', en: 'Kind' }, class: 'P1', required: true },
    ),
    red: field.yesNo({
      label: { zh: '是“红色家风耀北疆”的活动', en: 'Part of “red family tradition shines on the north”' },
      class: 'P1',
      required: true,
    }),
    note: field.text({ label: { zh: '备注', en: 'Note' }, class: 'P1', max: 1000 }),
  },
  title: 'title',
  dated: 'heldOn',
  states: heldStates,
  initial: 'planned',
  editableIn: ['planned', 'held'],
  checks: attendedChecks,
  actions: heldSteps(makers),
  measures: {
    sessions: flow('session', {
      label: { zh: '家风活动场次', en: 'Activities held' },
      aliases: ['红色家风耀北疆'],
      unitLabel: { zh: '场次', en: 'activities' },
      includes: '已举办的家风活动，按举办日期',
      excludes: '待举办、已取消；家风故事分享会（另计，两个数可以并看不能重登）；线上观看',
    }),
    red: flow('session', {
      label: { zh: '其中“红色家风耀北疆”', en: 'Of them “red family tradition”' },
      unitLabel: { zh: '场次', en: 'activities' },
      includes: '已举办、属于“红色家风耀北疆”的活动',
      excludes: '其他家风活动',
    }),
    attendances: flow('person-time', {
      label: { zh: '家风活动人次', en: 'Attendances' },
      includes: '签到的（A）、附签到表清点的（B）、写明原因估计的（C）',
      excludes: '线上观看；工作人员',
    }),
  },
  counts: (activity, count) =>
    activity.state === 'held'
      ? [
          count.one('sessions', activity.on, surestGrade(activity)),
          activity.answers.red === true && count.one('red', activity.on, surestGrade(activity)),
          ...cameByGrade(activity).map(({ grade, came }) => count.many('attendances', came, activity.on, grade)),
        ]
      : [],
})
