import { field } from '../../core/field.ts'
import { defineProgramme } from '../../core/programme.ts'

const hands = ['rights', 'chair', 'statistician'] as const

/** 考核评估结果 — L107; F038, F092. What an outside body announced, with its paper. It feeds no figure: a rank is no count. */
export const assessmentResult = defineProgramme({
  id: 'assessment-result',
  version: 1,
  kind: 'case',
  service: 'rights',
  label: { zh: '考核评估结果', en: 'Assessment result' },
  short: { zh: '考评', en: 'Assessments' },
  noun: { zh: '项', en: 'result' },
  help: {
    zh: '平安建设等考核的结果：哪一年、哪一项、什么等次，附文件。只登记正式公布的；本级不对下级和个人排名。',
    en: 'Results of outside assessments such as Safe China: year, item, grade, with the paper. We rank neither people nor those below.',
  },
  sources: ['L107', 'F038', 'F092', 'R-BUR-03'],
  access: { see: [...hands, 'organisation', 'publicity'], create: hands },
  fields: {
    scheme: field.text({ label: { zh: '什么考核', en: 'Scheme' }, class: 'P1', required: true, min: 2, max: 80 }),
    announcedOn: field.day({
      label: { zh: '公布（评定）日期', en: 'Announced on' },
      class: 'P1',
      required: true,
      past: true,
    }),
    year: field.integer({
      label: { zh: '考核年度', en: 'Year assessed' },
      class: 'P1',
      required: true,
      min: 1990,
      max: 2100,
    }),
    item: field.text({ label: { zh: '考核项目', en: 'Item' }, class: 'P1', required: true, max: 120 }),
    grade: field.text({ label: { zh: '等次或分数', en: 'Grade' }, class: 'P1', max: 40 }),
    rank: field.integer({ label: { zh: '名次', en: 'Rank' }, class: 'P1', min: 1, max: 999 }),
    tied: field.yesNo({ label: { zh: '并列', en: 'Tied' }, class: 'P1' }),
    evidence: field.text({
      label: { zh: '文件名称和文号', en: 'Paper and number' },
      class: 'P1',
      required: true,
      max: 200,
    }),
  },
  title: 'scheme',
  dated: 'announcedOn',
  states: {
    scored: { zh: '已评定', en: 'Scored' },
    announced: { zh: '已公布', en: 'Announced' },
    archived: { zh: '已归档', en: 'Archived' },
  },
  initial: 'scored',
  editableIn: ['scored'],
  checks: {
    graded: {
      label: { zh: '写了等次或名次', en: 'A grade or rank is written' },
      rule: 'L107',
      met: ({ answers }) => Boolean(answers.grade) || answers.rank !== undefined,
    },
  },
  actions: {
    announce: {
      label: { zh: '已正式公布', en: 'Announced' },
      from: ['scored'],
      to: 'announced',
      by: hands,
      needs: ['graded'],
      tone: 'main',
    },
    archive: { label: { zh: '归档', en: 'Archive' }, from: ['announced'], to: 'archived', by: hands },
    correct: {
      label: { zh: '更正', en: 'Correct' },
      from: ['announced', 'archived'],
      to: 'scored',
      by: hands,
      reason: true,
    },
  },
  measures: {},
  counts: () => [],
})
