import { calendarDays } from '../../core/clock.ts'
import { field } from '../../core/field.ts'
import { flow } from '../../core/measure.ts'
import { defineProgramme } from '../../core/programme.ts'
import { risesOf, type Stand, viewsUnit } from '../../core/reading.ts'
import { reviewClocks, reviewStates, threeReviews } from './three-reviews.ts'
import { hands, platforms, readers } from './words.ts'

/** What a platform tells of a broadcast. Plays, accounts and the peak are three things; none of them is people who came. */
const counters = {
  'live-plays': { zh: '直播播放次数', en: 'Plays, live' },
  'replay-plays': { zh: '回放播放次数', en: 'Plays, replay' },
  'live-accounts': { zh: '直播观看账号数', en: 'Accounts that watched live' },
  'live-peak': { zh: '直播同时在线最高', en: 'Most at one time, live' },
} as const

const audience = {
  platform: field.choice(platforms, { label: { zh: '平台', en: 'Platform' }, class: 'P0', required: true }),
  counter: field.choice(counters, {
    label: { zh: '哪个数', en: 'Which number' },
    class: 'P0',
    required: true,
    help: {
      zh: '播放次数、账号数、最高在线是三个数，分开记。',
      en: 'Plays, accounts and the peak are three numbers, each read by itself.',
    },
  }),
  readOn: field.day({ label: { zh: '读数日期', en: 'Read on' }, class: 'P0', required: true, past: true }),
  value: field.integer({
    label: { zh: '平台显示的累计数', en: 'The counter as it stands' },
    class: 'P0',
    required: true,
    max: 10_000_000_000,
    unitLabel: viewsUnit,
  }),
  source: field.text({ label: { zh: '读数来源', en: 'Source' }, class: 'P0', required: true, min: 2, max: 120 }),
}

/** 线上宣讲 — L028, L029; figures F011, F012; C06; R-STAT-02. Who watched is readings by platform and day, never attendance. */
export const onlineLecture = defineProgramme({
  id: 'online-lecture',
  version: 1,
  kind: 'item',
  service: 'outreach',
  label: { zh: '线上宣讲', en: 'Online lecture' },
  short: { zh: '线上宣讲', en: 'Online' },
  noun: { zh: '期', en: 'episode' },
  help: {
    zh: '一期记一条：选题写稿、三审三校（三个人）、直播、上回放。播放次数按平台隔一段记一次累计数，系统算增加多少。观看不是到场：和现场听讲人次永远分开，账号数和最高在线也不和播放次数相加。',
    en: 'One record an episode: script, three reviews by three persons, broadcast, replay. Its counters are read by platform now and then. Views are never attendance; accounts and peaks are not added to plays.',
  },
  sources: ['L028', 'L029', 'F011', 'F012', 'C06', 'R-STAT-02'],
  access: { see: readers, create: hands },
  fields: {
    title: field.text({ label: { zh: '题目', en: 'Title' }, class: 'P0', required: true, min: 2, max: 80 }),
    airOn: field.day({ label: { zh: '直播日期', en: 'Broadcast on' }, class: 'P0', required: true }),
    lecturer: field.record('lecturer', { label: { zh: '宣讲员', en: 'Lecturer' }, class: 'P1' }),
    topic: field.record('outreach-topic', { label: { zh: '主题', en: 'Topic' }, class: 'P0' }),
    script: field.text({ label: { zh: '讲稿要点', en: 'Script' }, class: 'P1', required: true, min: 4, max: 8000 }),
    live: field.text({ label: { zh: '直播网址', en: 'Live at' }, class: 'P0', max: 300 }),
    replay: field.text({ label: { zh: '回放网址', en: 'Replay at' }, class: 'P0', required: true, max: 300 }),
  },
  title: 'title',
  dated: 'airOn',
  opens: ['title', 'airOn', 'lecturer', 'topic', 'script', 'live'],
  states: {
    draft: { zh: '选题写稿', en: 'Script' },
    ...reviewStates,
    live: { zh: '已直播', en: 'Broadcast' },
    replay: { zh: '回放在线', en: 'Replay online' },
    archived: { zh: '已归档', en: 'Archived' },
    dropped: { zh: '不播了', en: 'Dropped' },
  },
  initial: 'draft',
  editableIn: ['draft'],
  checks: {
    dayHasCome: {
      label: { zh: '到了直播那天', en: 'The day has come' },
      rule: 'R-STAT-01',
      met: (f) => f.today === undefined || f.today >= f.on,
    },
  },
  actions: {
    ...threeReviews('draft'),
    air: {
      label: { zh: '直播了', en: 'Broadcast' },
      from: ['passed'],
      to: 'live',
      by: hands,
      needs: ['dayHasCome'],
      tone: 'main',
    },
    putUp: {
      label: { zh: '上回放', en: 'Put the replay up' },
      from: ['live'],
      to: 'replay',
      by: hands,
      fills: ['replay'],
      tone: 'main',
    },
    read: {
      label: { zh: '记一次观看读数', en: 'Record a reading of views' },
      from: ['live', 'replay', 'archived'],
      to: 'same',
      by: hands,
      asks: audience,
      tone: 'main',
    },
    archive: { label: { zh: '归档', en: 'Archive' }, from: ['replay'], to: 'archived', by: hands },
    redo: {
      label: { zh: '退回改稿', en: 'Back to the script' },
      from: ['first', 'second', 'passed'],
      to: 'draft',
      by: hands,
      reach: 'below',
      reason: true,
    },
    drop: {
      label: { zh: '不播了', en: 'Drop' },
      from: ['draft', 'first', 'second', 'passed'],
      to: 'dropped',
      by: hands,
      reason: true,
    },
  },
  clocks: {
    ...reviewClocks('draft', ['draft', 'dropped']),
    measure: {
      label: { zh: '记观看读数', en: 'Read the views' },
      from: 'live',
      until: ['archived'],
      done: ['read'],
      within: calendarDays(14),
      legal: false,
      rule: 'L028',
    },
  },
  measures: {
    episodes: flow('session', {
      label: { zh: '线上宣讲期数', en: 'Online lectures' },
      aliases: ['遇见春天遇见你', '北疆巾帼思政大讲堂'],
      unitLabel: { zh: '期', en: 'episodes' },
      includes: '已直播的，一期一个，按直播日期',
      excludes: '写稿、审核中；重播、切条；现场宣讲',
    }),
    plays: flow('item', {
      label: { zh: '线上宣讲播放', en: 'Plays of online lectures' },
      aliases: ['线上宣讲受众'],
      unitLabel: viewsUnit,
      includes: '各平台直播和回放的播放次数，累计读数的增加，按读数日期',
      excludes: '到场听讲；观看账号数；最高在线；没有来源的估计',
    }),
    live: flow('item', {
      label: { zh: '其中直播播放', en: 'Of these live' },
      unitLabel: viewsUnit,
      includes: '直播播放次数',
      excludes: '回放；账号数；最高在线',
    }),
    accounts: flow('item', {
      label: { zh: '直播观看账号', en: 'Accounts that watched live' },
      unitLabel: { zh: '个账号', en: 'accounts' },
      includes: '各平台直播观看账号数，平台之间不去重',
      excludes: '播放次数；人数（一人有几个账号、一个账号几人看，都不知道）',
    }),
  },
  counts: ({ state, on, history }, count) => [
    (state === 'live' || state === 'replay' || state === 'archived') && count.one('episodes', on),
    ...risesOf(history.flatMap(standOf)).flatMap(({ counter, on: day, by }) => {
      if (counter.endsWith('-accounts')) return [count.many('accounts', by, day, 'D')]
      if (counter.endsWith('-peak')) return []
      return [count.many('plays', by, day, 'D'), counter.endsWith('live-plays') && count.many('live', by, day, 'D')]
    }),
  ],
})

function standOf({
  action,
  answers,
}: {
  readonly action: string
  readonly answers: Readonly<Record<string, unknown>>
}): Stand[] {
  const { platform, counter, readOn, value } = answers
  if (action !== 'read' || typeof readOn !== 'string') return []
  return [{ counter: `${String(platform)} ${String(counter)}`, on: readOn, value: Number(value) }]
}
