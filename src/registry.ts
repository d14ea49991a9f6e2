import type { Programme } from './core/programme.ts'
import { familyStory } from './programmes/family-story/family-story.ts'
import { mediation } from './programmes/mediation/mediation.ts'
import { mediationRoom } from './programmes/mediation/rooms.ts'
import { volunteerSession } from './programmes/volunteers/sessions.ts'
import { volunteerTeam } from './programmes/volunteers/teams.ts'
import { volunteer } from './programmes/volunteers/volunteer.ts'

/** The only list of programmes, in the order of menus. */
export const programmes: readonly Programme[] = [
  familyStory,
  mediation,
  mediationRoom,
  volunteerTeam,
  volunteer,
  volunteerSession,
]

const byId = new Map(programmes.map((p) => [p.id, p]))

export function findProgramme(id: string): Programme | undefined {
  return byId.get(id)
}
