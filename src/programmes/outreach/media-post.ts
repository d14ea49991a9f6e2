import { field } from '../../core/field.ts'
import { flow } from '../../core/measure.ts'
import { defineProgramme } from '../../core/programme.ts'
import { risesOf, viewsUnit } from '../../core/reading.ts'
import { plainAddress, thingClaim } from '../../core/thing-claim.ts'
import { hands, readers } from './words.ts'

const times = { zh: '次', en: 'times' }
const counter = (zh: string, en: string, max: number, more: { required?: boolean; unitLabel?: typeof times } = {}) =>
  field.integer({ label: { zh, en }, class: 'P0', max, unitLabel: times, ...more })
const counters = {
  reads: counter('累计阅读、播放', 'Reads and plays so far', 10_000_000_000, { required: true, unitLabel: viewsUnit }),
  likes: counter('累计点赞', 'Likes so far', 1_000_000_000),
  shares: counter('累计转发', 'Shares so far', 1_000_000_000),
  comments: counter('累计评论', 'Comments so far', 1_000_000_000),
}
type Counter = keyof typeof counters
const apart = '账号每月的读数（“新媒体账号”的阅读播放已含这一篇，两个数不相加）'
const of = (zh: string, en: string, what: string, unitLabel = times) =>
  flow('item', {
    label: { zh, en },
    unitLabel,
    includes: `登记了的单篇，累计${what}读数的增加，按读数日期`,
    excludes: `人数、人次；没有登记的篇目；${apart}；不用来考核、排名任何人`,
  })

/**
 * 单篇读数 — L034 (PostStat). Counters of single posts as they stand on a day; how much they rose is worked out. Part of what the
 * account's own counter says, so never added to it; acts of accounts, never persons (R-STAT-02); nobody is measured by them (R-HON-05).
 */
export const mediaPost = defineProgramme({
  id: 'media-post',
  version: 1,
  kind: 'item',
  service: 'outreach',
  label: { zh: '新媒体单篇读数', en: 'Post readings' },
  short: { zh: '单篇', en: 'Posts' },
  noun: { zh: '篇', en: 'post' },
  help: {
    zh: '想看一篇文章、一条视频传得怎样，登记它的网址，过些天记一次平台上的累计数：阅读、点赞、转发、评论。系统自己算增加了多少。这些数账号的月读数里已经有了，不再相加；点赞转发是次数，不是人，不拿来考核谁。',
    en: 'Register a post by its address, then now and then the counters as they stand: reads, likes, shares, comments. The rise is worked out. The account’s monthly reading holds them already: never add the two. They are times, not people, and assess nobody.',
  },
  sources: ['L034', 'R-STAT-02', 'R-HON-05'],
  access: { see: readers, create: hands },
  fields: {
    title: field.text({ label: { zh: '标题', en: 'Title' }, class: 'P0', required: true, min: 2, max: 80 }),
    postedOn: field.day({ label: { zh: '发布日期', en: 'Posted on' }, class: 'P0', required: true, past: true }),
    account: field.record('media-account', {
      label: { zh: '哪个账号发的', en: 'Account' },
      class: 'P0',
      required: true,
      standing: ['active', 'dormant'],
    }),
    url: field.text({ label: { zh: '网址', en: 'Address' }, class: 'P0', required: true, min: 6, max: 300 }),
    form: field.choice(
      {
        article: { zh: '图文', en: 'Article' },
        video: { zh: '视频', en: 'Video' },
        poster: { zh: '海报', en: 'Poster' },
        other: { zh: '其他', en: 'Other' },
      },
      { label: { zh: '形式', en: 'Form' }, class: 'P0', required: true },
    ),
  },
  title: 'title',
  dated: 'postedOn',
  parentField: 'account',
  states: {
    followed: { zh: '登记读数', en: 'Followed' },
    done: { zh: '不再读数', en: 'Read no more' },
    mistaken: { zh: '登记错了', en: 'Registered by mistake' },
  },
  initial: 'followed',
  editableIn: ['followed'],
  actions: {
    read: {
      label: { zh: '记一次读数', en: 'Record a reading' },
      from: ['followed'],
      to: 'same',
      by: hands,
      asks: {
        readOn: field.day({ label: { zh: '读数日期', en: 'Read on' }, class: 'P0', required: true, past: true }),
        ...counters,
        source: field.text({ label: { zh: '读数来源', en: 'Source' }, class: 'P0', required: true, min: 2, max: 120 }),
      },
      tone: 'main',
    },
    finish: { label: { zh: '不再读数', en: 'Read no more' }, from: ['followed'], to: 'done', by: hands },
    again: { label: { zh: '接着读数', en: 'Read again' }, from: ['done'], to: 'followed', by: hands },
    strike: {
      label: { zh: '登记错了', en: 'Registered by mistake' },
      from: ['followed', 'done'],
      to: 'mistaken',
      by: hands,
      reason: true,
    },
  },
  claims: ({ state, answers: { url = '' } }) =>
    state === 'mistaken' || url === '' ? [] : [thingClaim('post', plainAddress(url))],
  measures: {
    posts: flow('item', {
      label: { zh: '登记读数的单篇', en: 'Posts followed' },
      unitLabel: { zh: '篇', en: 'posts' },
      includes: '登记了、有过读数的单篇，按发布日期',
      excludes: '没有读数的；登记错了的；发稿总数（没有登记的不在里面）',
    }),
    reads: of('单篇阅读播放', 'Reads and plays of posts', '阅读、播放', viewsUnit),
    likes: of('单篇点赞', 'Likes of posts', '点赞'),
    shares: of('单篇转发', 'Shares of posts', '转发'),
    comments: of('单篇评论', 'Comments on posts', '评论'),
  },
  counts: ({ state, on, history }, count) => {
    if (state === 'mistaken') return []
    const stands = history.flatMap(({ action, answers }) =>
      action === 'read' && typeof answers.readOn === 'string'
        ? (Object.keys(counters) as Counter[]).flatMap((key) =>
            answers[key] === undefined
              ? []
              : [{ counter: key, on: String(answers.readOn), value: Number(answers[key]) }],
          )
        : [],
    )
    return [
      stands.length > 0 && count.one('posts', on),
      // A reading of a day before the post is one of its first day.
      ...risesOf(stands).map((rise) => count.many(rise.counter as Counter, rise.by, rise.on < on ? on : rise.on, 'D')),
    ]
  },
})
