import * as api from '../../core/api/people.ts'
import { postRoute, type Route } from '../http/route.ts'
import { deskOf } from '../records/desk.ts'
import { registerPerson } from './add-person.ts'
import { endConsent, recordConsent } from './consents.ts'
import { changePerson } from './edit-person.ts'
import { eraseIdentity } from './erase-person.ts'
import { addMember, endMembership, setUpHousehold, showHousehold } from './households.ts'
import { findByNumber, pageOfPeople } from './list-people.ts'
import { mergeRows, unmergeRows } from './merge-people.ts'
import { openFields, showPerson } from './show-person.ts'

export const personRoutes: readonly Route[] = [
  postRoute(api.listPeople, ({ tx, actor, query }) => pageOfPeople(tx, actor, query)),
  postRoute(api.findPerson, ({ tx, actor, house, body }) => findByNumber(tx, actor, house.secrets, body)),
  postRoute(api.addPerson, async ({ tx, actor, house, body }) => {
    await registerPerson(tx, actor, house.secrets, body)
    return showPerson(tx, actor, house.secrets, body.id)
  }),
  postRoute(api.getPerson, ({ tx, actor, house, params }) => showPerson(tx, actor, house.secrets, params.id)),
  postRoute(api.editPerson, async ({ tx, actor, house, params, body }) => {
    await changePerson(tx, actor, house.secrets, params.id, body)
    return showPerson(tx, actor, house.secrets, params.id)
  }),
  postRoute(api.openPerson, ({ tx, actor, house, params, body }) =>
    openFields(tx, actor, house.secrets, params.id, body),
  ),
  postRoute(api.giveConsent, ({ tx, actor, params, body }) => recordConsent(tx, actor, params.id, body)),
  postRoute(api.withdrawConsent, ({ tx, params }) => endConsent(tx, params.id, params.consent)),
  postRoute(api.mergePeople, ({ tx, actor, house, params, body }) =>
    mergeRows(tx, actor, house.secrets, params.id, body),
  ),
  postRoute(api.undoMerge, ({ tx, actor, house, params }) => unmergeRows(tx, actor, house.secrets, params.id)),
  postRoute(api.erasePerson, async ({ tx, actor, house, params, body }) => {
    await eraseIdentity(deskOf({ tx, actor, house }), params.id, body.reason)
    return { done: true as const }
  }),
  postRoute(api.addHousehold, async ({ tx, actor, body }) => {
    await setUpHousehold(tx, actor, body)
    return showHousehold(tx, actor, body.id)
  }),
  postRoute(api.getHousehold, ({ tx, actor, params }) => showHousehold(tx, actor, params.id)),
  postRoute(api.joinHousehold, async ({ tx, actor, params, body }) => {
    await addMember(tx, params.id, body)
    return showHousehold(tx, actor, params.id)
  }),
  postRoute(api.leaveHousehold, async ({ tx, actor, params, body }) => {
    await endMembership(tx, params.id, params.person, body.on)
    return showHousehold(tx, actor, params.id)
  }),
]
