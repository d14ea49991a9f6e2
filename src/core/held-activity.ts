import type { Role } from './role.ts'

/** An activity that is planned, held, and counts from then on; with attendedChecks. */
export const heldStates = {
  planned: { zh: '待举办', en: 'Planned' },
  held: { zh: '已举办', en: 'Held' },
  cancelled: { zh: '已取消', en: 'Cancelled' },
} as const

export const heldSteps = <const B extends readonly Role[]>(by: B) =>
  ({
    hold: {
      label: { zh: '办完了', en: 'Held' },
      from: ['planned'],
      to: 'held',
      by,
      needs: ['hasHappened', 'someoneCame'],
      tone: 'main',
    },
    reopen: { label: { zh: '改回待举办', en: 'Back to planned' }, from: ['held'], to: 'planned', by, reason: true },
    cancel: { label: { zh: '取消', en: 'Cancel' }, from: ['planned', 'held'], to: 'cancelled', by, reason: true },
  }) as const
