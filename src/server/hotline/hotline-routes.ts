import {
  dropDraft as dropContract,
  fileContact as fileContract,
  getDraft as getContract,
  callerHistory as historyContract,
  hotlineToday,
  listDrafts as listContract,
  putDraft as putContract,
} from '../../core/api/hotline.ts'
import type { Actor } from '../database/actor.ts'
import { postRoute, type Route } from '../http/route.ts'
import { deskOf, programmeFor } from '../records/desk.ts'
import { callerHistory } from './caller-history.ts'
import { dropDraft, getDraft, listDrafts, putDraft } from './drafts.ts'
import { fileContact } from './file-contact.ts'
import { contactsOfToday } from './today.ts'

/** A post without the hotline finds no hotline: 'programme-unknown'. */
const hotlineFor = (actor: Actor) => programmeFor(actor, 'hotline-contact')

/** The 12338 console: what is being written, what was written today, and the call that becomes a record. */
export const hotlineRoutes: readonly Route[] = [
  postRoute(listContract, async (c) => ({ items: await listDrafts(deskOf(c)) })),
  postRoute(getContract, (c) => getDraft(deskOf(c), c.params.id)),
  postRoute(putContract, (c) => putDraft(deskOf(c), c.params.id, c.body)),
  postRoute(dropContract, async (c) => {
    await dropDraft(deskOf(c), c.params.id)
    return { done: true as const }
  }),
  postRoute(fileContract, (c) => fileContact(deskOf(c), hotlineFor(c.actor), c.body)),
  postRoute(hotlineToday, (c) => contactsOfToday(deskOf(c), hotlineFor(c.actor))),
  postRoute(historyContract, (c) => {
    hotlineFor(c.actor)
    return callerHistory(deskOf(c), c.body)
  }),
]
