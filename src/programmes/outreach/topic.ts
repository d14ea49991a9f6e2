import { field } from '../../core/field.ts'
import { stock } from '../../core/measure.ts'
import { defineProgramme } from '../../core/programme.ts'
import { hands, readers } from './words.ts'

/** 宣讲主题 — L024. The list of themes is data of the region: its words with their source, in force or retired. */
export const outreachTopic = defineProgramme({
  id: 'outreach-topic',
  version: 1,
  kind: 'item',
  service: 'outreach',
  label: { zh: '宣讲主题', en: 'Topics' },
  short: { zh: '主题', en: 'Topics' },
  noun: { zh: '个', en: 'topic' },
  help: {
    zh: '自治区妇联定的宣讲主题：名称、包含哪几条、怎么讲、出自哪份文件。各级宣讲和故事从这里选，不自己另起提法。提法变了写新的一个，旧的停用，用过的记录不变。',
    en: 'The topics lectures and stories choose from: name, items, how to explain it, its source. A change is a new topic; the old one is retired and what used it stays.',
  },
  sources: ['L024'],
  access: { see: [...readers, 'development'], create: hands },
  fields: {
    name: field.text({ label: { zh: '主题', en: 'Topic' }, class: 'P0', required: true, min: 2, max: 40 }),
    from: field.day({ label: { zh: '起用日期', en: 'From' }, class: 'P0', required: true }),
    items: field.list(
      { words: field.text({ label: { zh: '原文', en: 'Words' }, class: 'P0', required: true, max: 120 }) },
      { label: { zh: '包含哪几条', en: 'Items' }, class: 'P0', max: 12 },
    ),
    explained: field.text({
      label: { zh: '怎么讲', en: 'Explained' },
      class: 'P0',
      max: 1000,
      help: { zh: '用嘎查里听得懂的话写。', en: 'In words a village understands.' },
    }),
    source: field.text({
      label: { zh: '出自哪里', en: 'Source' },
      class: 'P0',
      required: true,
      min: 2,
      max: 200,
      help: { zh: '文件名、文号或讲话日期。', en: 'The paper and its number, or the speech and its day.' },
    }),
  },
  title: 'name',
  dated: 'from',
  states: { force: { zh: '在用', en: 'In force' }, retired: { zh: '已停用', en: 'Retired' } },
  initial: 'force',
  editableIn: ['force'],
  shownBelow: ['force', 'retired'],
  actions: {
    retire: { label: { zh: '停用', en: 'Retire' }, from: ['force'], to: 'retired', by: hands, reason: true },
  },
  measures: {
    topics: stock('item', {
      label: { zh: '在用宣讲主题', en: 'Topics in force' },
      unitLabel: { zh: '个', en: 'topics' },
      includes: '当日在用的主题',
      excludes: '已停用',
    }),
  },
  counts: ({ on, reached }, count) => [
    count.one('topics', on),
    reached.retired && count.gone('topics', reached.retired),
  ],
})
