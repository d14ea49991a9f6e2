import { field } from '../../core/field.ts'
import { flow } from '../../core/measure.ts'
import { defineProgramme } from '../../core/programme.ts'
import { crafts, keepers, seers } from './words.ts'

const shown = {
  where: field.text({ label: { zh: '在哪里展', en: 'Where' }, class: 'P0', required: true, min: 2, max: 80 }),
}

/** 手工作品 — L040: 《中华民族一家亲》 and other works. Listed with its maker’s consent, exhibited, sold or kept. */
export const craftWork = defineProgramme({
  id: 'craft-work',
  version: 1,
  kind: 'listing',
  service: 'employment',
  label: { zh: '手工作品', en: 'Craft work' },
  short: { zh: '作品', en: 'Works' },
  noun: { zh: '件', en: 'work' },
  help: {
    zh: '一件作品记一条，照片传在附件里，作者同意展示、承诺原创才上架。参展一次记一次；卖掉的记卖出，送进馆里的记收藏。价钱只是标价，钱不经妇联。',
    en: 'One record a work, photographs attached; listed with its maker’s consent. Each showing is entered. The price is a label: no money passes through us.',
  },
  sources: ['L040', 'S0-32', 'S0-33'],
  access: { see: seers, create: keepers },
  fields: {
    title: field.text({ label: { zh: '作品名', en: 'Title' }, class: 'P0', required: true, min: 2, max: 60 }),
    maker: field.record('craftswoman', {
      label: { zh: '作者', en: 'Maker' },
      class: 'P1',
      required: true,
      standing: ['listed'],
    }),
    madeOn: field.day({ label: { zh: '完成日期', en: 'Made on' }, class: 'P0', required: true, past: true }),
    craft: field.choice(crafts, { label: { zh: '手艺', en: 'Craft' }, class: 'P0', required: true }),
    material: field.text({ label: { zh: '材料、尺寸', en: 'Material and size' }, class: 'P0', max: 120 }),
    story: field.text({ label: { zh: '作品说明', en: 'About it' }, class: 'P0', max: 500 }),
    price: field.money({ label: { zh: '标价', en: 'Price' }, class: 'P0' }),
    consent: field.yesNo({
      label: { zh: '作者同意展示，承诺原创', en: 'The maker agrees to show it and says it is her own' },
      class: 'P1',
      required: true,
    }),
  },
  title: 'title',
  dated: 'madeOn',
  parentField: 'maker',
  states: {
    draft: { zh: '已登记', en: 'Entered' },
    listed: { zh: '已上架', en: 'Listed' },
    sold: { zh: '已卖出', en: 'Sold' },
    archived: { zh: '已收藏', en: 'Kept in a collection' },
    withdrawn: { zh: '已撤下', en: 'Withdrawn' },
  },
  initial: 'draft',
  editableIn: ['draft', 'listed'],
  checks: {
    agreed: {
      label: { zh: '作者同意展示，是原创', en: 'The maker agrees, it is her own' },
      rule: 'R-PRI-04',
      met: ({ answers }) => answers.consent === true,
    },
  },
  actions: {
    list: {
      label: { zh: '上架', en: 'List' },
      from: ['draft', 'withdrawn'],
      to: 'listed',
      by: keepers,
      needs: ['agreed'],
      tone: 'main',
    },
    show: {
      label: { zh: '参展一次', en: 'Exhibited' },
      from: ['listed', 'archived'],
      to: 'same',
      by: keepers,
      asks: shown,
    },
    sell: { label: { zh: '卖出了', en: 'Sold' }, from: ['listed'], to: 'sold', by: keepers, tone: 'main' },
    archive: { label: { zh: '收藏了', en: 'Kept' }, from: ['listed'], to: 'archived', by: keepers },
    withdraw: {
      label: { zh: '作者要求撤下', en: 'Withdrawn by its maker' },
      from: ['draft', 'listed', 'archived'],
      to: 'withdrawn',
      by: keepers,
      tone: 'safety',
    },
  },
  measures: {
    works: flow('item', {
      label: { zh: '上架手工作品', en: 'Works listed' },
      includes: '第一次上架的作品，按上架日期',
      excludes: '只登记的；订单',
    }),
    showings: flow('item', {
      label: { zh: '作品参展', en: 'Showings' },
      unitLabel: { zh: '次', en: 'times' },
      includes: '一件作品参展一次算一次，按登记日期',
      excludes: '在妇联网页上的展示',
    }),
  },
  counts: ({ history }, count) => {
    const listed = history.find(({ action }) => action === 'list')?.on
    return [
      listed && count.one('works', listed),
      ...history.flatMap(({ action, on }) => [action === 'show' && count.one('showings', on)]),
    ]
  },
})
