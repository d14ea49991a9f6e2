import { calendarDays } from '../../core/clock.ts'
import { field } from '../../core/field.ts'
import { flow } from '../../core/measure.ts'
import { defineProgramme } from '../../core/programme.ts'
import { tributeList } from './documents/tribute-list.ts'

const hands = ['finance', 'family', 'rights', 'chair'] as const

/** 捐赠人致敬名单 — L053; 慈善法 第八十二条; R-FUND-06. Only who agreed to be named is on it, in the order they agreed; no sums, no ranking. */
export const donorTribute = defineProgramme({
  id: 'donor-tribute',
  version: 1,
  kind: 'case',
  service: 'gifts',
  series: 'JM',
  label: { zh: '捐赠人致敬名单', en: 'Tribute to donors' },
  short: { zh: '致敬名单', en: 'Tributes' },
  noun: { zh: '份', en: 'list' },
  help: {
    zh: '一次致敬仪式、一次公布一份。名单由同意署名的捐赠人自动带出，按同意先后排，不写金额、不排名；不愿署名的、匿名的不出现。另一人核对后公布；有人撤回同意，重出一版。',
    en: 'One list for one ceremony. Its names are those of donors who agreed, in the order they agreed, without sums. Another person checks it. When one withdraws, the list is issued anew.',
  },
  sources: ['L053', 'R-FUND-06', 'R-PRI-04'],
  access: { see: [...hands, 'publicity', 'auditor'], create: hands },
  fields: {
    title: field.text({ label: { zh: '名称', en: 'Title' }, class: 'P0', required: true, min: 4, max: 60 }),
    preparedOn: field.day({ label: { zh: '起草日期', en: 'Prepared on' }, class: 'P0', required: true, past: true }),
    occasion: field.text({
      label: { zh: '用在什么场合', en: 'Occasion' },
      class: 'P0',
      required: true,
      min: 2,
      max: 120,
    }),
    from: field.day({ label: { zh: '致敬哪段时间的捐赠：从', en: 'Gifts from' }, class: 'P0', required: true }),
    to: field.day({ label: { zh: '到', en: 'To' }, class: 'P0', required: true }),
  },
  title: 'title',
  dated: 'preparedOn',
  states: {
    draft: { zh: '起草中', en: 'Draft' },
    published: { zh: '已公布', en: 'Published' },
    'taken-down': { zh: '已撤下', en: 'Taken down' },
  },
  initial: 'draft',
  editableIn: ['draft'],
  checks: {
    inOrder: {
      label: { zh: '时间有头有尾', en: 'The period ends after it begins' },
      rule: 'L053',
      met: ({ answers }) => (answers.to ?? '') >= (answers.from ?? ''),
    },
  },
  actions: {
    publish: {
      label: { zh: '核对无误，公布', en: 'Checked: publish' },
      from: ['draft'],
      to: 'published',
      by: hands,
      otherThan: ['create'],
      needs: ['inOrder'],
      makes: ['tribute-list'],
      tone: 'main',
    },
    reissue: {
      label: { zh: '有人撤回或补充，重出一版', en: 'Issue it anew' },
      from: ['published'],
      to: 'same',
      by: hands,
      makes: ['tribute-list'],
      reason: true,
    },
    takeDown: {
      label: { zh: '撤下', en: 'Take down' },
      from: ['draft', 'published'],
      to: 'taken-down',
      by: hands,
      reason: true,
    },
  },
  clocks: {
    publish: {
      label: { zh: '核对公布', en: 'Check and publish' },
      from: 'draft',
      until: ['published', 'taken-down'],
      within: calendarDays(60),
      legal: false,
      rule: 'L053',
    },
  },
  documents: { 'tribute-list': tributeList },
  measures: {
    published: flow('item', {
      label: { zh: '捐赠人致敬名单', en: 'Lists published' },
      unitLabel: { zh: '份', en: 'lists' },
      includes: '公布过的名单，按首次公布日期',
      excludes: '起草中、没有公布就撤下的',
    }),
  },
  counts: ({ history }, count) => {
    const first = history.find((done) => done.action === 'publish')
    return [first && count.one('published', first.on)]
  },
})
