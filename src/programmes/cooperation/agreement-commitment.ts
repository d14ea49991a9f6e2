import { calendarMonths } from '../../core/clock.ts'
import { field } from '../../core/field.ts'
import { flow, rate, stock } from '../../core/measure.ts'
import { defineProgramme } from '../../core/programme.ts'
import { keepers, readers } from './posts.ts'

/** 协议事项 — L021, L087, L091. One thing that was promised: who does it, by when, and what shows that it was done. */
export const agreementCommitment = defineProgramme({
  id: 'agreement-commitment',
  version: 1,
  kind: 'case',
  service: 'cooperation',
  series: 'HS',
  label: { zh: '协议事项', en: 'Commitments' },
  short: { zh: '协议事项', en: 'Commitments' },
  noun: { zh: '件', en: 'commitment' },
  help: {
    zh: '协议里答应的一件事：谁负责、哪天前、做成了什么样。签协议时自动生成，也可以后补。到期前提醒；做完写明做成了什么并附材料；改期、取消都要写原因。',
    en: 'One thing promised in an agreement. Made when it is signed, or added later. A reminder before its day; kept with evidence; moved or dropped with a reason.',
  },
  sources: ['L021', 'L087', 'L091'],
  access: { see: readers, create: keepers },
  fields: {
    what: field.text({ label: { zh: '要做什么', en: 'What' }, class: 'P0', required: true, min: 2, max: 60 }),
    agreedOn: field.day({ label: { zh: '约定日期', en: 'Agreed on' }, class: 'P0', required: true, past: true }),
    agreement: field.record('cooperation-agreement', { label: { zh: '哪份协议', en: 'Agreement' }, class: 'P0' }),
    lane: field.text({ label: { zh: '属于哪一条', en: 'Lane' }, class: 'P0', max: 60 }),
    owner: field.text({ label: { zh: '谁负责', en: 'Who does it' }, class: 'P0', required: true, max: 60 }),
    due: field.day({ label: { zh: '哪天前做完', en: 'By when' }, class: 'P0', required: true }),
    doneOn: field.day({ label: { zh: '做完日期', en: 'Done on' }, class: 'P0', required: true, past: true }),
    evidence: field.text({
      label: { zh: '做成了什么，凭什么说', en: 'What came of it, and how it shows' },
      class: 'P0',
      required: true,
      min: 5,
      max: 600,
      help: { zh: '写结果和材料名称；材料作为附件上传。', en: 'The result and the papers; attach them here.' },
    }),
  },
  title: 'what',
  dated: 'agreedOn',
  parentField: 'agreement',
  opens: ['what', 'agreedOn', 'agreement', 'lane', 'owner', 'due'],
  states: {
    open: { zh: '要做', en: 'To be done' },
    kept: { zh: '已做到', en: 'Kept' },
    dropped: { zh: '取消', en: 'Dropped' },
  },
  initial: 'open',
  editableIn: ['open'],
  actions: {
    keep: {
      label: { zh: '做到了', en: 'Kept' },
      from: ['open'],
      to: 'kept',
      by: keepers,
      fills: ['doneOn', 'evidence'],
      tone: 'main',
    },
    note: {
      label: { zh: '记进展', en: 'Note progress' },
      from: ['open'],
      to: 'same',
      by: keepers,
      asks: {
        progress: field.text({ label: { zh: '进展', en: 'Progress' }, class: 'P0', required: true, min: 2, max: 300 }),
      },
    },
    postpone: {
      label: { zh: '改期', en: 'Postpone' },
      from: ['open'],
      to: 'same',
      by: keepers,
      fills: ['due'],
      reason: true,
    },
    reopen: {
      label: { zh: '没做到，改回', en: 'Not kept after all' },
      from: ['kept'],
      to: 'open',
      by: keepers,
      reason: true,
    },
    drop: { label: { zh: '取消', en: 'Drop' }, from: ['open'], to: 'dropped', by: keepers, reason: true },
  },
  clocks: {
    due: {
      label: { zh: '把答应的事做完', en: 'Keep the commitment' },
      from: 'open',
      until: ['kept', 'dropped'],
      within: calendarMonths(12),
      dueField: 'due',
      legal: false,
      rule: 'L021',
      remindBefore: [30, 7],
    },
  },
  measures: {
    agreed: flow('item', {
      label: { zh: '协议事项', en: 'Commitments agreed' },
      includes: '写进协议的事，一件一项，按约定日期；是计划不是成果',
      excludes: '已取消的',
    }),
    kept: flow('item', {
      label: { zh: '做到的协议事项', en: 'Commitments kept' },
      includes: '写明做成了什么的事项，按做完日期',
      excludes: '要做的、取消的；进展',
    }),
    outstanding: stock('item', {
      label: { zh: '没做完的协议事项', en: 'Commitments outstanding' },
      includes: '当日还没做完也没取消的事项',
      excludes: '已做到、已取消',
    }),
    fulfilment: rate('kept', ['agreed'], {
      label: { zh: '协议事项完成', en: 'Kept of those agreed' },
      includes: '期间做到的 ÷ 期间约定的',
      excludes: '已取消的；不用来排名',
    }),
  },
  counts: ({ state, on, reached, answers: { doneOn } }, count) => {
    const ended = state === 'kept' ? doneOn : state === 'dropped' ? reached.dropped : undefined
    return [
      state !== 'dropped' && count.one('agreed', on),
      count.one('outstanding', on),
      ended && count.gone('outstanding', ended < on ? on : ended),
      state === 'kept' && doneOn && count.one('kept', doneOn),
    ]
  },
})
