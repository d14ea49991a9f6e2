import { field } from '../../core/field.ts'
import type { Action } from '../../core/programme.ts'
import type { contactFields } from './fields.ts'
import { called, caseBasis, handOver, harmReport, policeTold } from './forms.ts'
import { startCase, startReport } from './starts.ts'

export type ContactState = 'new' | 'answered' | 'closed-advice' | 'to-case' | 'transferred' | 'nuisance'
type Gate =
  | 'screened'
  | 'categoryChosen'
  | 'adviceGiven'
  | 'timeFits'
  | 'nameless'
  | 'danger'
  | 'policeKnows'
  | 'violenceCaredFor'
  | 'noViolence'
  | 'suspected'
  | 'narrativeWritten'
type Step = Action<typeof contactFields, ContactState, Gate>

const by = ['operator', 'rights'] as const
const living = ['new', 'answered'] as const
const kept = ['new', 'answered', 'closed-advice', 'to-case', 'transferred'] as const

/** The steps of one contact (processes 1.2). What ends it asks that danger was seen to first. */
export const contactSteps = {
  alarm: {
    label: { zh: '标记紧急危险', en: 'Mark as danger now' },
    from: kept,
    to: 'same',
    by,
    needs: ['danger'],
    tone: 'safety',
  },
  tell110: {
    label: { zh: '告知110', en: '110 told' },
    from: kept,
    to: 'same',
    by,
    asks: policeTold,
    tone: 'safety',
  },
  allClear: {
    label: { zh: '核实眼下安全', en: 'Safe for now, made sure' },
    from: kept,
    to: 'same',
    by,
    reason: true,
  },
  report: {
    label: { zh: '强制报告', en: 'Mandatory report' },
    from: kept,
    to: 'same',
    by,
    asks: harmReport,
    starts: startReport,
    tone: 'safety',
  },
  answer: {
    label: { zh: '答复', en: 'Answer' },
    from: ['new'],
    to: 'answered',
    by,
    fills: ['category', 'subcategory', 'danger', 'unsure', 'advice', 'laws'],
    needs: ['screened', 'categoryChosen', 'adviceGiven', 'timeFits', 'nameless'],
    tone: 'main',
  },
  refer: {
    label: { zh: '转介', en: 'Refer' },
    from: ['answered'],
    to: 'same',
    by,
    asks: handOver,
  },
  ownWish: {
    label: { zh: '记本人意愿', en: 'Her own wish' },
    from: ['answered'],
    to: 'same',
    by,
    asks: {
      wish: field.text({
        label: { zh: '她的原话：不再要别的帮助', en: 'In her words: no further help' },
        class: 'P4',
        required: true,
        min: 4,
        max: 500,
      }),
    },
  },
  toCase: {
    label: { zh: '转为个案', en: 'Make it a case' },
    from: ['answered'],
    to: 'to-case',
    by,
    asks: caseBasis,
    needs: ['screened', 'policeKnows', 'narrativeWritten'],
    starts: startCase,
    tone: 'main',
  },
  transfer: {
    label: { zh: '转接', en: 'Transfer' },
    from: ['answered'],
    to: 'transferred',
    by,
    asks: handOver,
    needs: ['screened', 'policeKnows'],
  },
  closeAdvice: {
    label: { zh: '答复后办结', en: 'Close with advice' },
    from: ['answered'],
    to: 'closed-advice',
    by,
    asks: {
      enough: field.yesNo({ label: { zh: '她说够了', en: 'She says it is enough' }, class: 'P1', required: true }),
    },
    needs: ['screened', 'policeKnows', 'adviceGiven', 'violenceCaredFor'],
  },
  promise: {
    label: { zh: '约定回电', en: 'Promise to call back' },
    from: kept,
    to: 'same',
    by,
    fills: ['callbackOn', 'callbackAt', 'safeContact'],
  },
  callback: { label: { zh: '记回电', en: 'Called back' }, from: kept, to: 'same', by, asks: called },
  suspect: {
    label: { zh: '疑似骚扰电话', en: 'Looks like a nuisance' },
    from: living,
    to: 'same',
    by,
    reason: true,
    needs: ['noViolence'],
  },
  nuisance: {
    label: { zh: '确认骚扰电话（另一人）', en: 'Confirm nuisance (second person)' },
    from: living,
    to: 'nuisance',
    by,
    reason: true,
    secondPerson: true,
    needs: ['suspected', 'noViolence'],
  },
  reopen: {
    label: { zh: '重新办理', en: 'Open again' },
    from: ['closed-advice', 'transferred', 'nuisance'],
    to: 'answered',
    by,
    reason: true,
  },
} as const satisfies Record<string, Step>
