import { cameByGrade, surestGrade } from '../../core/attended.ts'
import { attendedChecks } from '../../core/attended-checks.ts'
import { field } from '../../core/field.ts'
import { heldStates, heldSteps } from '../../core/held-activity.ts'
import { flow } from '../../core/measure.ts'
import { defineProgramme } from '../../core/programme.ts'

const hands = ['chair', 'rights', 'family', 'publicity'] as const

/**
 * 妇女健康宣传 — L128. The management itself is the health department's; a federation invites and explains, by the stages of a
 * life, and keeps no health record of anybody. Indicator values are L009.
 */
export const healthTalk = defineProgramme({
  id: 'health-talk',
  version: 1,
  kind: 'activity',
  service: 'health',
  label: { zh: '妇女健康宣传', en: 'Women’s health talks' },
  short: { zh: '健康宣传', en: 'Talks' },
  noun: { zh: '场', en: 'talk' },
  help: {
    zh: '请医疗机构来讲，办一场记一场，写明讲给哪个年龄段。全生命周期健康管理由卫健部门做，妇联只宣传、动员，不建健康档案，不记谁有什么病、谁查没查。',
    en: 'A health institution speaks, one record a talk, with the stage of life it is for. Health management is the health department’s; a federation explains and invites, keeps no health file, and writes down nobody’s illness or screening.',
  },
  sources: ['L128', 'R-STAT-01', 'R-PRI-03'],
  access: { see: [...hands, 'organisation', 'statistician'], create: hands },
  fields: {
    title: field.text({ label: { zh: '题目', en: 'Title' }, class: 'P1', required: true, min: 2, max: 60 }),
    heldOn: field.day({ label: { zh: '日期', en: 'Date' }, class: 'P1', required: true }),
    place: field.text({ label: { zh: '地点', en: 'Place' }, class: 'P1', required: true, min: 2, max: 80 }),
    stage: field.choice(
      {
        girl: { zh: '青春期', en: 'Adolescence' },
        young: { zh: '婚前孕前', en: 'Before marriage and pregnancy' },
        maternity: { zh: '孕产期', en: 'Pregnancy and birth' },
        middle: { zh: '中年、更年期', en: 'Middle age' },
        elder: { zh: '老年', en: 'Old age' },
        all: { zh: '各年龄', en: 'All ages' },
      },
      { label: { zh: '讲给哪个年龄段', en: 'Stage of life' }, class: 'P1', required: true },
    ),
    topic: field.choice(
      {
        'two-cancers': { zh: '“两癌”防治', en: 'Two cancers' },
        birth: { zh: '孕产保健', en: 'Birth' },
        puberty: { zh: '青春期健康', en: 'Puberty' },
        mind: { zh: '心理健康', en: 'Mental health' },
        chronic: { zh: '慢性病、骨质疏松', en: 'Chronic illness' },
        insurance: { zh: '医保、生育政策', en: 'Medical insurance and maternity policy' },
        other: { zh: '其他', en: 'Other' },
      },
      { label: { zh: '讲什么', en: 'Topic' }, class: 'P1', required: true },
    ),
    speaker: field.text({
      label: { zh: '主讲的医疗卫生机构', en: 'Institution that speaks' },
      class: 'P1',
      required: true,
      min: 2,
      max: 80,
    }),
    note: field.text({ label: { zh: '备注', en: 'Note' }, class: 'P1', max: 1000 }),
  },
  title: 'title',
  dated: 'heldOn',
  states: heldStates,
  initial: 'planned',
  editableIn: ['planned', 'held'],
  checks: attendedChecks,
  actions: heldSteps(hands),
  measures: {
    sessions: flow('session', {
      label: { zh: '妇女健康宣传场次', en: 'Talks held' },
      includes: '已举办的健康宣传，按举办日期',
      excludes: '待举办、已取消；快车出车宣教（另计）；线上观看',
    }),
    attendances: flow('person-time', {
      label: { zh: '妇女健康宣传人次', en: 'Attendances' },
      includes: '签到的（A）、附签到表清点的（B）、写明原因估计的（C）',
      excludes: '筛查人数（卫健部门统计）；线上观看；工作人员',
    }),
  },
  counts: (talk, count) =>
    talk.state === 'held'
      ? [
          count.one('sessions', talk.on, surestGrade(talk)),
          ...cameByGrade(talk).map(({ came, grade }) => count.many('attendances', came, talk.on, grade)),
        ]
      : [],
})
