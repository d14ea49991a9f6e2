import type { Tx } from '../../database/actor.ts'
import { Chance } from '../chance.ts'
import type { Making } from '../making.ts'
import { makeCompanies } from './companies.ts'
import { makeComplaints, makeItems, makeOrders, makeSafety } from './orders.ts'
import { makeStandards } from './standards.ts'
import { makeTraining } from './training.ts'
import { makeWorkers } from './workers.ts'

/** F073 at scale 1; companies, orders, complaints and reports have no number in the articles. */
const whole = { companies: 260, workers: 22_300, orders: 6_000, complaints: 90, safety: 30 }

/** 北疆亮姐: the alliance with its workers, what it offers and did, and who was trained and found work (L070–L074). */
export async function makeHomecare(making: Making, tx: Tx): Promise<void> {
  const chance = new Chance(70)
  const standards = await makeStandards(making)
  const companies = await makeCompanies(making, tx, chance, whole.companies)
  const workers = await makeWorkers(making, chance, companies, Math.round(whole.workers * making.scale))
  const items = await makeItems(making, chance, companies, standards)
  await makeOrders(making, chance, companies, workers, items, whole.orders)
  await makeComplaints(making, chance, whole.complaints)
  await makeSafety(making, chance, whole.safety)
  await makeTraining(making, chance, companies, standards)
}
