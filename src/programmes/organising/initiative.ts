import { field } from '../../core/field.ts'
import { stock } from '../../core/measure.ts'
import { defineProgramme } from '../../core/programme.ts'
import { above, keepers, readers } from './posts.ts'

/** What a name in the tree may be. Of an outside agenda or a wording nothing is counted: they are only said. */
export const initiativeLevels = {
  line: { zh: '工作主线', en: 'Main line of work' },
  lane: { zh: '方面', en: 'Lane of a line' },
  project: { zh: '工程', en: 'Flagship project' },
  action: { zh: '行动', en: 'Action' },
  drive: { zh: '办实事活动', en: 'Practical drive' },
  item: { zh: '行动里的一项', en: 'Item of an action' },
  outside: { zh: '上级重点工作（只引用）', en: 'Agenda of a higher body (quoted only)' },
  wording: { zh: '提法（只引用）', en: 'Wording (quoted only)' },
} as const

/** 工程、行动、主线 — L001–L006. A tree of names under which services are told; what belongs to one is said beside it. */
export const initiative = defineProgramme({
  id: 'initiative',
  version: 1,
  kind: 'item',
  service: 'policy',
  label: { zh: '主线、工程、行动', en: 'Lines, projects, actions' },
  short: { zh: '行动', en: 'Actions' },
  noun: { zh: '个', en: 'initiative' },
  help: {
    zh: '“三大工程”“六项行动”这些名字登记在这里：叫什么、上面是哪一个、谁印发的。印发后下级都看得到。改了名字登记新的，旧的选“改名”，以前的数字还在旧名字下，也能接着看。下面有哪些服务、哪些记录，在“工程与行动”页归入；一件事归入几个，合起来看也只算一次。',
    en: 'Names such as the three projects and the six actions: what it is called, which one it stands under, who issued it. Once issued everybody below sees it. A renamed one is entered anew and the old one leads to it. Which services and records belong to it is said on the page of the tree; what belongs to several is counted once when they are told together.',
  },
  sources: ['L001', 'L002', 'L003', 'L004', 'L005', 'L006', 'C05'],
  access: { see: readers, create: keepers },
  fields: {
    name: field.text({ label: { zh: '名称', en: 'Name' }, class: 'P0', required: true, min: 2, max: 80 }),
    issuedOn: field.day({ label: { zh: '印发日期', en: 'Issued on' }, class: 'P0', required: true, past: true }),
    level: field.choice(initiativeLevels, { label: { zh: '是什么', en: 'What it is' }, class: 'P0', required: true }),
    aliases: field.text({
      label: { zh: '别的叫法（用顿号隔开）', en: 'Other names (separated by 、)' },
      class: 'P0',
      max: 200,
    }),
    parent: field.record('initiative', { label: { zh: '上面是哪一个', en: 'Stands under' }, class: 'P0' }),
    department: field.text({ label: { zh: '牵头部门', en: 'Lead department' }, class: 'P0', max: 60 }),
    meaning: field.text({ label: { zh: '说明和出处', en: 'Meaning and source' }, class: 'P0', max: 1000 }),
    number: field.text({ label: { zh: '文号', en: 'Document number' }, class: 'P0', max: 60 }),
    successor: field.record('initiative', { label: { zh: '新名字', en: 'The new one' }, class: 'P0', required: true }),
  },
  title: 'name',
  dated: 'issuedOn',
  opens: ['name', 'issuedOn', 'level', 'aliases', 'parent', 'department', 'meaning'],
  states: {
    draft: { zh: '拟定', en: 'Drafted' },
    running: { zh: '已印发', en: 'Issued' },
    renamed: { zh: '已改名', en: 'Renamed' },
    closed: { zh: '已结束', en: 'Closed' },
  },
  initial: 'draft',
  editableIn: ['draft'],
  shownBelow: ['running', 'renamed', 'closed'],
  actions: {
    issue: {
      label: { zh: '印发', en: 'Issue' },
      from: ['draft'],
      to: 'running',
      by: keepers,
      reach: 'below',
      at: above,
      fills: ['number'],
      secondPerson: true,
      tone: 'main',
    },
    rename: {
      label: { zh: '改名', en: 'Rename' },
      from: ['running'],
      to: 'renamed',
      by: keepers,
      fills: ['successor'],
    },
    close: { label: { zh: '结束', en: 'Close' }, from: ['running'], to: 'closed', by: keepers, reason: true },
  },
  measures: {
    projects: stock('item', {
      label: { zh: '正在实施的工程', en: 'Projects running' },
      unitLabel: { zh: '项', en: 'projects' },
      includes: '当日已印发、没有结束也没有改名的工程',
      excludes: '拟定的；上级的工程，只引用不计',
    }),
    actions: stock('item', {
      label: { zh: '正在实施的行动', en: 'Actions running' },
      unitLabel: { zh: '项', en: 'actions' },
      includes: '当日已印发、没有结束也没有改名的行动；改名的只算新名字',
      excludes: '拟定的；行动里的分项；上级的行动',
    }),
  },
  counts: ({ answers: { level }, reached, on }, count) => {
    const measure = level === 'project' ? 'projects' : level === 'action' ? 'actions' : undefined
    const ended = reached.renamed ?? reached.closed
    if (!measure || !reached.running) return []
    return [count.one(measure, on), ended && count.gone(measure, ended)]
  },
})
