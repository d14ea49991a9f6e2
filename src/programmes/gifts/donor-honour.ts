import { calendarDays } from '../../core/clock.ts'
import { field } from '../../core/field.ts'
import { stock } from '../../core/measure.ts'
import { defineProgramme } from '../../core/programme.ts'
import { donors } from './donation-fields.ts'

const hands = ['finance', 'family', 'rights', 'chair'] as const

/** 捐赠人署名 — L053: one donor asked whether to be named on a tribute list, and as what. Who gave anonymously is not asked. */
export const donorHonour = defineProgramme({
  id: 'donor-honour',
  version: 1,
  kind: 'case',
  service: 'gifts',
  label: { zh: '捐赠人署名', en: 'Donors to be named' },
  short: { zh: '署名', en: 'Named' },
  noun: { zh: '位', en: 'donor' },
  help: {
    zh: '逐位问捐赠人愿不愿意署名、署什么名。愿意的才进名单；不愿意的、以后撤回的，名字在这里也不再显示。匿名捐赠的人不登记、不询问。',
    en: 'Each donor is asked whether to be named, and as what. Only who agrees is listed; of who does not, or withdraws, the name is shown no more, here neither. Who gave anonymously is never entered.',
  },
  sources: ['L053', 'R-FUND-03', 'R-FUND-06', 'R-PRI-05'],
  access: { see: [...hands, 'auditor'], create: hands },
  fields: {
    kind: field.choice(donors, { label: { zh: '捐赠人类别', en: 'Kind of donor' }, class: 'P1', required: true }),
    askedOn: field.day({ label: { zh: '询问日期', en: 'Asked on' }, class: 'P1', required: true, past: true }),
    tribute: field.record('donor-tribute', {
      label: { zh: '哪份名单', en: 'Which list' },
      class: 'P1',
      required: true,
    }),
    donation: field.record('donation', { label: { zh: '哪笔捐赠', en: 'Which donation' }, class: 'P1' }),
    donor: field.text({ label: { zh: '捐赠人', en: 'Donor' }, class: 'P2', required: true, max: 80 }),
    shownAs: field.text({ label: { zh: '署什么名', en: 'Named as' }, class: 'P2', required: true, max: 80 }),
    agreedOn: field.day({ label: { zh: '同意日期', en: 'Agreed on' }, class: 'P1', required: true, past: true }),
    way: field.choice(
      {
        signed: { zh: '签字或盖章', en: 'Signed' },
        letter: { zh: '来信、来函', en: 'By letter' },
        recorded: { zh: '录音', en: 'Recorded' },
      },
      { label: { zh: '怎么同意的', en: 'How' }, class: 'P1', required: true },
    ),
  },
  title: 'kind',
  dated: 'askedOn',
  parentField: 'tribute',
  opens: ['kind', 'askedOn', 'tribute', 'donation', 'donor'],
  states: {
    asked: { zh: '已询问', en: 'Asked' },
    agreed: { zh: '同意署名', en: 'Agrees to be named' },
    unnamed: { zh: '不署名', en: 'Not to be named' },
    withdrawn: { zh: '已撤回', en: 'Withdrawn' },
  },
  initial: 'asked',
  editableIn: ['asked'],
  silentIn: ['unnamed', 'withdrawn'],
  actions: {
    agree: {
      label: { zh: '同意署名', en: 'Agrees' },
      from: ['asked'],
      to: 'agreed',
      by: hands,
      fills: ['shownAs', 'agreedOn', 'way'],
      tone: 'main',
    },
    refuse: { label: { zh: '不署名', en: 'Not to be named' }, from: ['asked'], to: 'unnamed', by: hands },
    withdraw: { label: { zh: '撤回同意', en: 'Withdraws' }, from: ['agreed'], to: 'withdrawn', by: hands },
  },
  clocks: {
    ask: {
      label: { zh: '问捐赠人愿不愿意署名', en: 'Ask the donor' },
      from: 'asked',
      until: ['agreed', 'unnamed'],
      within: calendarDays(30),
      legal: false,
      rule: 'L053',
    },
  },
  measures: {
    named: stock('item', {
      label: { zh: '同意署名的捐赠人', en: 'Donors named' },
      unitLabel: { zh: '位', en: 'donors' },
      includes: '当日同意署名的捐赠人（单位或个人），一份名单里一位算一位',
      excludes: '不署名、撤回的；匿名捐赠；捐了多少不在这里计',
    }),
  },
  counts: ({ reached }, count) => [
    reached.agreed && count.one('named', reached.agreed),
    reached.withdrawn && count.gone('named', reached.withdrawn),
  ],
})
