import { calendarMonths } from '../../core/clock.ts'
import { field } from '../../core/field.ts'
import { flow, stock } from '../../core/measure.ts'
import { defineProgramme } from '../../core/programme.ts'
import { ageStages } from './words.ts'

const keepers = ['chair', 'family'] as const

/** 家庭教育指导者 — L060. Her certificate has an end; without a valid one she gives no guidance. Nobody is marked or ranked. */
export const familyGuide = defineProgramme({
  id: 'family-guide',
  version: 1,
  kind: 'member',
  service: 'education',
  label: { zh: '家庭教育指导者', en: 'Family-education guide' },
  short: { zh: '指导者', en: 'Guides' },
  noun: { zh: '人', en: 'guide' },
  help: {
    zh: '登记证书和有效期，到期前两个月、一个月提醒；过期自动停，续了证再恢复。要和孩子接触的，先查有没有不适合的记录，只记查没查、能不能。',
    en: 'Certificate and its end; reminders two months and one month before. An expired one stops her until renewed. Who meets children is checked first; only the answer is kept.',
  },
  sources: ['L060', 'processes 4.3'],
  access: { see: ['chair', 'family', 'guide', 'organisation', 'statistician'], create: keepers },
  fields: {
    name: field.text({ label: { zh: '称呼', en: 'Known as' }, class: 'P2', required: true, max: 60 }),
    person: field.person({ label: { zh: '本人', en: 'Person' }, class: 'P2', required: true }),
    since: field.day({ label: { zh: '开始服务', en: 'Serving since' }, class: 'P1', required: true, past: true }),
    unit: field.text({ label: { zh: '工作单位', en: 'Works at' }, class: 'P2', max: 80 }),
    place: field.record('family-place', { label: { zh: '在哪个阵地', en: 'Place' }, class: 'P1' }),
    certificate: field.choice(
      {
        guide: { zh: '家庭教育指导师', en: 'Family-education guide' },
        teacher: { zh: '教师资格', en: 'Teacher' },
        counsellor: { zh: '心理咨询', en: 'Counsellor' },
        social: { zh: '社会工作师', en: 'Social worker' },
        training: { zh: '培训结业', en: 'Training completed' },
      },
      { label: { zh: '证书', en: 'Certificate' }, class: 'P1', required: true },
    ),
    certificateNo: field.text({
      label: { zh: '证书编号', en: 'Certificate no.' },
      class: 'P2',
      required: true,
      max: 60,
    }),
    issuedOn: field.day({ label: { zh: '发证日期', en: 'Issued on' }, class: 'P1', required: true, past: true }),
    validTo: field.day({ label: { zh: '有效期至', en: 'Valid to' }, class: 'P1', required: true }),
    stages: field.choices(ageStages, { label: { zh: '擅长的年龄段', en: 'Ages she works with' }, class: 'P1' }),
    vetted: field.choice(
      {
        clear: { zh: '已查，可以', en: 'Checked: may' },
        not: { zh: '已查，不可以', en: 'Checked: may not' },
      },
      { label: { zh: '接触孩子前的查询', en: 'Check before working with children' }, class: 'P3', required: true },
    ),
    vettedOn: field.day({ label: { zh: '查询日期', en: 'Checked on' }, class: 'P3', required: true, past: true }),
  },
  title: 'name',
  dated: 'since',
  personField: 'person',
  parentField: 'place',
  opens: ['name', 'person', 'since', 'unit', 'place', 'certificate', 'certificateNo', 'issuedOn', 'validTo', 'stages'],
  states: {
    registered: { zh: '待查询', en: 'To be checked' },
    serving: { zh: '在册', en: 'Serving' },
    lapsed: { zh: '证书过期', en: 'Certificate expired' },
    left: { zh: '已退出', en: 'Left' },
  },
  initial: 'registered',
  editableIn: ['registered', 'serving', 'lapsed'],
  checks: {
    mayWork: {
      label: { zh: '查过，可以接触孩子', en: 'Checked, and may work with children' },
      rule: 'processes 4.3',
      met: ({ answers }) => answers.vetted === 'clear',
    },
    valid: {
      label: { zh: '证书没有过期', en: 'The certificate is valid' },
      rule: 'L060',
      met: ({ answers, today }) => today === undefined || (answers.validTo ?? '') >= today,
    },
  },
  actions: {
    vet: {
      label: { zh: '查过了，列入名册', en: 'Checked: on the register' },
      from: ['registered'],
      to: 'serving',
      by: keepers,
      fills: ['vetted', 'vettedOn'],
      needs: ['mayWork', 'valid'],
      tone: 'main',
    },
    serve: {
      label: { zh: '记服务时长', en: 'Record hours' },
      from: ['serving'],
      to: 'same',
      by: ['chair', 'family', 'guide'],
      asks: {
        hours: field.integer({
          label: { zh: '服务', en: 'Served' },
          class: 'P1',
          required: true,
          min: 1,
          max: 24,
          unitLabel: { zh: '小时', en: 'hours' },
        }),
        what: field.text({ label: { zh: '做了什么', en: 'What' }, class: 'P1', required: true, max: 120 }),
      },
      tone: 'main',
    },
    renew: {
      label: { zh: '续证', en: 'Renew the certificate' },
      from: ['registered', 'serving'],
      to: 'same',
      by: keepers,
      fills: ['certificate', 'certificateNo', 'issuedOn', 'validTo'],
      needs: ['valid'],
    },
    restore: {
      label: { zh: '续证，恢复在册', en: 'Renewed: back on the register' },
      from: ['lapsed'],
      to: 'serving',
      by: keepers,
      fills: ['certificate', 'certificateNo', 'issuedOn', 'validTo', 'vetted', 'vettedOn'],
      needs: ['valid', 'mayWork'],
      tone: 'main',
    },
    lapse: { label: { zh: '证书到期', en: 'The certificate expired' }, from: ['serving'], to: 'lapsed', by: [] },
    leave: {
      label: { zh: '退出', en: 'Leave' },
      from: ['registered', 'serving', 'lapsed'],
      to: 'left',
      by: keepers,
      reason: true,
    },
  },
  clocks: {
    certificate: {
      label: { zh: '证书到期', en: 'The certificate ends' },
      from: 'serving',
      after: ['renew'],
      done: ['renew'],
      until: ['lapsed', 'left'],
      within: calendarMonths(12),
      dueField: 'validTo',
      legal: false,
      rule: 'L060',
      remindBefore: [60, 30],
      expires: 'lapse',
    },
  },
  measures: {
    serving: stock('person', {
      label: { zh: '在册指导者', en: 'Guides' },
      aliases: ['家庭教育指导者'],
      includes: '查过、证书有效的指导者，按人去重',
      excludes: '待查询、证书过期、已退出',
    }),
    hours: flow('item', {
      label: { zh: '指导服务时长', en: 'Hours of guidance' },
      unitLabel: { zh: '小时', en: 'hours' },
      includes: '指导者记下的服务小时',
      excludes: '备课；接受培训',
    }),
  },
  counts: ({ history, person }, count) => {
    if (!person) return []
    return history.flatMap((done) => {
      if (done.action === 'serve') return [count.many('hours', Number(done.answers.hours ?? 0), done.on, 'A')]
      if (done.to === 'serving' && done.from !== 'serving') return [count.person('serving', done.on, person)]
      if (done.from === 'serving' && done.to !== 'serving') return [count.person('serving', done.on, person, -1)]
      return []
    })
  },
})
