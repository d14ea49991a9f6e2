import { calendarDays } from '../../core/clock.ts'
import { field } from '../../core/field.ts'
import { flow } from '../../core/measure.ts'
import { defineProgramme } from '../../core/programme.ts'
import { fingerprint, plainAddress, plainly, thingClaim } from '../../core/thing-claim.ts'
import { hands, readers } from './words.ts'

/** The newspaper whose front page the articles count by itself. */
const ownPaper = plainly('中国妇女报')
const unit = { zh: '篇', en: 'pieces' } as const
const held = (state: string) => state === 'submitted' || state === 'counted'

/**
 * 媒体刊发稿件 — L033; figures F065–F067. One clipping, once: its address, its outlet with day, page and title, and the
 * fingerprint of its text are each claimed. The three numbers are nested: front page ⊆ national ⊆ province and above.
 */
export const clipping = defineProgramme({
  id: 'clipping',
  version: 1,
  kind: 'item',
  service: 'outreach',
  label: { zh: '媒体刊发稿件', en: 'Press clipping' },
  short: { zh: '稿件', en: 'Clippings' },
  noun: { zh: '篇', en: 'clipping' },
  help: {
    zh: '媒体刊发一篇登记一篇：哪家媒体、哪天、哪版、网址，剪报附上，另一个人核过才算。同一个网址、同一家同一天同一题目、同一家一样的正文，不能登记第二次。转载的登记，不计数。',
    en: 'One record a published piece: outlet, day, page, address, the clipping attached; it counts once another person checked it. The same address, title or text of the same outlet is refused. Reprints are registered and not counted.',
  },
  sources: ['L033', 'F065', 'F066', 'F067'],
  access: { see: readers, create: hands },
  fields: {
    title: field.text({ label: { zh: '题目', en: 'Title' }, class: 'P0', required: true, min: 2, max: 100 }),
    publishedOn: field.day({ label: { zh: '刊发日期', en: 'Published on' }, class: 'P0', required: true, past: true }),
    outlet: field.text({
      label: { zh: '媒体', en: 'Outlet' },
      class: 'P0',
      required: true,
      min: 2,
      max: 40,
      help: { zh: '写全名，如“中国妇女报”。', en: 'Its full name.' },
    }),
    level: field.choice(
      {
        national: { zh: '国家级', en: 'National' },
        province: { zh: '省级', en: 'Province' },
        city: { zh: '盟市级及以下', en: 'League and below' },
      },
      { label: { zh: '媒体级别', en: 'Level of the outlet' }, class: 'P0', required: true },
    ),
    page: field.text({ label: { zh: '版次、栏目', en: 'Page or column' }, class: 'P0', max: 40 }),
    front: field.yesNo({ label: { zh: '头版', en: 'Front page' }, class: 'P0' }),
    url: field.text({ label: { zh: '网址', en: 'Address' }, class: 'P0', max: 500 }),
    author: field.text({ label: { zh: '作者', en: 'Author' }, class: 'P2', max: 60 }),
    words: field.text({
      label: { zh: '正文（贴进来查重）', en: 'Text, to find copies' },
      class: 'P1',
      max: 20_000,
    }),
    reprint: field.yesNo({ label: { zh: '转载别家的', en: 'A reprint' }, class: 'P0' }),
  },
  title: 'title',
  dated: 'publishedOn',
  states: {
    submitted: { zh: '待核', en: 'To be checked' },
    counted: { zh: '已核计数', en: 'Checked' },
    rejected: { zh: '不计', en: 'Not counted' },
  },
  initial: 'submitted',
  editableIn: ['submitted'],
  checks: {
    hasEvidence: {
      label: { zh: '有网址或版次', en: 'It has an address or a page' },
      rule: 'L033',
      met: ({ answers: { url, page } }) => url !== undefined || page !== undefined,
    },
    frontFits: {
      label: { zh: '头版的写明版次', en: 'A front page names its page' },
      rule: 'L033',
      met: ({ answers: { front, page } }) => front !== true || page !== undefined,
    },
  },
  actions: {
    verify: {
      label: { zh: '核对无误', en: 'Checked' },
      from: ['submitted'],
      to: 'counted',
      by: hands,
      reach: 'below',
      secondPerson: true,
      needs: ['hasEvidence', 'frontFits'],
      tone: 'main',
    },
    reject: {
      label: { zh: '不计', en: 'Do not count' },
      from: ['submitted', 'counted'],
      to: 'rejected',
      by: hands,
      reach: 'below',
      reason: true,
    },
  },
  clocks: {
    verify: {
      label: { zh: '核对稿件', en: 'Check it' },
      from: 'submitted',
      until: ['counted', 'rejected'],
      within: calendarDays(14),
      legal: false,
      rule: 'L033',
    },
  },
  claims: ({ state, answers }) => {
    const { url, outlet = '', title = '', publishedOn, page = '', words } = answers
    if (!held(state)) return []
    const paper = plainly(outlet)
    return [
      ...(url ? [thingClaim('url', plainAddress(url))] : []),
      thingClaim('title', fingerprint([paper, publishedOn, plainly(page), plainly(title)].join(' '))),
      ...(words ? [thingClaim('text', `${paper} ${fingerprint(plainly(words))}`)] : []),
    ]
  },
  measures: {
    all: flow('item', {
      label: { zh: '省级以上媒体刊发稿件', en: 'In outlets of province level and above' },
      aliases: ['省级以上主流媒体刊发'],
      unitLabel: unit,
      includes: '核过的、省级和国家级媒体刊发的稿件，按刊发日期；含国家级和中国妇女报头版',
      excludes: '盟市级及以下；转载；待核、不计',
    }),
    national: flow('item', {
      label: { zh: '其中国家级媒体', en: 'Of these in national outlets' },
      aliases: ['国家级媒体刊稿'],
      unitLabel: unit,
      includes: '省级以上稿件里国家级媒体刊发的，含中国妇女报头版',
      excludes: '省级；转载',
    }),
    front: flow('item', {
      label: { zh: '其中中国妇女报头版', en: 'Of these on the front page of China Women’s News' },
      aliases: ['中国妇女报头版刊稿'],
      unitLabel: unit,
      includes: '国家级稿件里《中国妇女报》头版的',
      excludes: '其他版；其他报的头版',
    }),
    local: flow('item', {
      label: { zh: '盟市级及以下媒体刊发稿件', en: 'In outlets of league level and below' },
      unitLabel: unit,
      includes: '核过的、盟市级及以下媒体刊发的稿件',
      excludes: '省级以上；转载',
    }),
  },
  counts: ({ state, on, answers: { level, front, outlet = '', reprint } }, count) => {
    if (state !== 'counted' || reprint === true) return []
    if (level === 'city') return [count.one('local', on, 'B')]
    const national = level === 'national'
    return [
      count.one('all', on, 'B'),
      national && count.one('national', on, 'B'),
      national && front === true && plainly(outlet) === ownPaper && count.one('front', on, 'B'),
    ]
  },
})
