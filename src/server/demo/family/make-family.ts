import type { Making } from '../making.ts'
import { makeFamilyActivities } from './make-activities.ts'
import { makeGuidance } from './make-guidance.ts'
import { makeGuides } from './make-guides.ts'
import { makeFamilyPlaces } from './make-places.ts'
import { makeWatched } from './make-watched.ts'

/** Family education: places and who guides there, what they held, whom they advised, and what was watched. */
export async function makeFamily(making: Making): Promise<void> {
  const places = await makeFamilyPlaces(making)
  const guides = await makeGuides(making, places)
  await makeFamilyActivities(making, places, guides)
  await makeGuidance(making, places)
  await makeWatched(making)
}
