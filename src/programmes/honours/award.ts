import { calendarMonths } from '../../core/clock.ts'
import { field } from '../../core/field.ts'
import { flow, stock } from '../../core/measure.ts'
import { defineProgramme } from '../../core/programme.ts'
import { certificate } from './documents/certificate.ts'
import { revocation } from './documents/revocation.ts'
import { categories, hands, judges, levels, type Title, titles, upper } from './words.ts'

const collectives: readonly (string | undefined)[] = [
  'red-banner-collective',
  'civilised-post',
  'advanced-collective',
] satisfies Title[]
const provincial: readonly (string | undefined)[] = ['region', 'national']

/** 荣誉 — L050, L053, L093, L094; figures F079–F084. A title held; its number is the certificate's. */
export const award = defineProgramme({
  id: 'award',
  version: 1,
  kind: 'award',
  service: 'honours',
  series: 'RY',
  label: { zh: '荣誉', en: 'Award' },
  short: { zh: '荣誉', en: 'Awards' },
  noun: { zh: '项', en: 'award' },
  help: {
    zh: '评上以后自动登记一项，编号就是证书号。以前纸质名单上的，补登一项、写明文号。一户在三级都评上，登记三项，户数只算一户。三年复核一次；撤销要听本人说，再由另一个人决定。',
    en: 'Opened when somebody is named; its number is the certificate’s. A family named at three levels has three, and is one family. Reviewed every three years.',
  },
  sources: [
    'L050',
    'L053',
    'L093',
    'L094',
    'F079',
    'F080',
    'F081',
    'F082',
    'F083',
    'F084',
    'R-HON-03',
    'R-HON-06',
    'R-HON-07',
  ],
  access: { see: [...judges, 'statistician'], create: hands },
  fields: {
    honour: field.choice(titles, { label: { zh: '称号', en: 'Title' }, class: 'P0', required: true }),
    level: field.choice(levels, { label: { zh: '级别', en: 'Level' }, class: 'P0', required: true }),
    awardedOn: field.day({ label: { zh: '命名日期', en: 'Named on' }, class: 'P0', required: true, past: true }),
    person: field.person({
      label: { zh: '本人（家庭的代表人）', en: 'The person, or who stands for the family' },
      class: 'P2',
    }),
    holder: field.text({ label: { zh: '集体或作品名称', en: 'Collective or work' }, class: 'P0', max: 80 }),
    category: field.choice(categories, { label: { zh: '家庭类别', en: 'Category of family' }, class: 'P0' }),
    document: field.text({ label: { zh: '决定文号', en: 'Document no.' }, class: 'P0', required: true, max: 60 }),
  },
  title: 'honour',
  dated: 'awardedOn',
  personField: 'person',
  states: {
    'in-force': { zh: '有效', en: 'In force' },
    revoking: { zh: '拟撤销', en: 'May be revoked' },
    revoked: { zh: '已撤销', en: 'Revoked' },
  },
  initial: 'in-force',
  editableIn: ['in-force'],
  checks: {
    held: {
      label: { zh: '写明了是谁（家庭、个人选人，集体写名称）', en: 'It says whose it is' },
      rule: 'processes 5.6',
      met: ({ answers: a }) => (collectives.includes(a.honour) ? a.holder : a.person) !== undefined,
    },
  },
  actions: {
    certify: {
      label: { zh: '发证书', en: 'Give the certificate' },
      from: ['in-force'],
      to: 'same',
      by: hands,
      reach: 'below',
      needs: ['held'],
      makes: ['certificate'],
    },
    review: {
      label: { zh: '复核，继续有效', en: 'Reviewed: still in force' },
      from: ['in-force'],
      to: 'same',
      by: hands,
      reach: 'below',
      asks: {
        found: field.text({
          label: { zh: '复核情况', en: 'What was found' },
          class: 'P1',
          required: true,
          min: 2,
          max: 500,
        }),
      },
      tone: 'main',
    },
    propose: {
      label: { zh: '提出撤销', en: 'Propose to revoke' },
      from: ['in-force'],
      to: 'revoking',
      by: hands,
      reach: 'below',
      reason: true,
    },
    revoke: {
      label: { zh: '决定撤销', en: 'Revoke' },
      from: ['revoking'],
      to: 'revoked',
      by: hands,
      reach: 'below',
      at: upper,
      otherThan: ['propose'],
      asks: {
        heard: field.text({
          label: { zh: '本人怎么说', en: 'What the holder said' },
          class: 'P3',
          required: true,
          min: 2,
          max: 1000,
        }),
        order: field.text({ label: { zh: '撤销决定文号', en: 'Document no.' }, class: 'P0', required: true, max: 60 }),
      },
      makes: ['revocation'],
      reason: true,
      tone: 'safety',
    },
    keep: {
      label: { zh: '不撤销', en: 'Not revoked' },
      from: ['revoking'],
      to: 'in-force',
      by: hands,
      reach: 'below',
      otherThan: ['propose'],
      reason: true,
    },
  },
  clocks: {
    review: {
      label: { zh: '三年复核', en: 'Review after three years' },
      from: 'in-force',
      after: ['review'],
      done: ['review'],
      until: ['revoked'],
      within: calendarMonths(36),
      legal: false,
      rule: 'R-HON-03',
      remindBefore: [30],
    },
  },
  documents: { certificate, revocation },
  measures: {
    families: flow('household', {
      united: true,
      label: { zh: '最美家庭', en: 'Most Beautiful Families' },
      aliases: ['寻找选树“最美家庭”'],
      includes: '命名的家庭，各级都算；一户在几级、几年评上都只算一户，按代表家庭的人认',
      excludes: '推荐未命名的；后来撤销的仍在（另有撤销数）',
    }),
    namings: flow('item', {
      label: { zh: '最美家庭命名', en: 'Namings of families' },
      unitLabel: { zh: '户次', en: 'namings' },
      includes: '各级每命名一次算一户次',
      excludes: '推荐未命名的；不是户数',
    }),
    posts: flow('item', {
      label: { zh: '全国巾帼文明岗', en: "National women's civilised posts" },
      unitLabel: { zh: '个', en: 'posts' },
      includes: '全国级命名，按命名日期',
      excludes: '自治区级及以下',
    }),
    models: flow('person', {
      label: { zh: '全国巾帼建功标兵', en: "National women's achievement models" },
      includes: '全国级命名的人，一人多次算一人',
      excludes: '自治区级及以下',
    }),
    advanced: flow('item', {
      label: { zh: '全国巾帼建功先进集体', en: "National women's achievement collectives" },
      unitLabel: { zh: '个', en: 'collectives' },
      includes: '全国级命名，按命名日期',
      excludes: '自治区级及以下',
    }),
    holders: flow('person', {
      label: { zh: '自治区级以上三八红旗手', en: 'Red-banner holders, region and above' },
      aliases: ['三八红旗手'],
      includes: '自治区级、全国级命名的人；两级都评上算一人',
      excludes: '盟市级及以下',
    }),
    banners: flow('item', {
      label: { zh: '三八红旗集体', en: 'Red-banner collectives' },
      unitLabel: { zh: '个', en: 'collectives' },
      includes: '自治区级、全国级命名，按命名日期',
      excludes: '盟市级及以下',
    }),
    works: flow('item', {
      label: { zh: '获奖作品', en: 'Works with a prize' },
      includes: '诵读、征文、技能大赛获奖，按命名日期',
      excludes: '参赛未获奖的；播放量不在这里',
    }),
    standing: stock('item', {
      label: { zh: '有效荣誉', en: 'Awards in force' },
      unitLabel: { zh: '项', en: 'awards' },
      includes: '命名后没有撤销的称号，一户、一人多项各算一项',
      excludes: '已撤销',
    }),
    revoked: flow('item', {
      label: { zh: '撤销荣誉', en: 'Awards revoked' },
      unitLabel: { zh: '项', en: 'awards' },
      includes: '决定撤销的，按决定日期',
      excludes: '提出后没有撤销的',
    }),
  },
  counts: ({ on, state, reached, answers: { honour, level, person } }, count) => {
    const national = level === 'national'
    const high = provincial.includes(level)
    const gone = state === 'revoked' ? reached.revoked : undefined
    return [
      honour === 'beautiful-family' && person !== undefined && count.household('families', on, person),
      honour === 'beautiful-family' && count.one('namings', on),
      honour === 'civilised-post' && national && count.one('posts', on),
      honour === 'model' && national && person !== undefined && count.person('models', on, person),
      honour === 'advanced-collective' && national && count.one('advanced', on),
      honour === 'red-banner-holder' && high && person !== undefined && count.person('holders', on, person),
      honour === 'red-banner-collective' && high && count.one('banners', on),
      (honour === 'recital' || honour === 'essay' || honour === 'skill') && count.one('works', on),
      count.one('standing', on),
      gone && count.gone('standing', gone),
      gone && count.one('revoked', gone),
    ]
  },
})
