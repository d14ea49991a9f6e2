import { calendarMonths, workingDays } from '../../core/clock.ts'
import { field } from '../../core/field.ts'
import { flow, stock } from '../../core/measure.ts'
import { defineProgramme } from '../../core/programme.ts'
import { above, hands, lecturerLevels, readers } from './words.ts'

/** 宣讲员 — L032. On the register once another person agreed; her training is kept. No marks, no ranking of lecturers. */
export const lecturer = defineProgramme({
  id: 'lecturer',
  version: 1,
  kind: 'member',
  service: 'outreach',
  label: { zh: '宣讲员', en: 'Lecturer' },
  short: { zh: '宣讲员', en: 'Lecturers' },
  noun: { zh: '人', en: 'lecturer' },
  help: {
    zh: '登记本人、在哪一级宣讲、能讲什么，本人愿意，另一位同志同意后上名册。培训一次记一次，一年没有培训的提醒。不打分，不按场次排名。',
    en: 'Who she is, on which level, what she speaks on. On the register once she is willing and another person agreed. Training is kept; a reminder after a year without. No marks, no ranking.',
  },
  sources: ['L032', 'R-BUR-02'],
  access: { see: readers, create: hands },
  fields: {
    name: field.text({ label: { zh: '称呼', en: 'Known as' }, class: 'P2', required: true, max: 60 }),
    person: field.person({ label: { zh: '本人', en: 'Person' }, class: 'P2', required: true }),
    since: field.day({ label: { zh: '推荐日期', en: 'Put forward on' }, class: 'P1', required: true, past: true }),
    level: field.choice(lecturerLevels, { label: { zh: '在哪一级宣讲', en: 'Level' }, class: 'P1', required: true }),
    speaks: field.text({
      label: { zh: '能讲什么', en: 'Speaks on' },
      class: 'P1',
      required: true,
      min: 2,
      max: 200,
      help: { zh: '如“返乡创业的经历”“草原上的民族团结故事”。', en: 'e.g. how she came home and set up a business.' },
    }),
    unit: field.text({ label: { zh: '单位或身份', en: 'Unit' }, class: 'P1', max: 60 }),
    willing: field.yesNo({ label: { zh: '本人愿意', en: 'She is willing' }, class: 'P1', required: true }),
  },
  title: 'name',
  dated: 'since',
  personField: 'person',
  states: {
    proposed: { zh: '待同意', en: 'Put forward' },
    serving: { zh: '在册', en: 'Serving' },
    resting: { zh: '暂停', en: 'Resting' },
    left: { zh: '已退出', en: 'Left' },
  },
  initial: 'proposed',
  editableIn: ['proposed', 'serving', 'resting'],
  checks: {
    willing: {
      label: { zh: '本人愿意', en: 'She is willing' },
      rule: 'R-PRI-01',
      met: ({ answers }) => answers.willing === true,
    },
  },
  actions: {
    agree: {
      label: { zh: '同意，列入名册', en: 'Agree: on the register' },
      from: ['proposed'],
      to: 'serving',
      by: hands,
      reach: 'below',
      at: above,
      otherThan: ['create'],
      needs: ['willing'],
      tone: 'main',
    },
    train: {
      label: { zh: '记培训', en: 'Record training' },
      from: ['serving', 'resting'],
      to: 'same',
      by: hands,
      reach: 'below',
      asks: {
        what: field.text({ label: { zh: '学了什么', en: 'What' }, class: 'P1', required: true, min: 2, max: 120 }),
        trainedOn: field.day({ label: { zh: '培训日期', en: 'On' }, class: 'P1', required: true, past: true }),
        hours: field.integer({
          label: { zh: '学时', en: 'Length' },
          class: 'P1',
          required: true,
          min: 1,
          max: 80,
          unitLabel: { zh: '学时', en: 'hours' },
        }),
      },
      tone: 'main',
    },
    rest: { label: { zh: '暂停', en: 'Rest' }, from: ['serving'], to: 'resting', by: hands, reason: true },
    resume: { label: { zh: '恢复', en: 'Back' }, from: ['resting'], to: 'serving', by: hands, tone: 'main' },
    leave: {
      label: { zh: '退出', en: 'Leave' },
      from: ['proposed', 'serving', 'resting'],
      to: 'left',
      by: hands,
      reason: true,
    },
  },
  clocks: {
    agree: {
      label: { zh: '同意或不同意', en: 'Agree or not' },
      from: 'proposed',
      until: ['serving', 'left'],
      within: workingDays(10),
      legal: false,
      rule: 'L032',
    },
    train: {
      label: { zh: '一年一训', en: 'Training once a year' },
      from: 'serving',
      after: ['train'],
      done: ['train'],
      until: ['left', 'resting'],
      within: calendarMonths(12),
      legal: false,
      rule: 'L032',
      remindBefore: [30],
    },
  },
  claims: ({ state, person }) => (person && state !== 'left' ? [{ person, key: 'lecturer' }] : []),
  measures: {
    serving: stock('person', {
      label: { zh: '在册宣讲员', en: 'Lecturers' },
      aliases: ['宣讲员'],
      includes: '同意列入名册的宣讲员，按人去重，含暂停',
      excludes: '待同意、已退出；临时请来讲的人',
    }),
    trained: flow('person-time', {
      label: { zh: '宣讲员培训', en: 'Lecturers trained' },
      includes: '记下的培训，一人一次算一人次，按培训日期',
      excludes: '听众；备课会',
    }),
  },
  counts: ({ history, reached, person }, count) => {
    const from = history.find((done) => done.to === 'serving')?.on
    if (!person || !from) return []
    return [
      count.person('serving', from, person),
      reached.left && count.person('serving', reached.left, person, -1),
      ...history.map(
        (done) => done.action === 'train' && count.many('trained', 1, String(done.answers.trainedOn), 'A'),
      ),
    ]
  },
})
