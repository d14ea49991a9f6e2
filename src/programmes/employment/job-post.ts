import { workingDays } from '../../core/clock.ts'
import { calendarDaysBetween } from '../../core/day.ts'
import { field } from '../../core/field.ts'
import { flow, stock } from '../../core/measure.ts'
import { defineProgramme } from '../../core/programme.ts'
import { findDiscrimination } from './discrimination.ts'
import { violationNotice } from './documents/violation-notice.ts'
import { postFields, troubles } from './post-fields.ts'
import { keepers, seers } from './words.ts'

const longest = 90
const positions = { zh: '个', en: 'positions' }

/**
 * 招聘岗位 — L081–L084; figures F030, F033; R-JOB-01 … R-JOB-03, R-WOM-08. A post whose text the check stops is not published;
 * positions are counted once, at publication, however many fairs and streams show it.
 */
export const jobPost = defineProgramme({
  id: 'job-post',
  version: 1,
  kind: 'listing',
  service: 'employment',
  series: 'GW',
  label: { zh: '招聘岗位', en: 'Job post' },
  short: { zh: '岗位', en: 'Posts' },
  noun: { zh: '条', en: 'post' },
  help: {
    zh: '核验过的单位才能发。系统先查有没有歧视的话，再由另一个人看过、挂持证机构发布。工资写清从多少到多少，最长挂九十天，到期自动下架。一条岗位上几次招聘会都只算一次。',
    en: 'Only from verified employers. The text is checked for discrimination, read by another person, and published under a licensed body, for ninety days at most. However many fairs show it, it counts once.',
  },
  sources: ['L081', 'L082', 'L083', 'L084', 'F030', 'F033', 'R-JOB-01', 'R-JOB-02', 'R-JOB-03', 'R-WOM-08'],
  access: { see: [...seers, 'rights'], create: keepers },
  fields: postFields,
  title: 'title',
  dated: 'openedOn',
  parentField: 'employer',
  opens: [
    'title',
    'employer',
    'openedOn',
    'kind',
    'headcount',
    'duties',
    'conditions',
    'protectedWork',
    'education',
    'place',
    'hours',
    'payFrom',
    'payTo',
    'payPer',
    'insurance',
    'apply',
    'validTo',
    'source',
    'sourceLink',
  ],
  states: {
    draft: { zh: '草稿', en: 'Draft' },
    checked: { zh: '已审，待发布', en: 'Checked' },
    published: { zh: '招聘中', en: 'Published' },
    suspended: { zh: '有投诉，暂停', en: 'Suspended on a complaint' },
    filled: { zh: '已招满', en: 'Filled' },
    expired: { zh: '已到期', en: 'Expired' },
    withdrawn: { zh: '已撤下', en: 'Withdrawn' },
    removed: { zh: '违规下架', en: 'Removed' },
  },
  initial: 'draft',
  editableIn: ['draft'],
  checks: {
    fair: {
      label: { zh: '没有歧视和违规的话（看“用语检查”）', en: 'No discriminating or unlawful words (see “Wording”)' },
      rule: 'R-JOB-01, R-JOB-03, R-WOM-08',
      met: ({ answers }) => findDiscrimination(answers).length === 0,
    },
    payClear: {
      label: { zh: '工资从低到高写清楚', en: 'Pay is given, from and to' },
      rule: 'R-JOB-01',
      met: ({ answers: { payFrom = 0, payTo = 0 } }) => payFrom > 0 && payTo >= payFrom,
    },
    inTime: {
      label: { zh: `还没到期，挂出不超过${longest}天`, en: `Not over, and for ${longest} days at most` },
      rule: 'processes 8.2',
      met: ({ answers: { validTo, openedOn }, today = openedOn }) =>
        validTo !== undefined &&
        today !== undefined &&
        validTo >= today &&
        calendarDaysBetween(today, validTo) <= longest,
    },
    sourceSaid: {
      label: { zh: '转发的写明来源', en: 'What is passed on names its source' },
      rule: 'R-JOB-02',
      met: ({ answers: { source, sourceLink } }) =>
        (source !== 'labour' && source !== 'other') || sourceLink !== undefined,
    },
  },
  actions: {
    check: {
      label: { zh: '审过，可以发布', en: 'Checked' },
      from: ['draft'],
      to: 'checked',
      by: keepers,
      reach: 'below',
      needs: ['fair', 'payClear', 'inTime', 'sourceSaid'],
      secondPerson: true,
      tone: 'main',
    },
    publish: {
      label: { zh: '发布', en: 'Publish' },
      from: ['checked'],
      to: 'published',
      by: keepers,
      fills: ['licence'],
      needs: ['fair', 'inTime'],
      tone: 'main',
    },
    giveBack: {
      label: { zh: '退回修改', en: 'Give back' },
      from: ['checked'],
      to: 'draft',
      by: keepers,
      reach: 'below',
      reason: true,
    },
    fill: { label: { zh: '招满了', en: 'Filled' }, from: ['published'], to: 'filled', by: keepers, tone: 'main' },
    report: {
      label: { zh: '有人投诉', en: 'A complaint' },
      from: ['published'],
      to: 'suspended',
      by: [...keepers, 'rights'],
      reach: 'below',
      asks: {
        trouble: field.choice(troubles, { label: { zh: '什么事', en: 'What it is' }, class: 'P1', required: true }),
        what: field.text({
          label: { zh: '说了什么（不写投诉人姓名）', en: 'What was said (not who said it)' },
          class: 'P2',
          required: true,
          min: 4,
          max: 1000,
        }),
      },
      tone: 'safety',
    },
    remove: {
      label: { zh: '查实，下架', en: 'Remove' },
      from: ['suspended'],
      to: 'removed',
      by: ['rights', ...keepers],
      reach: 'below',
      otherThan: ['report'],
      reason: true,
      makes: ['violation-notice'],
      tone: 'safety',
    },
    restore: {
      label: { zh: '查清没有问题，恢复', en: 'Restore' },
      from: ['suspended'],
      to: 'published',
      by: ['rights', ...keepers],
      reach: 'below',
      otherThan: ['report'],
      reason: true,
    },
    expire: { label: { zh: '到期下架', en: 'Expired' }, from: ['published'], to: 'expired', by: [] },
    withdraw: {
      label: { zh: '单位撤下', en: 'Withdraw' },
      from: ['draft', 'checked', 'published', 'suspended'],
      to: 'withdrawn',
      by: keepers,
      reason: true,
    },
  },
  clocks: {
    check: {
      label: { zh: '审岗位', en: 'Check the post' },
      from: 'draft',
      until: ['checked', 'withdrawn'],
      within: workingDays(1),
      legal: false,
      rule: 'processes 8.2',
    },
    run: {
      label: { zh: '招聘到期', en: 'Open until' },
      from: 'published',
      until: ['filled', 'expired', 'withdrawn', 'suspended'],
      within: workingDays(60),
      dueField: 'validTo',
      legal: false,
      rule: 'processes 8.2',
      remindBefore: [7],
      expires: 'expire',
    },
    report: {
      label: { zh: '查清投诉', en: 'Settle the complaint' },
      from: 'suspended',
      until: ['published', 'removed', 'withdrawn'],
      within: workingDays(3),
      legal: false,
      rule: 'processes 8.2',
    },
  },
  documents: { 'violation-notice': violationNotice },
  measures: {
    positions: flow('item', {
      label: { zh: '提供就业岗位（每个只算一次）', en: 'Positions offered, each once' },
      aliases: ['就业岗位', '提供就业岗位'],
      unitLabel: positions,
      includes: '发布过的岗位要招的人数，按第一次发布的日期；上几次招聘会、直播都只算一次',
      excludes: '没发布的；招聘会展示的次数（看“招聘会岗位”）；意向和就业的人',
    }),
    association: flow('item', {
      label: { zh: '其中女企业家协会提供', en: 'Of these from the Women Entrepreneurs’ Association' },
      aliases: ['女企业家协会提供就业岗位'],
      unitLabel: positions,
      includes: '来源是女企业家协会的岗位要招的人数，按第一次发布的日期',
      excludes: '会员自己报的；其他来源',
    }),
    posts: flow('item', {
      label: { zh: '发布岗位条数', en: 'Posts published' },
      unitLabel: { zh: '条', en: 'posts' },
      includes: '第一次发布的岗位，一条一条',
      excludes: '要招的人数；草稿',
    }),
    open: stock('item', {
      label: { zh: '正在招的岗位', en: 'Positions open' },
      unitLabel: positions,
      includes: '招聘中的岗位要招的人数',
      excludes: '暂停、招满、到期、撤下、违规下架的',
    }),
    removed: flow('item', {
      label: { zh: '违规下架', en: 'Posts removed' },
      unitLabel: { zh: '条', en: 'posts' },
      includes: '查实后下架的岗位，按决定日期',
      excludes: '没查实恢复的；单位自己撤下的',
    }),
  },
  counts: ({ history, answers: { headcount = 0, source } }, count) => {
    const first = history.find(({ action }) => action === 'publish')?.on
    return [
      ...(first
        ? [
            count.many('positions', headcount, first, 'A'),
            source === 'association' && count.many('association', headcount, first, 'A'),
            count.one('posts', first),
          ]
        : []),
      ...history.flatMap(({ from, to, on }) => [
        to === 'published' && count.many('open', headcount, on, 'A'),
        from === 'published' && count.many('open', -headcount, on, 'A'),
        to === 'removed' && count.one('removed', on),
      ]),
    ]
  },
})
