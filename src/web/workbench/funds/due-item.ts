import type { ResponseOf } from '../../../core/api/contract.ts'
import type { listPayable } from '../../../core/api/payments.ts'

/** What is due from one fund for one service. */
export type DueItem = ResponseOf<typeof listPayable>['items'][number]
