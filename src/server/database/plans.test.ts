import { sql } from 'kysely'
import { expect, it } from 'vitest'
import { makeHouse, orgs } from '../../../test/support/house.ts'
import { asActor, type Tx } from './actor.ts'

const house = await makeHouse()
const { actor } = await house.signIn('chair', orgs.village)
const numbers = (count: number) => Array.from({ length: count }, (_, n) => n)

const modeOf = async (tx: Tx, values: readonly number[]) =>
  (
    await tx.first<{ mode: string }>(
      sql`SELECT current_setting('plan_cache_mode') AS mode FROM unnest(${values}::integer[]) LIMIT 1`,
    )
  )?.mode

it('keeps the plan of a short statement, and plans one over many values for them', async () => {
  const modes = await asActor(house.appPool, actor, (tx) =>
    Promise.all([modeOf(tx, numbers(3)), modeOf(tx, numbers(1000)), modeOf(tx, numbers(3))]),
  )
  expect(modes).toEqual(['force_generic_plan', 'auto', 'force_generic_plan'])
})

it('a statement over many values that fails says why', async () => {
  const failing = asActor(house.appPool, actor, (tx) =>
    tx.rows(sql`SELECT 1 / n FROM unnest(${numbers(1000)}::integer[]) n`),
  )
  await expect(failing).rejects.toMatchObject({ code: '22012' })
})
