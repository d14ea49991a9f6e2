import { listMinimum as contract } from '../../core/api/family-minimum.ts'
import { postRoute, type Route } from '../http/route.ts'
import { deskOf, programmeFor } from '../records/desk.ts'
import { listMinimum } from './minimum.ts'

/** What family education needs beside its records: who has held how many activities. */
export const familyRoutes: readonly Route[] = [
  postRoute(contract, (c) => {
    programmeFor(c.actor, 'family-place')
    return listMinimum(deskOf(c), c.query)
  }),
]
