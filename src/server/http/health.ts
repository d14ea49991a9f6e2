import { sql } from 'kysely'
import { getHealth } from '../../core/api/health.ts'
import { onDuty } from '../database/actor.ts'
import { version } from '../paths.ts'
import { publicRoute, type Route } from './route.ts'

export const healthRoutes: readonly Route[] = [
  publicRoute(getHealth, async ({ house }) => {
    const demo = await onDuty(house.pool, 'load', (tx) =>
      tx.first<{ demo: boolean }>(
        sql`SELECT EXISTS (SELECT FROM organisations WHERE demo) OR EXISTS (SELECT FROM accounts WHERE demo) AS demo`,
      ),
    )
    return { ok: true, version, demo: demo?.demo ?? false }
  }),
]
