import { workingDays } from '../../core/clock.ts'
import { field } from '../../core/field.ts'
import { flow } from '../../core/measure.ts'
import { defineProgramme } from '../../core/programme.ts'
import { troubles } from './words.ts'

const hands = ['rights'] as const

/** 婚恋服务举报 — R-MAT-07, R-DV-11. Handled by the rights post, who sees no profile and no other couple. */
export const matchReport = defineProgramme({
  id: 'match-report',
  version: 1,
  kind: 'case',
  service: 'matchmaking',
  series: 'JB',
  label: { zh: '婚恋服务举报', en: 'Report' },
  short: { zh: '举报', en: 'Reports' },
  noun: { zh: '件', en: 'report' },
  help: {
    zh: '骚扰、要钱、假身份、外传照片、红娘收费。三个工作日查清，听被举报的人说；恋爱中或分手后被纠缠的，告诉她可以申请人身安全保护令。',
    en: 'Settled in three working days, both heard. Pestered during or after dating: she is told of the protection order.',
  },
  sources: ['L056', 'R-MAT-07', 'R-DV-11'],
  confidential: true,
  access: { see: hands, create: hands },
  fields: {
    from: field.choice(
      {
        couple: { zh: '牵手以后', en: 'After being paired' },
        event: { zh: '活动上', en: 'At an event' },
        other: { zh: '其他', en: 'Other' },
      },
      { label: { zh: '在哪里发生', en: 'Where' }, class: 'P1', required: true },
    ),
    reportedOn: field.day({ label: { zh: '举报日期', en: 'Reported on' }, class: 'P1', required: true, past: true }),
    trouble: field.choice(troubles, { label: { zh: '什么事', en: 'What it is' }, class: 'P4', required: true }),
    what: field.text({ label: { zh: '经过', en: 'What happened' }, class: 'P4', required: true, min: 5, max: 2000 }),
    told: field.yesNo({
      label: { zh: '已告知可以申请人身安全保护令、可以报警', en: 'Told of the protection order and 110' },
      class: 'P1',
      required: true,
    }),
  },
  title: 'from',
  dated: 'reportedOn',
  opens: ['from', 'reportedOn', 'trouble', 'what'],
  states: {
    reported: { zh: '已收到', en: 'Reported' },
    heard: { zh: '已听对方', en: 'Heard' },
    upheld: { zh: '属实', en: 'Upheld' },
    dismissed: { zh: '不属实', en: 'Not upheld' },
  },
  initial: 'reported',
  editableIn: ['reported'],
  checks: {
    informed: {
      label: { zh: '已告知保护令和报警', en: 'She knows of the order and of 110' },
      rule: 'R-DV-11',
      met: ({ answers }) => answers.told === true,
    },
  },
  actions: {
    inform: {
      label: { zh: '告知可以怎么保护自己', en: 'Tell her what protects her' },
      from: ['reported', 'heard'],
      to: 'same',
      by: hands,
      fills: ['told'],
      tone: 'safety',
    },
    hear: {
      label: { zh: '听对方怎么说', en: 'Hear the other' },
      from: ['reported'],
      to: 'heard',
      by: hands,
      asks: {
        said: field.text({
          label: { zh: '对方怎么说', en: 'What was said' },
          class: 'P4',
          required: true,
          min: 2,
          max: 2000,
        }),
      },
      needs: ['informed'],
      tone: 'main',
    },
    uphold: {
      label: { zh: '属实，请停止服务', en: 'Upheld: end the service' },
      from: ['heard'],
      to: 'upheld',
      by: hands,
      reason: true,
      tone: 'main',
    },
    dismiss: { label: { zh: '不属实', en: 'Not upheld' }, from: ['heard'], to: 'dismissed', by: hands, reason: true },
  },
  clocks: {
    settle: {
      label: { zh: '查清', en: 'Settle' },
      from: 'reported',
      until: ['upheld', 'dismissed'],
      within: workingDays(3),
      legal: false,
      rule: 'processes 6.2',
    },
  },
  measures: {
    reports: flow('item', {
      label: { zh: '婚恋服务举报', en: 'Reports' },
      includes: '收到的举报，按举报日期',
      excludes: '咨询',
    }),
    upheld: flow('item', {
      label: { zh: '举报属实', en: 'Reports upheld' },
      includes: '查实的举报，按查实日期',
      excludes: '不属实、未查清的',
    }),
  },
  counts: ({ on, reached }, count) => [count.one('reports', on), reached.upheld && count.one('upheld', reached.upheld)],
})
