import { projectShifts, shiftPeople } from '../../core/api/volunteering.ts'
import { postRoute, type Route } from '../http/route.ts'
import { deskOf, programmeFor } from '../records/desk.ts'
import { peopleOf, shiftsOf } from './shifts.ts'

/** What a leader of volunteers needs beside the records: a project's shifts, and who signed up for one. */
export const volunteerRoutes: readonly Route[] = [
  postRoute(projectShifts, (c) => {
    programmeFor(c.actor, 'volunteer-project')
    return shiftsOf(deskOf(c), c.params.id)
  }),
  postRoute(shiftPeople, (c) => {
    programmeFor(c.actor, 'volunteer-signup')
    return peopleOf(deskOf(c), c.params.id)
  }),
]
