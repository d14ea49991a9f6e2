import { sql } from 'kysely'
import { type Level, levelSpan, type OrgCode } from '../../core/org-code.ts'
import type { Tx } from '../database/actor.ts'

export interface Place {
  readonly code: OrgCode
  readonly level: Level
  /** As people say it: 吉兰泰镇, 红柳嘎查. */
  readonly short: string
  readonly quasi: boolean
}

/** A township with its villages, or a banner's own federation: what works from one office. */
export interface Office {
  readonly place: Place
  readonly villages: readonly Place[]
  readonly area: number
  readonly banner: OrgCode
  readonly bannerName: string
}

/** Every office of the region, in the order of codes. */
export async function loadOffices(tx: Tx): Promise<Office[]> {
  const rows = await tx.rows<Place>(sql`
    SELECT code, level, short_name AS short, quasi FROM organisations
    WHERE kind = 'federation' AND valid_to IS NULL AND level IN ('banner', 'township', 'village') ORDER BY code`)
  const offices: Office[] = []
  let bannerName = ''
  let villages: Place[] = []
  for (const place of rows) {
    if (place.level === 'village') {
      villages.push(place)
      continue
    }
    if (place.level === 'banner') bannerName = place.short
    villages = []
    const banner = place.code - (place.code % levelSpan.banner)
    offices.push({ place, villages, area: Math.floor(place.code / levelSpan.league), banner, bannerName })
  }
  return offices
}
