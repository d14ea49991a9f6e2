import { field } from '../../core/field.ts'
import { flow } from '../../core/measure.ts'
import { defineProgramme } from '../../core/programme.ts'
import { matchmakers, upper } from './words.ts'

/** 集体婚礼 — L057, L058; figure F018. Each venue of a joint wedding is one record; its couples are counted in theirs. */
export const groupWedding = defineProgramme({
  id: 'group-wedding',
  version: 1,
  kind: 'activity',
  service: 'matchmaking',
  label: { zh: '集体婚礼', en: 'Group wedding' },
  short: { zh: '婚礼', en: 'Weddings' },
  noun: { zh: '场', en: 'wedding' },
  help: {
    zh: '一个会场记一场；几个盟市联合办的，各记各的。新人在“集体婚礼新人”里报名。',
    en: 'One venue, one record. Couples apply in their own records.',
  },
  sources: ['L057', 'L058', 'F018'],
  access: { see: [...matchmakers, 'chair', 'publicity'], create: matchmakers },
  fields: {
    title: field.text({ label: { zh: '题目', en: 'Title' }, class: 'P1', required: true, min: 2, max: 60 }),
    heldOn: field.day({ label: { zh: '日期', en: 'Date' }, class: 'P1', required: true }),
    place: field.text({ label: { zh: '地点', en: 'Place' }, class: 'P1', required: true, min: 2, max: 80 }),
    places: field.integer({
      label: { zh: '名额', en: 'Places' },
      class: 'P1',
      required: true,
      min: 1,
      max: 2000,
      unitLabel: { zh: '对', en: 'couples' },
    }),
  },
  title: 'title',
  dated: 'heldOn',
  states: {
    planned: { zh: '筹备中', en: 'Planned' },
    held: { zh: '已举办', en: 'Held' },
    cancelled: { zh: '已取消', en: 'Cancelled' },
  },
  initial: 'planned',
  editableIn: ['planned'],
  checks: {
    dayCame: {
      label: { zh: '到了举办那天', en: 'The day has come' },
      rule: 'R-STAT-01',
      met: ({ on, today }) => today === undefined || today >= on,
    },
  },
  actions: {
    hold: {
      label: { zh: '办完了', en: 'Held' },
      from: ['planned'],
      to: 'held',
      by: matchmakers,
      at: upper,
      needs: ['dayCame'],
      tone: 'main',
    },
    cancel: { label: { zh: '取消', en: 'Cancel' }, from: ['planned'], to: 'cancelled', by: matchmakers, reason: true },
  },
  measures: {
    venues: flow('place', {
      label: { zh: '集体婚礼会场', en: 'Venues of group weddings' },
      includes: '办过集体婚礼的会场，每办一次算一个；几个盟市联合办的各算一个',
      excludes: '筹备、取消的；新人对数另计',
    }),
  },
  counts: ({ state, on }, count) => [state === 'held' && count.one('venues', on)],
})
