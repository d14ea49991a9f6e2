import { sql } from 'kysely'
import { levelOf, serialOf } from '../../core/org-code.ts'
import { Refusal } from '../../core/refusal.ts'
import type { Tx } from '../database/actor.ts'
import type { Asked, Guard } from '../records/guard.ts'

interface Named {
  readonly id: string
  readonly org: number
  readonly answers: Readonly<Record<string, unknown>>
}
/** The case an answer of each names, of those in sight. */
async function casesIn(tx: Tx, key: string, many: readonly Asked[]): Promise<(one: Asked) => Named | undefined> {
  const ids = many.flatMap(({ facts }) => facts.answers[key] ?? [])
  const rows =
    ids.length === 0 ? [] : await tx.rows<Named>(sql`SELECT id, org, answers FROM cases WHERE id = ANY(${ids}::uuid[])`)
  const cases = new Map<unknown, Named>(rows.map((row) => [row.id, row]))
  return ({ facts }) => cases.get(facts.answers[key])
}

/** 参赛作品: the limit entered is the call's own, and the marks taken over are those of this very essay. */
export const entryGuard: Guard = {
  act: {
    checkText: async ({ tx }, many) => {
      const callOf = await casesIn(tx, 'call', many)
      return (one) => {
        const limit = callOf(one)?.answers.similarityLimit
        if (typeof limit !== 'number') throw new Refusal('limit-not-said', { field: 'similarityLimit' })
        if (one.facts.answers.similarityLimit !== limit)
          throw new Refusal('limit-differs', { field: 'similarityLimit', values: { limit } })
      }
    },
    closeBlind: async ({ tx }, many) => {
      const reviewOf = await casesIn(tx, 'review', many)
      return (one) => {
        if (reviewOf(one)?.answers.entry !== one.id) throw new Refusal('review-of-another', { field: 'review' })
      }
    },
  },
}

/** 征文匿名评审: made where the selection is judged, for an essay of that level; at the unit that sent it in it would name the unit. */
export const reviewGuard: Guard = {
  make: async ({ tx }, org, many) => {
    const entryOf = await casesIn(tx, 'entry', many)
    const upper = ['banner', 'league', 'region'].includes(levelOf(org)) && serialOf(org) === 0
    return (one) => {
      const entry = entryOf(one)
      if (!upper || entry?.answers.honour !== 'essay' || entry.answers.level !== one.facts.answers.level)
        throw new Refusal('blind-copy-elsewhere', { field: 'entry' })
    }
  },
  act: {
    send: async ({ tx }, many) => {
      const entryOf = await casesIn(tx, 'entry', many)
      return (one) => {
        const entry = entryOf(one)
        if (entry && entry.org === one.facts.answers.panel) throw new Refusal('panel-of-the-author', { field: 'panel' })
      }
    },
  },
}
