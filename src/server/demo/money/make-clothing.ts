import { Chance } from '../chance.ts'
import type { Making } from '../making.ts'
import type { CameCouple } from '../matchmaking/make-matchmaking.ts'
import { Tale } from '../tale.ts'
import type { Payments } from './payments.ts'

/** 500 yuan for each couple that came to the group wedding, out of the region’s budget fund. */
export async function makeClothing(
  { calendar, filing }: Making,
  fund: string,
  payments: Payments,
  couples: readonly CameCouple[],
): Promise<void> {
  const chance = new Chance(55)
  for (const [i, { id, org, two, day }] of couples.entries()) {
    const tale = new Tale(calendar, day)
      .after(chance.whole(1, 6), 'prepare', {
        answers: {
          payee: two[i % 2]?.person,
          fund,
          amount: 500_00,
          account: `6200${String(chance.whole(0, 999_999_999)).padStart(12, '0')}`,
        },
      })
      .after(chance.whole(1, 4), 'approve', { answers: { unrelated: true } })
      .after(chance.whole(2, 9), 'pay', { answers: { reference: '演示' } })
      .after(chance.whole(2, 12), 'sign')
    const put = await filing.file({
      programme: 'clothing-subsidy',
      org,
      made: calendar.day(day),
      answers: {
        certificateSeen: true,
        weddingOn: calendar.day(day),
        two,
        couple: id,
        noWedding: true,
        pledged: true,
      },
      steps: tale.steps,
    })
    payments.note(org, put)
  }
}
