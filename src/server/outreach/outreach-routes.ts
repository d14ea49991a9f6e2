import { campaignStanding as contract } from '../../core/api/campaigns.ts'
import { postRoute, type Route } from '../http/route.ts'
import { deskOf, programmeFor } from '../records/desk.ts'
import { getRecord } from '../records/record-row.ts'
import { campaignStanding } from './campaign-standing.ts'

/** What outreach needs beside its records: who has done a campaign. */
export const outreachRoutes: readonly Route[] = [
  postRoute(contract, async (c) => {
    const campaign = await getRecord(c.tx, programmeFor(c.actor, 'campaign'), c.params.id)
    return campaignStanding(deskOf(c), campaign, c.query)
  }),
]
