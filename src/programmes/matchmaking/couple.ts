import { calendarMonths } from '../../core/clock.ts'
import { field } from '../../core/field.ts'
import { flow } from '../../core/measure.ts'
import { type Done, defineProgramme } from '../../core/programme.ts'
import { matchmakers, troubles, two } from './words.ts'

const together = ['paired', 'dating'] as const
const first = (history: readonly Done[], action: string) => history.find((done) => done.action === action)?.on

/** 牵手与回访 — L056, L057; figure F017, in three measures that are never one: 牵手, 恋爱, 登记. R-MAT-06, R-MAT-07. */
export const couple = defineProgramme({
  id: 'couple',
  version: 1,
  kind: 'case',
  service: 'matchmaking',
  series: 'QS',
  label: { zh: '牵手回访', en: 'Couple' },
  short: { zh: '牵手', en: 'Couples' },
  noun: { zh: '对', en: 'couple' },
  help: {
    zh: '互相选中的自动开一件。三、六、十二个月各回访一次，只问愿不愿意说；恋爱、登记都以两个人自己说的为准。谁举报骚扰，马上冻结，交权益岗。谁要求删除，当场删除。',
    en: 'Opened for those who chose each other. Asked after 3, 6 and 12 months, answering is free. A report freezes it at once; either may have it erased.',
  },
  sources: ['L056', 'L057', 'F017', 'R-MAT-06', 'R-MAT-07'],
  access: { see: matchmakers, create: matchmakers },
  fields: {
    source: field.choice(
      {
        event: { zh: '交友活动互选', en: 'Chose each other at an event' },
        told: { zh: '两人自己来报', en: 'Came to tell' },
      },
      { label: { zh: '怎么牵的手', en: 'How they met' }, class: 'P1', required: true },
    ),
    metOn: field.day({ label: { zh: '牵手日期', en: 'Met on' }, class: 'P1', required: true, past: true }),
    two,
    event: field.record('match-event', { label: { zh: '哪一场活动', en: 'Event' }, class: 'P1' }),
  },
  title: 'source',
  dated: 'metOn',
  parentField: 'event',
  states: {
    paired: { zh: '牵手', en: 'Paired' },
    dating: { zh: '恋爱', en: 'Dating' },
    married: { zh: '已登记', en: 'Married' },
    ended: { zh: '没有继续', en: 'Not continued' },
    frozen: { zh: '已冻结', en: 'Frozen' },
    erased: { zh: '已删除', en: 'Erased' },
  },
  initial: 'paired',
  editableIn: [],
  forgetsIn: ['erased'],
  actions: {
    ask: {
      label: { zh: '回访', en: 'Ask' },
      from: [...together],
      to: 'same',
      by: matchmakers,
      asks: {
        said: field.choice(
          {
            well: { zh: '处得不错', en: 'Going well' },
            apart: { zh: '没有再联系', en: 'Not in touch' },
            private: { zh: '不愿意说', en: 'Rather not say' },
            away: { zh: '没联系上', en: 'Not reached' },
          },
          { label: { zh: '他们说', en: 'They said' }, class: 'P3', required: true },
        ),
      },
      tone: 'main',
    },
    date: {
      label: { zh: '两人都说在恋爱', en: 'Both say they are dating' },
      from: ['paired'],
      to: 'dating',
      by: matchmakers,
    },
    register: {
      label: { zh: '两人都说已登记结婚', en: 'Both say they are married' },
      from: [...together],
      to: 'married',
      by: matchmakers,
    },
    end: { label: { zh: '没有继续', en: 'Not continued' }, from: [...together], to: 'ended', by: matchmakers },
    report: {
      label: { zh: '举报：马上冻结联系', en: 'Report: freeze contact now' },
      from: ['paired', 'dating', 'ended', 'married'],
      to: 'frozen',
      by: matchmakers,
      asks: {
        trouble: field.choice(troubles, { label: { zh: '什么事', en: 'What it is' }, class: 'P4', required: true }),
        what: field.text({
          label: { zh: '经过', en: 'What happened' },
          class: 'P4',
          required: true,
          min: 5,
          max: 2000,
        }),
      },
      starts: ({ history }) => {
        const report = history.findLast((done) => done.action === 'report')
        return [
          {
            programme: 'match-report',
            answers: {
              reportedOn: report?.on,
              from: 'couple',
              trouble: report?.answers.trouble,
              what: report?.answers.what,
            },
          },
        ]
      },
      tone: 'safety',
    },
    thaw: {
      label: { zh: '查清了，解除冻结', en: 'Settled: thaw' },
      from: ['frozen'],
      to: 'ended',
      by: matchmakers,
      reach: 'below',
      otherThan: ['report'],
      reason: true,
    },
    erase: {
      label: { zh: '应一方要求删除', en: 'Erase, as one of them asks' },
      from: ['paired', 'dating', 'married', 'ended', 'frozen'],
      to: 'erased',
      by: matchmakers,
    },
  },
  clocks: {
    ask: {
      label: { zh: '回访', en: 'Ask how it goes' },
      from: 'paired',
      done: ['ask'],
      until: ['married', 'ended', 'frozen', 'erased'],
      within: calendarMonths(3),
      rounds: [calendarMonths(6), calendarMonths(12)],
      legal: false,
      rule: 'processes 6.2',
    },
  },
  measures: {
    pairs: flow('couple', {
      label: { zh: '牵手', en: 'Pairs' },
      aliases: ['收获爱情'],
      includes: '互相选中或自己来报的，按牵手日期',
      excludes: '只有一方选中的；恋爱、登记另计',
    }),
    dating: flow('couple', {
      label: { zh: '恋爱（两人自报）', en: 'Dating, as both say' },
      includes: '两人都说在恋爱的，按说的那天',
      excludes: '牵手后没有说的',
    }),
    married: flow('couple', {
      label: { zh: '登记结婚（两人自报）', en: 'Married, as both say' },
      includes: '两人都说已登记的，按说的那天',
      excludes: '没有来说的；集体婚礼的新人另计',
    }),
  },
  counts: ({ on, history }, count) => {
    const [dating, married] = [first(history, 'date'), first(history, 'register')]
    return [count.one('pairs', on), dating && count.one('dating', dating), married && count.one('married', married)]
  },
})
