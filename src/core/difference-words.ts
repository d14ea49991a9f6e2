import type { DifferenceCause } from './api/releases.ts'
import type { Label } from './unit.ts'

/** Why an entry is in one of two figures only. */
export const differenceCauses: Readonly<Record<DifferenceCause, Label>> = {
  period: { zh: '期间不同', en: 'Other days' },
  place: { zh: '范围不同', en: 'Other organisations' },
  merged: { zh: '区划撤并', en: 'A division was merged' },
  late: { zh: '补记：当时已发生，后来才记', en: 'Recorded late: it had happened before' },
  since: { zh: '之后发生的', en: 'Happened afterwards' },
  correction: { zh: '更正', en: 'Corrected' },
  recount: { zh: '重新计数：口径变更或同一人合并', en: 'Counted anew: definition or a person merged' },
}
