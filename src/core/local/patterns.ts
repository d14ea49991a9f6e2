import { workingDays } from '../clock.ts'
import type { Level } from '../org-code.ts'
import type { Action, Programme } from '../programme.ts'
import type { Role } from '../role.ts'
import type { Label } from '../unit.ts'
import type { LocalSpec } from './spec.ts'

type Kind = LocalSpec['kind']
type Who = { readonly roles: readonly Role[]; readonly levels: readonly Level[] }

/** A procedure out of the box: `line` are the states on the way, in order; what left the line counts no more. */
export interface Procedure extends Pick<Programme, 'states' | 'initial' | 'editableIn' | 'actions' | 'clocks'> {
  readonly line: readonly string[]
}

/** The state a record ends in that was a mistake, or that stands no more. */
export const gone = 'void'
const voided: Readonly<Record<Kind, Label>> = {
  activity: { zh: '已取消', en: 'Cancelled' },
  case: { zh: '已作废', en: 'Void' },
  item: { zh: '已作废', en: 'Void' },
  place: { zh: '已停用', en: 'Closed' },
}
const toVoid: Readonly<Record<Kind, Label>> = {
  activity: { zh: '取消', en: 'Cancel' },
  case: { zh: '作废', en: 'Make void' },
  item: { zh: '作废', en: 'Make void' },
  place: { zh: '停用', en: 'Close' },
}

/** The states a pattern knows, for pickers: in the order of the way. */
export const lineOf = (kind: Kind, pattern: LocalSpec['pattern']): Readonly<Record<string, Label>> => {
  if (pattern === 'approval')
    return {
      applied: { zh: '待审核', en: 'Applied' },
      reviewed: { zh: '待批准', en: 'Reviewed' },
      approved: { zh: '已批准', en: 'Approved' },
      done: { zh: '已办结', en: 'Done' },
    }
  const checked = { zh: '已核对', en: 'Checked' }
  if (kind === 'activity')
    return {
      planned: { zh: '待举办', en: 'Planned' },
      held: { zh: '已举办', en: 'Held' },
      ...(pattern === 'check' && { checked }),
    }
  if (pattern === 'check') return { submitted: { zh: '待核对', en: 'To be checked' }, checked }
  return { kept: kind === 'place' ? { zh: '在用', en: 'In use' } : { zh: '已登记', en: 'Recorded' } }
}

const returned = { zh: '退回补充', en: 'Returned' }
const again: Label = { zh: '补好了，再交', en: 'Hand in again' }
const back: Label = { zh: '退回补充', en: 'Return' }

/** The states, steps and the promise of a pattern, for those who take its steps. */
export function procedureOf(spec: LocalSpec): Procedure {
  const { kind, pattern, record, days } = spec
  const line = lineOf(kind, pattern)
  const makers = record.roles
  const leave: Action = { label: toVoid[kind], from: Object.keys(line), to: gone, by: makers, reason: true }
  const deciding = (who: Who | undefined, step: Pick<Action, 'label' | 'from' | 'to'> & Partial<Action>): Action => ({
    by: who?.roles ?? [],
    at: who?.levels ?? [],
    reach: 'below',
    ...step,
  })
  const clock = (from: string, until: readonly string[], pausedIn: readonly string[]): Programme['clocks'] =>
    days === undefined
      ? {}
      : {
          decide: {
            label: { zh: `${days} 个工作日内办理`, en: `Within ${days} working days` },
            from,
            until,
            ...(pausedIn.length > 0 && { pausedIn }),
            within: workingDays(days),
            legal: false,
            rule: 'local',
            remindBefore: [1],
          },
        }
  const states = { ...line, ...(pattern !== 'record' && kind !== 'activity' && { returned }), [gone]: voided[kind] }
  const common = { line: Object.keys(line), states, initial: Object.keys(line)[0] ?? gone }

  if (pattern === 'record' && kind !== 'activity')
    return { ...common, editableIn: ['kept'], actions: { void: leave }, clocks: {} }

  if (kind === 'activity') {
    const happened = ['hasHappened', 'someoneCame']
    return {
      ...common,
      editableIn: ['planned', 'held'],
      actions: {
        hold: {
          label: { zh: '办完了', en: 'Held' },
          from: ['planned'],
          to: 'held',
          by: makers,
          needs: happened,
          tone: 'main',
        },
        ...(pattern === 'check' && {
          check: deciding(spec.check, {
            ...{
              label: { zh: '核对无误', en: 'Checked' },
              from: ['held'],
              to: 'checked',
              secondPerson: true,
              tone: 'main',
            },
          }),
          return: deciding(spec.check, { label: back, from: ['held'], to: 'planned', reason: true }),
        }),
        reopen: {
          label: { zh: '改回待举办', en: 'Back to planned' },
          from: ['held'],
          to: 'planned',
          by: makers,
          reason: true,
        },
        void: leave,
      },
      clocks: pattern === 'check' ? clock('held', ['checked', 'planned', gone], []) : {},
    }
  }

  if (pattern === 'check')
    return {
      ...common,
      editableIn: ['submitted', 'returned'],
      actions: {
        check: deciding(spec.check, {
          ...{
            label: { zh: '核对无误', en: 'Checked' },
            from: ['submitted'],
            to: 'checked',
            secondPerson: true,
            tone: 'main',
          },
        }),
        return: deciding(spec.check, { label: back, from: ['submitted'], to: 'returned', reason: true }),
        again: { label: again, from: ['returned'], to: 'submitted', by: makers, tone: 'main' },
        void: { ...leave, from: [...leave.from, 'returned'] },
      },
      clocks: clock('submitted', ['checked', gone], ['returned']),
    }

  return {
    ...common,
    states: { ...states, refused: { zh: '未批准', en: 'Not approved' } },
    editableIn: ['applied', 'returned'],
    actions: {
      review: deciding(spec.check, {
        ...{
          label: { zh: '审核通过', en: 'Reviewed' },
          from: ['applied'],
          to: 'reviewed',
          secondPerson: true,
          tone: 'main',
        },
      }),
      return: deciding(spec.check, { label: back, from: ['applied'], to: 'returned', reason: true }),
      again: { label: again, from: ['returned'], to: 'applied', by: makers, tone: 'main' },
      approve: deciding(spec.approve, {
        ...{
          label: { zh: '批准', en: 'Approve' },
          from: ['reviewed'],
          to: 'approved',
          secondPerson: true,
          tone: 'main',
        },
      }),
      refuse: deciding(spec.approve, {
        label: { zh: '不予批准', en: 'Refuse' },
        from: ['reviewed'],
        to: 'refused',
        reason: true,
      }),
      done: { label: { zh: '办结', en: 'Done' }, from: ['approved'], to: 'done', by: makers, tone: 'main' },
      void: { ...leave, from: ['applied', 'returned', 'reviewed', 'approved', 'done'] },
    },
    clocks: clock('applied', ['done', 'refused', gone], ['returned']),
  }
}
