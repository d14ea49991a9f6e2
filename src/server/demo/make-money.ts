import type { Tx } from '../database/actor.ts'
import { makeFunds } from './make-funds.ts'
import type { Making } from './making.ts'
import type { CameCouple } from './matchmaking/make-matchmaking.ts'
import { makeClothing } from './money/make-clothing.ts'
import { makeDonations } from './money/make-donations.ts'
import { makeGifts } from './money/make-gifts.ts'
import { makeGrants } from './money/make-grants.ts'
import { makeInsurance } from './money/make-insurance.ts'
import { makeProjects } from './money/make-projects.ts'
import { makeRelief } from './money/make-relief.ts'
import { Payments } from './money/payments.ts'
import { makeRegionFunds } from './money/region-funds.ts'
import type { ShownProject } from './service/make-dandelion.ts'

/** What was raised, given and paid. Income first: a fund never pays what it does not hold. */
export async function makeMoney(
  making: Making,
  tx: Tx,
  key: string,
  projects: readonly ShownProject[],
  couples: readonly CameCouple[],
  say?: (what: string) => void,
): Promise<void> {
  say?.('募集、“十送” / donations and gifts')
  await making.writer.settle()
  const funds = await makeRegionFunds(tx, making)
  if (!funds) return
  const own = await makeFunds(tx, making)
  const payments = new Payments()
  const goods = await makeDonations(making, funds.raised)
  await makeGifts(making, funds.raised, goods)
  say?.('救助、助学、关爱 / relief and grants')
  await makeRelief(making, funds.raised, payments, own)
  await makeGrants(making, funds.budget, payments, projects, own)
  await makeClothing(making, funds.budget, payments, couples)
  say?.('健康保险、项目 / insurance and projects')
  await makeInsurance(making, funds.raised, payments)
  const region = { ...funds, funds: [...funds.funds, ...(await makeProjects(making, tx, funds, payments))] }
  await making.writer.settle()
  await payments.write(tx, key, own ? [region, own] : [region])
}
