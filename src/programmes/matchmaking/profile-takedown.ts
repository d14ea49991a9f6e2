import { calendarDays, workingDays } from '../../core/clock.ts'
import { field } from '../../core/field.ts'
import { flow } from '../../core/measure.ts'
import { defineProgramme } from '../../core/programme.ts'
import { matchmakers } from './words.ts'

/** 请平台删除 — L055, R-MAT-06: what the national platform holds of somebody who withdrew, left or was erased (个人信息保护法 第四十七条). */
export const profileTakedown = defineProgramme({
  id: 'profile-takedown',
  version: 1,
  kind: 'case',
  service: 'matchmaking',
  series: 'PC',
  label: { zh: '请平台删除', en: 'Take-down' },
  short: { zh: '平台删除', en: 'Take-downs' },
  noun: { zh: '件', en: 'take-down' },
  help: {
    zh: '本人收回同意、退出、要求删除资料，或停止服务时自动开一件。三个工作日内请全国平台删除，十五天内要有平台的答复；平台确认删除，这里也当场忘掉。',
    en: 'Opened by itself when somebody withdraws, leaves, is erased or is banned. The platform is asked within 3 working days and answers within 15; once it confirms, this record forgets too.',
  },
  sources: ['L055', 'R-MAT-06'],
  access: { see: matchmakers, create: matchmakers },
  fields: {
    why: field.choice(
      {
        withdrawn: { zh: '收回同意', en: 'Consent withdrawn' },
        left: { zh: '本人退出', en: 'Left' },
        banned: { zh: '停止服务', en: 'Banned' },
        erased: { zh: '要求删除资料', en: 'Erased' },
      },
      { label: { zh: '为什么', en: 'Why' }, class: 'P1', required: true },
    ),
    openedOn: field.day({ label: { zh: '哪天起', en: 'Since' }, class: 'P1', required: true, past: true }),
    handedOn: field.day({ label: { zh: '哪天交的清单', en: 'Passed on' }, class: 'P1', required: true, past: true }),
    shown: field.text({
      label: { zh: '清单上的称呼', en: 'Shown on the list as' },
      class: 'P3',
      min: 2,
      max: 12,
    }),
    reference: field.text({ label: { zh: '平台回执编号', en: 'The platform’s reference' }, class: 'P3', max: 60 }),
  },
  title: 'why',
  dated: 'openedOn',
  states: {
    open: { zh: '待请平台删除', en: 'To be asked' },
    asked: { zh: '已请，等确认', en: 'Asked' },
    gone: { zh: '平台已删除', en: 'Taken down' },
  },
  initial: 'open',
  editableIn: [],
  forgetsIn: ['gone'],
  actions: {
    ask: {
      label: { zh: '已请平台删除', en: 'Asked the platform' },
      from: ['open'],
      to: 'asked',
      by: matchmakers,
      asks: {
        way: field.choice(
          {
            letter: { zh: '书面函', en: 'Letter' },
            account: { zh: '平台管理账号', en: 'The platform’s own desk' },
            call: { zh: '电话，并补书面', en: 'Call, then in writing' },
          },
          { label: { zh: '怎么请的', en: 'How' }, class: 'P1', required: true },
        ),
      },
      tone: 'main',
    },
    again: {
      label: { zh: '没有答复或没有删，再请一次', en: 'Ask again' },
      from: ['asked'],
      to: 'same',
      by: matchmakers,
      reason: true,
    },
    confirm: {
      label: { zh: '平台确认已删除，告知本人', en: 'Confirmed, and told' },
      from: ['asked'],
      to: 'gone',
      by: matchmakers,
      asks: {
        seen: field.choice(
          { written: { zh: '有书面答复', en: 'In writing' }, looked: { zh: '在平台上查过，没有了', en: 'Looked up' } },
          { label: { zh: '怎么确认的', en: 'How it was confirmed' }, class: 'P1', required: true },
        ),
      },
      tone: 'main',
    },
  },
  clocks: {
    ask: {
      label: { zh: '请平台删除', en: 'Ask the platform' },
      from: 'open',
      until: ['asked'],
      within: workingDays(3),
      legal: false,
      rule: 'R-MAT-06',
    },
    gone: {
      label: { zh: '平台删除', en: 'Taken down' },
      from: 'asked',
      until: ['gone'],
      within: calendarDays(15),
      legal: false,
      rule: 'processes 6.2',
    },
  },
  measures: {
    opened: flow('item', {
      label: { zh: '应请平台删除', en: 'Take-downs opened' },
      unitLabel: { zh: '件', en: 'take-downs' },
      includes: '已交给平台、后来收回同意、退出、要求删除资料或停止服务的，按那天',
      excludes: '还没有交出的；平台没有接收的',
    }),
    gone: flow('item', {
      label: { zh: '平台已删除', en: 'Taken down' },
      unitLabel: { zh: '件', en: 'take-downs' },
      includes: '平台确认删除的，按确认日期',
      excludes: '已请、没有答复的',
    }),
  },
  counts: ({ on, reached }, count) => [count.one('opened', on), reached.gone && count.one('gone', reached.gone)],
})
