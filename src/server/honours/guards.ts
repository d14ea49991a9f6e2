import { sql } from 'kysely'
import { levelOf, serialOf } from '../../core/org-code.ts'
import { Refusal } from '../../core/refusal.ts'
import type { Tx } from '../database/actor.ts'
import type { Guard } from '../records/guard.ts'

interface Named {
  readonly org: number
  readonly answers: Readonly<Record<string, unknown>>
}
const caseOf = (tx: Tx, id: unknown) =>
  typeof id === 'string'
    ? tx.first<Named>(sql`SELECT org, answers FROM cases WHERE id = ${id}`)
    : Promise.resolve(undefined)

/** 参赛作品: the limit entered is the call's own, and the marks taken over are those of this very essay. */
export const entryGuard: Guard = {
  act: async ({ tx }, action, { answers }, id) => {
    if (action === 'checkText') {
      const limit = (await caseOf(tx, answers.call))?.answers.similarityLimit
      if (typeof limit !== 'number') throw new Refusal('limit-not-said', { field: 'similarityLimit' })
      if (answers.similarityLimit !== limit)
        throw new Refusal('limit-differs', { field: 'similarityLimit', values: { limit } })
    }
    if (action === 'closeBlind' && (await caseOf(tx, answers.review))?.answers.entry !== id)
      throw new Refusal('review-of-another', { field: 'review' })
  },
}

/** 征文匿名评审: made where the selection is judged, for an essay of that level; at the unit that sent it in it would name the unit. */
export const reviewGuard: Guard = {
  make: async ({ tx }, org, { answers }) => {
    const entry = await caseOf(tx, answers.entry)
    const upper = ['banner', 'league', 'region'].includes(levelOf(org)) && serialOf(org) === 0
    if (!upper || entry?.answers.honour !== 'essay' || entry.answers.level !== answers.level)
      throw new Refusal('blind-copy-elsewhere', { field: 'entry' })
  },
  act: async ({ tx }, action, { answers }) => {
    if (action !== 'send') return
    const entry = await caseOf(tx, answers.entry)
    if (entry && entry.org === answers.panel) throw new Refusal('panel-of-the-author', { field: 'panel' })
  },
}
