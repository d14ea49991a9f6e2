import type { OrgCode } from '../../core/org-code.ts'
import { madeId } from './made-id.ts'
import type { Plan } from './plan.ts'
import type { Spot } from './spots.ts'

interface Range {
  readonly first: number
  end: number
}

/** Women of the plan for one purpose: each is given once, from the banner while it has any, then from the league. */
export class Women {
  private readonly banners = new Map<OrgCode, Range>()
  private readonly areas = new Map<number, Range>()
  private readonly next = new Map<Range, number>()
  private readonly taken = new Set<number>()

  constructor({ offices, pools }: Pick<Plan, 'offices' | 'pools'>) {
    offices.forEach(({ banner, area }, i) => {
      const { first = 0, size = 0 } = pools[i] ?? {}
      for (const [ranges, key] of [
        [this.banners, banner],
        [this.areas, area],
      ] as const) {
        const range = (ranges as Map<number, Range>).get(key)
        if (range) range.end = first + size
        else (ranges as Map<number, Range>).set(key, { first, end: first + size })
      }
    })
  }

  /** Refuses when the league has nobody left. */
  take({ banner, area }: Pick<Spot, 'banner' | 'area'>): string {
    for (const range of [this.banners.get(banner), this.areas.get(area)]) {
      if (!range) continue
      for (let n = this.next.get(range) ?? range.first; n < range.end; n++) {
        if (this.taken.has(n)) continue
        this.taken.add(n)
        this.next.set(range, n + 1)
        return madeId('person', n)
      }
      this.next.set(range, range.end)
    }
    throw new Error(`nobody left in ${area}`)
  }
}
