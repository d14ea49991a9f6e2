import { workingDays } from '../../core/clock.ts'
import { field } from '../../core/field.ts'
import { flow } from '../../core/measure.ts'
import { defineProgramme } from '../../core/programme.ts'
import { increasesOf, reading, viewsUnit } from '../../core/reading.ts'
import { agreed, keepers, postsOnce, seers, shownPost } from './words.ts'

const hosts = [...keepers, 'publicity'] as const

/**
 * 直播带岗 — L084; figures F034, F035; R-JOB-02. Views are readings of each platform’s counter and never people who came
 * (R-STAT-02); who would like a post is an intention of its own.
 */
export const jobLive = defineProgramme({
  id: 'job-live',
  version: 1,
  kind: 'item',
  service: 'employment',
  label: { zh: '直播带岗', en: 'Live recruiting' },
  short: { zh: '直播', en: 'Live' },
  noun: { zh: '场', en: 'session' },
  help: {
    zh: '只能播发布了的岗位，另一个人审过再播；主播不许诺“包就业”。播完按平台记累计观看，次数不是人次，也不加到招聘会到场里。想去的人各记一条“求职意向”，三个工作日内联系。',
    en: 'Published posts only, checked by another person; no promise of work. Views are read by platform, never added to who came. Who wants a post has an intention of her own, contacted within three working days.',
  },
  sources: ['L084', 'F034', 'F035', 'R-JOB-02', 'R-STAT-02', 'D38', 'processes 8.2'],
  access: { see: seers, create: hosts },
  fields: {
    title: field.text({ label: { zh: '名称', en: 'Title' }, class: 'P0', required: true, min: 2, max: 60 }),
    liveOn: field.day({ label: { zh: '直播日期', en: 'Live on' }, class: 'P0', required: true }),
    platforms: field.text({
      label: { zh: '平台和账号', en: 'Platforms and accounts' },
      class: 'P0',
      required: true,
      max: 200,
    }),
    host: field.text({ label: { zh: '主播', en: 'Host' }, class: 'P2', max: 60 }),
    licence: field.text({
      label: { zh: '持证机构和人力资源服务许可证号', en: 'Licensed body and number' },
      class: 'P0',
      required: true,
      min: 4,
      max: 120,
    }),
    fair: field.record('job-fair', { label: { zh: '同步的招聘会', en: 'With the fair' }, class: 'P0' }),
    noPromise: agreed('和主播讲明：不许诺包就业、不收费', 'The host promises no work and takes no money'),
    posts: field.list(shownPost, {
      label: { zh: '播哪些岗位', en: 'Posts shown' },
      class: 'P0',
      required: true,
      max: 100,
    }),
    minutes: field.integer({
      label: { zh: '播了多久', en: 'Length' },
      class: 'P0',
      required: true,
      min: 1,
      max: 1440,
      unitLabel: { zh: '分钟', en: 'minutes' },
    }),
  },
  title: 'title',
  dated: 'liveOn',
  parentField: 'fair',
  opens: ['title', 'liveOn', 'platforms', 'host', 'licence', 'fair', 'noPromise', 'posts'],
  states: {
    planned: { zh: '筹备中', en: 'Planned' },
    checked: { zh: '岗位已审', en: 'Posts are checked' },
    aired: { zh: '已播，收意向', en: 'Aired' },
    closed: { zh: '已办结', en: 'Closed' },
    cancelled: { zh: '已取消', en: 'Cancelled' },
  },
  initial: 'planned',
  editableIn: ['planned'],
  checks: {
    dayHasCome: {
      label: { zh: '到了直播那天', en: 'The day has come' },
      rule: 'R-STAT-01',
      met: ({ on, today }) => today === undefined || today >= on,
    },
    promisesNothing: {
      label: { zh: '主播不许诺、不收费', en: 'No promise, no money' },
      rule: 'R-JOB-02',
      met: ({ answers }) => answers.noPromise === true,
    },
    postsOnce: {
      label: { zh: '同一个岗位没有写两行', en: 'No post is there twice' },
      rule: 'processes 8.3',
      met: ({ answers: { posts = [] } }) => posts.length > 0 && postsOnce(posts).posts === posts.length,
    },
    wasRead: {
      label: { zh: '记过观看读数', en: 'Views were read' },
      rule: 'processes 8.3',
      met: ({ history }) => history.some(({ action }) => action === 'read'),
    },
  },
  actions: {
    check: {
      label: { zh: '岗位审过', en: 'Posts checked' },
      from: ['planned'],
      to: 'checked',
      by: hosts,
      reach: 'below',
      needs: ['postsOnce', 'promisesNothing'],
      secondPerson: true,
      tone: 'main',
    },
    air: {
      label: { zh: '播完了', en: 'Aired' },
      from: ['checked'],
      to: 'aired',
      by: hosts,
      fills: ['minutes'],
      needs: ['dayHasCome'],
      tone: 'main',
    },
    read: {
      label: { zh: '记一次观看读数', en: 'Record a reading of views' },
      from: ['aired', 'closed'],
      to: 'same',
      by: hosts,
      asks: reading,
      tone: 'main',
    },
    close: {
      label: { zh: '意向都登记了，办结', en: 'Intentions are entered: close' },
      from: ['aired'],
      to: 'closed',
      by: hosts,
      needs: ['wasRead'],
    },
    giveBack: {
      label: { zh: '退回改岗位', en: 'Give back' },
      from: ['checked'],
      to: 'planned',
      by: hosts,
      reach: 'below',
      reason: true,
    },
    cancel: {
      label: { zh: '取消', en: 'Cancel' },
      from: ['planned', 'checked'],
      to: 'cancelled',
      by: hosts,
      reason: true,
    },
  },
  clocks: {
    close: {
      label: { zh: '登记意向和读数', en: 'Enter intentions and views' },
      from: 'aired',
      until: ['closed'],
      within: workingDays(10),
      legal: false,
      rule: 'processes 8.2',
    },
  },
  measures: {
    sessions: flow('session', {
      label: { zh: '直播带岗', en: 'Live sessions' },
      aliases: ['直播带岗间'],
      includes: '播完的直播，一场一个，按直播日期',
      excludes: '筹备、取消的；招聘会（另计）',
    }),
    views: flow('item', {
      label: { zh: '直播带岗观看', en: 'Views of live sessions' },
      unitLabel: viewsUnit,
      includes: '各平台累计读数的增加，按读数日期',
      excludes: '到场的人次；没有来源的估计；粉丝数',
    }),
    positions: flow('item', {
      label: { zh: '直播岗位（一场里各算一次）', en: 'Positions shown live' },
      unitLabel: { zh: '个', en: 'positions' },
      includes: '直播里岗位要招的人数，同一个岗位一场只算一次',
      excludes: '招聘会展位上的；不同岗位的总数（看“提供就业岗位”）',
    }),
  },
  counts: ({ state, on, answers, history }, count) => [
    ...(state === 'aired' || state === 'closed'
      ? [count.one('sessions', on), count.many('positions', postsOnce(answers.posts).positions, on, 'A')]
      : []),
    ...increasesOf(history).map(({ views, on: readOn }) => count.many('views', views, readOn, 'D')),
  ],
})
