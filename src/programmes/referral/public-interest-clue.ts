import { calendarDays, workingDays } from '../../core/clock.ts'
import { field } from '../../core/field.ts'
import { flow } from '../../core/measure.ts'
import { defineProgramme } from '../../core/programme.ts'
import { clueKinds, clueLetter } from './documents/clue-letter.ts'

/** 公益诉讼线索 — R-WOM-02 (妇女权益保障法 art. 77): five kinds of case a procuratorate may bring. */
export const publicInterestClue = defineProgramme({
  id: 'public-interest-clue',
  version: 1,
  kind: 'case',
  service: 'rights',
  series: 'GY',
  label: { zh: '公益诉讼线索', en: 'Public-interest clue' },
  short: { zh: '线索移送', en: 'Clues' },
  noun: { zh: '条', en: 'clue' },
  help: {
    zh: '侵害不止一位妇女、损害公共利益的五类情形，可以移送检察院。由另一位权益岗复核后移送。线索里不写受害妇女姓名。',
    en: 'Five kinds of harm to the public interest of women may be passed to the procuratorate, after a second person’s review. No victim’s name.',
  },
  sources: ['L106', 'R-WOM-02'],
  confidential: true,
  access: { see: ['rights'], create: ['rights'] },
  fields: {
    kind: field.choice(clueKinds, { label: { zh: '哪一类', en: 'Kind' }, class: 'P1', required: true }),
    foundOn: field.day({ label: { zh: '发现日期', en: 'Found on' }, class: 'P1', required: true, past: true }),
    source: field.text({ label: { zh: '从哪里发现的', en: 'Source' }, class: 'P3', required: true, max: 200 }),
    facts: field.text({
      label: { zh: '事实和影响的人群', en: 'Facts and who is harmed' },
      class: 'P3',
      required: true,
      min: 10,
      max: 3000,
    }),
    materials: field.text({ label: { zh: '附上的材料', en: 'Materials' }, class: 'P3', max: 500 }),
    procuratorate: field.text({
      label: { zh: '移送哪个检察院', en: 'Procuratorate' },
      class: 'P1',
      required: true,
      max: 80,
    }),
    answer: field.choice(
      {
        filed: { zh: '立案', en: 'Filed' },
        advice: { zh: '制发检察建议', en: 'Procuratorial advice issued' },
        'not-filed': { zh: '不立案（说明理由）', en: 'Not filed (with reason)' },
      },
      { label: { zh: '检察院答复', en: 'Answer' }, class: 'P1', required: true },
    ),
    answerText: field.text({ label: { zh: '答复内容', en: 'What they answered' }, class: 'P3', max: 2000 }),
  },
  title: 'kind',
  dated: 'foundOn',
  opens: ['kind', 'foundOn', 'source', 'facts', 'materials'],
  states: {
    found: { zh: '待复核', en: 'To be reviewed' },
    reviewed: { zh: '已复核', en: 'Reviewed' },
    sent: { zh: '已移送', en: 'Sent' },
    answered: { zh: '已答复', en: 'Answered' },
    closed: { zh: '已了结', en: 'Closed' },
    dropped: { zh: '不移送', en: 'Not sent' },
  },
  initial: 'found',
  editableIn: ['found'],
  actions: {
    review: {
      label: { zh: '复核通过', en: 'Reviewed' },
      from: ['found'],
      to: 'reviewed',
      by: ['rights'],
      secondPerson: true,
      tone: 'main',
    },
    send: {
      label: { zh: '移送检察院', en: 'Send' },
      from: ['reviewed'],
      to: 'sent',
      by: ['rights'],
      at: ['banner', 'league', 'region'],
      fills: ['procuratorate'],
      makes: ['clue-letter'],
      tone: 'main',
    },
    answer: {
      label: { zh: '记检察院答复', en: 'Record the answer' },
      from: ['sent'],
      to: 'answered',
      by: ['rights'],
      fills: ['answer', 'answerText'],
      tone: 'main',
    },
    close: {
      label: { zh: '了结', en: 'Close' },
      from: ['answered'],
      to: 'closed',
      by: ['rights'],
      reason: true,
      tone: 'main',
    },
    drop: {
      label: { zh: '不移送', en: 'Do not send' },
      from: ['found', 'reviewed'],
      to: 'dropped',
      by: ['rights'],
      reason: true,
    },
  },
  clocks: {
    review: {
      label: { zh: '复核线索', en: 'Review' },
      from: 'found',
      until: ['reviewed', 'dropped'],
      within: workingDays(5),
      legal: false,
      rule: 'R-WOM-02',
    },
    answer: {
      label: { zh: '了解检察院办理情况', en: 'Ask how it stands' },
      from: 'sent',
      until: ['answered', 'closed'],
      within: calendarDays(30),
      legal: false,
      rule: 'R-WOM-02',
    },
  },
  documents: { 'clue-letter': clueLetter },
  measures: {
    sent: flow('item', {
      label: { zh: '移送公益诉讼线索', en: 'Clues sent' },
      includes: '已移送检察院的线索，按移送日期',
      excludes: '未移送；侵权问题排查线索',
    }),
    filed: flow('item', {
      label: { zh: '检察院立案', en: 'Filed' },
      includes: '答复为立案的线索',
      excludes: '检察建议、不立案',
    }),
  },
  counts: ({ reached, answers }, count) => [
    reached.sent && count.one('sent', reached.sent),
    reached.answered && answers.answer === 'filed' && count.one('filed', reached.answered),
  ],
})
