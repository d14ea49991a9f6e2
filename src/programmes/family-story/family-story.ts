import { surestGrade } from '../../core/attended.ts'
import { field } from '../../core/field.ts'
import { flow } from '../../core/measure.ts'
import type { Heads } from '../../core/programme.ts'
import { defineProgramme } from '../../core/programme.ts'

const modes = {
  offline: { zh: '线下', en: 'In person' },
  both: { zh: '线上线下结合', en: 'In person and online' },
}

const themes = {
  letters: { zh: '家书家训', en: 'Family letters and mottoes' },
  unity: { zh: '民族团结一家亲', en: 'One family of all peoples' },
  elders: { zh: '孝老爱亲', en: 'Care for elders' },
  thrift: { zh: '勤俭持家', en: 'Thrift' },
  integrity: { zh: '清廉家风', en: 'Integrity at home' },
  other: { zh: '其他', en: 'Other' },
}

/** 家风故事分享会 — L051; figures F013, F014. An evening where families tell of their ways. */
export const familyStory = defineProgramme({
  id: 'family-story',
  version: 1,
  kind: 'activity',
  service: 'family',
  label: { zh: '家风故事分享会', en: 'Family-story evening' },
  short: { zh: '家风', en: 'Family' },
  noun: { zh: '场', en: 'evening' },
  help: {
    zh: '办完一场就记一场：时间、地点、来了多少人。签到的按人记；没签到的数人头，附签到表照片；只能估计的写明原因。',
    en: 'Record each evening: when, where, and who came. People who signed in count by name; others are counted with the sheet attached; estimates need a reason.',
  },
  sources: ['L051', 'F013', 'F014', 'R-STAT-01', 'R-STAT-02'],

  access: {
    see: ['chair', 'family', 'publicity', 'organisation', 'statistician'],
    create: ['chair', 'family', 'publicity'],
  },

  fields: {
    title: field.text({ label: { zh: '题目', en: 'Title' }, class: 'P1', required: true, min: 2, max: 60 }),
    heldOn: field.day({ label: { zh: '日期', en: 'Date' }, class: 'P1', required: true }),
    place: field.text({ label: { zh: '地点', en: 'Place' }, class: 'P1', required: true, min: 2, max: 80 }),
    theme: field.choice(themes, { label: { zh: '主题', en: 'Theme' }, class: 'P1' }),
    mode: field.choice(modes, { label: { zh: '形式', en: 'Mode' }, class: 'P1' }),
    host: field.text({ label: { zh: '主持', en: 'Host' }, class: 'P2', max: 60 }),
    families: field.integer({
      label: { zh: '讲述家庭', en: 'Families telling' },
      class: 'P1',
      max: 200,
      unitLabel: { zh: '户', en: 'families' },
    }),
    note: field.text({
      label: { zh: '讲了什么', en: 'What was told' },
      class: 'P1',
      max: 2000,
      help: { zh: '几句话就够，别写孩子的姓名。', en: 'A few sentences; no children’s names.' },
    }),
  },
  title: 'title',
  dated: 'heldOn',

  states: {
    planned: { zh: '待举办', en: 'Planned' },
    held: { zh: '已举办', en: 'Held' },
    cancelled: { zh: '已取消', en: 'Cancelled' },
  },
  initial: 'planned',
  editableIn: ['planned', 'held'],

  checks: {
    hasHappened: {
      label: { zh: '到了举办那天', en: 'The day has come' },
      rule: 'R-STAT-01',
      met: (f) => f.today === undefined || f.today >= f.on,
    },
    someoneCame: {
      label: { zh: '记下来了多少人（签到或清点）', en: 'Attendance is recorded' },
      rule: 'R-STAT-01',
      met: (f) => f.attendance.length + f.heads.length > 0,
    },
  },
  actions: {
    hold: {
      label: { zh: '办完了', en: 'Held' },
      from: ['planned'],
      to: 'held',
      by: ['chair', 'family', 'publicity'],
      needs: ['hasHappened', 'someoneCame'],
      tone: 'main',
    },
    reopen: {
      label: { zh: '改回待举办', en: 'Back to planned' },
      from: ['held'],
      to: 'planned',
      by: ['chair', 'family', 'publicity'],
      reason: true,
    },
    cancel: {
      label: { zh: '取消', en: 'Cancel' },
      from: ['planned', 'held'],
      to: 'cancelled',
      by: ['chair', 'family', 'publicity'],
      reason: true,
    },
  },

  measures: {
    sessions: flow('session', {
      label: { zh: '场次', en: 'Evenings held' },
      aliases: ['家风故事分享会'],
      includes: '已举办的分享会，按举办日期',
      excludes: '待举办、已取消；线上观看',
    }),
    attendances: flow('person-time', {
      label: { zh: '参加人次', en: 'Attendances' },
      aliases: ['参与群众'],
      includes: '签到的人（A）、附签到表清点的人数（B）、写明原因的估计（C）',
      excludes: '线上观看人次；工作人员',
    }),
    people: flow('person', {
      label: { zh: '参加人数（实名）', en: 'Distinct people signed in' },
      includes: '期间内实名签到过的人，一人多次只算一人',
      excludes: '没有签到的人',
    }),
  },

  counts: (evening, count) => {
    if (evening.state !== 'held') return []
    const heads = (grade: Heads['grade']) =>
      evening.heads.filter((h) => h.grade === grade).reduce((sum, h) => sum + h.count, 0)
    return [
      // One evening has one grade: the surest evidence it has.
      count.one('sessions', evening.on, surestGrade(evening)),
      count.many('attendances', evening.attendance.length, evening.on, 'A'),
      count.many('attendances', heads('B'), evening.on, 'B'),
      count.many('attendances', heads('C'), evening.on, 'C'),
      count.many('attendances', heads('D'), evening.on, 'D'),
      ...evening.attendance.map((a) => count.person('people', evening.on, a.person)),
    ]
  },
})
