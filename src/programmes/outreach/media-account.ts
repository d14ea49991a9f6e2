import { calendarDays, calendarMonths, workingDays } from '../../core/clock.ts'
import type { Day } from '../../core/day.ts'
import { field } from '../../core/field.ts'
import { flow, stock } from '../../core/measure.ts'
import { type Done, defineProgramme } from '../../core/programme.ts'
import { risesOf, viewsUnit } from '../../core/reading.ts'
import { plainly, thingClaim } from '../../core/thing-claim.ts'
import { hands, platforms, readers, upper } from './words.ts'

const month = {
  readOn: field.day({ label: { zh: '读数日期', en: 'Read on' }, class: 'P0', required: true, past: true }),
  followers: field.integer({
    label: { zh: '关注数', en: 'Followers' },
    class: 'P0',
    required: true,
    max: 1_000_000_000,
    unitLabel: { zh: '个关注', en: 'followings' },
  }),
  views: field.integer({
    label: { zh: '开通以来累计阅读、播放', en: 'Reads and plays since it was opened' },
    class: 'P0',
    required: true,
    max: 100_000_000_000,
    unitLabel: viewsUnit,
    help: {
      zh: '填平台上的累计数，系统自己算增加了多少。',
      en: 'The counter as it stands; the increase is worked out.',
    },
  }),
  lastPostOn: field.day({ label: { zh: '最近一次更新', en: 'Last post on' }, class: 'P0', required: true, past: true }),
  source: field.text({ label: { zh: '读数来源', en: 'Source' }, class: 'P0', required: true, min: 2, max: 120 }),
}

/**
 * 新媒体账号 — L034; figures F068–F070; C13. Who posts is not who reviews. Followings are a stock of each account and their sum is
 * no number of persons; reads and plays are a counter; neither is attendance (R-STAT-02).
 */
export const mediaAccount = defineProgramme({
  id: 'media-account',
  version: 1,
  kind: 'item',
  service: 'outreach',
  label: { zh: '新媒体账号', en: 'Media account' },
  short: { zh: '账号', en: 'Accounts' },
  noun: { zh: '个', en: 'account' },
  help: {
    zh: '一个账号一条：申请、备案、启用，发稿人和审核人是两个人。每月记一次读数：关注数、累计阅读播放、最近更新。两个月没有读数的自动记为停更，停更三个月内恢复或注销。关注数加起来不是人数。',
    en: 'One record an account: applied, filed, in use; who posts and who reviews are two persons. One reading a month. Two months without one and it is dormant; woken or closed within three. Followings added up are not people.',
  },
  sources: ['L034', 'F068', 'F069', 'F070', 'C13', 'R-STAT-02', 'R-BUR-01'],
  access: { see: readers, create: hands },
  fields: {
    name: field.text({ label: { zh: '账号名称', en: 'Name' }, class: 'P0', required: true, min: 2, max: 40 }),
    openedOn: field.day({ label: { zh: '开通日期', en: 'Opened on' }, class: 'P0', required: true, past: true }),
    platform: field.choice(platforms, { label: { zh: '平台', en: 'Platform' }, class: 'P0', required: true }),
    handle: field.text({ label: { zh: '账号标识', en: 'Handle' }, class: 'P0', required: true, min: 2, max: 60 }),
    url: field.text({ label: { zh: '网址', en: 'Address' }, class: 'P0', max: 300 }),
    purpose: field.text({
      label: { zh: '发什么', en: 'What it is for' },
      class: 'P0',
      required: true,
      min: 2,
      max: 200,
    }),
    operator: field.text({ label: { zh: '发稿人', en: 'Who posts' }, class: 'P2', required: true, min: 2, max: 60 }),
    reviewer: field.text({ label: { zh: '审核人', en: 'Who reviews' }, class: 'P2', required: true, min: 2, max: 60 }),
    filing: field.text({ label: { zh: '备案号', en: 'Filing no.' }, class: 'P0', required: true, min: 2, max: 60 }),
  },
  title: 'name',
  dated: 'openedOn',
  opens: ['name', 'openedOn', 'platform', 'handle', 'url', 'purpose', 'operator', 'reviewer'],
  states: {
    applied: { zh: '待备案', en: 'Applied' },
    active: { zh: '在用', en: 'In use' },
    dormant: { zh: '停更', en: 'Dormant' },
    closed: { zh: '已注销', en: 'Closed' },
    merged: { zh: '已合并', en: 'Merged' },
    refused: { zh: '不予开办', en: 'Refused' },
  },
  initial: 'applied',
  editableIn: ['applied', 'active', 'dormant'],
  checks: {
    twoPeople: {
      label: { zh: '发稿人和审核人是两个人', en: 'Who posts is not who reviews' },
      rule: 'L034',
      met: ({ answers: { operator = '', reviewer = '' } }) =>
        operator !== '' && reviewer !== '' && plainly(operator) !== plainly(reviewer),
    },
  },
  actions: {
    file: {
      label: { zh: '备案，启用', en: 'File and use' },
      from: ['applied'],
      to: 'active',
      by: hands,
      reach: 'below',
      at: upper,
      otherThan: ['create'],
      fills: ['filing'],
      needs: ['twoPeople'],
      tone: 'main',
    },
    refuse: {
      label: { zh: '不予开办', en: 'Refuse' },
      from: ['applied'],
      to: 'refused',
      by: hands,
      reach: 'below',
      at: upper,
      reason: true,
    },
    read: {
      label: { zh: '记本月读数', en: 'Reading of the month' },
      from: ['active'],
      to: 'same',
      by: hands,
      asks: month,
      tone: 'main',
    },
    handOver: {
      label: { zh: '换发稿人、审核人', en: 'Others post and review' },
      from: ['active', 'dormant'],
      to: 'same',
      by: hands,
      fills: ['operator', 'reviewer'],
      needs: ['twoPeople'],
    },
    rest: { label: { zh: '停更', en: 'Rest' }, from: ['active'], to: 'dormant', by: hands, reason: true },
    lapse: {
      label: { zh: '久未读数，记为停更', en: 'Not read for long: dormant' },
      from: ['active'],
      to: 'dormant',
      by: [],
    },
    wake: {
      label: { zh: '恢复更新', en: 'In use again' },
      from: ['dormant'],
      to: 'active',
      by: hands,
      needs: ['twoPeople'],
      tone: 'main',
    },
    close: { label: { zh: '注销', en: 'Close' }, from: ['active', 'dormant'], to: 'closed', by: hands, reason: true },
    merge: {
      label: { zh: '并入别的账号', en: 'Merge' },
      from: ['active', 'dormant'],
      to: 'merged',
      by: hands,
      reason: true,
    },
  },
  clocks: {
    file: {
      label: { zh: '备案', en: 'File it' },
      from: 'applied',
      until: ['active', 'refused'],
      within: workingDays(10),
      legal: false,
      rule: 'L034',
    },
    read: {
      label: { zh: '本月读数', en: 'Reading of the month' },
      from: 'active',
      after: ['read'],
      done: ['read'],
      until: ['dormant', 'closed', 'merged'],
      within: calendarMonths(1),
      legal: false,
      rule: 'L034',
    },
    quiet: {
      label: { zh: '久未更新，将记为停更', en: 'Quiet: will be dormant' },
      from: 'active',
      after: ['read'],
      done: ['read'],
      until: ['dormant', 'closed', 'merged'],
      within: calendarDays(60),
      legal: false,
      rule: 'L034',
      remindBefore: [14],
      expires: 'lapse',
    },
    settle: {
      label: { zh: '恢复或注销', en: 'Wake or close it' },
      from: 'dormant',
      until: ['active', 'closed', 'merged'],
      within: calendarMonths(3),
      legal: false,
      rule: 'L034',
      remindBefore: [14],
    },
  },
  claims: ({ state, answers: { platform = '', handle = '' } }) =>
    state === 'closed' || state === 'merged' || state === 'refused'
      ? []
      : [thingClaim('account', `${platform} ${plainly(handle)}`)],
  measures: {
    accounts: stock('item', {
      label: { zh: '新媒体账号', en: 'Media accounts' },
      aliases: ['新媒体平台'],
      unitLabel: { zh: '个', en: 'accounts' },
      includes: '备案的账号，含停更',
      excludes: '待备案、已注销、已合并',
    }),
    dormant: stock('item', {
      label: { zh: '其中停更', en: 'Of these dormant' },
      unitLabel: { zh: '个', en: 'accounts' },
      includes: '备案了、停更的账号',
      excludes: '在用、已注销、已合并',
    }),
    followings: stock('item', {
      label: { zh: '各账号关注数之和', en: 'Followings, summed over accounts' },
      aliases: ['覆盖粉丝', '粉丝'],
      unitLabel: { zh: '个关注', en: 'followings' },
      includes: '各账号最近一次读数的关注数，加在一起；一个人关注三个账号算三个',
      excludes: '人数（不去重，也去不了重）；已注销、已合并的账号',
    }),
    impressions: flow('item', {
      label: { zh: '阅读播放（传播量）', en: 'Reads and plays' },
      aliases: ['累计影响', '传播量'],
      unitLabel: viewsUnit,
      includes: '各账号累计阅读播放读数的增加，按读数日期；账号发的每一篇都已含在里面',
      excludes: '到场人次；关注数；线上宣讲的播放（另计）；单篇读数（在“单篇读数”里看，不再加进来）',
    }),
  },
  counts: ({ history, reached, on }, count) => {
    const filed = history.find((done) => done.action === 'file')
    if (!filed) return []
    const ended = reached.closed ?? reached.merged
    const readings = (of: 'followers' | 'views') => risesOf(standsOf(history, of))
    const follow = readings('followers')
    const last = follow.reduce((sum, { by }) => sum + by, 0)
    return [
      count.one('accounts', filed.on),
      ended && count.gone('accounts', ended),
      ...history.map((done) => {
        if (done.from === done.to) return false
        if (done.to === 'dormant') return count.one('dormant', done.on)
        return done.from === 'dormant' && count.gone('dormant', done.on)
      }),
      ...follow.map(({ on: day, by }) => count.many('followings', by, later(day, on), 'D')),
      ended && count.many('followings', -last, ended, 'D'),
      ...readings('views').map(({ on: day, by }) => count.many('impressions', by, later(day, on), 'D')),
    ]
  },
})

const standsOf = (history: readonly Done[], of: 'followers' | 'views') =>
  history.flatMap(({ action, answers }) =>
    action === 'read' && typeof answers.readOn === 'string'
      ? [{ counter: of, on: answers.readOn, value: Number(answers[of]) }]
      : [],
  )

/** A reading of a day before the account was opened is one of that day. */
const later = (a: Day, b: Day): Day => (a < b ? b : a)
