import * as api from '../../core/api/initiatives.ts'
import { programmes } from '../../registry.ts'
import { postRoute, type Route } from '../http/route.ts'
import { selectInitiatives } from './initiative-rows.ts'
import { markRecord, marksOf, setProgrammes } from './mark.ts'
import { listMarked, tellInitiative } from './told.ts'

const oneSnapshot = { repeatable: true }

export const initiativeRoutes: readonly Route[] = [
  postRoute(api.listInitiatives, async ({ tx, actor, query, language }) => ({
    items: await selectInitiatives(tx, actor, query.limit),
    programmes: programmes.map(({ id, label, confidential }) => ({ id, label: label[language], confidential })),
  })),
  postRoute(
    api.getInitiativeFigures,
    ({ tx, actor, params, query }) =>
      tellInitiative(tx, actor, params.id, {
        ...query,
        org: query.org ?? actor.org,
        earlier: query.earlier === 'true',
      }),
    oneSnapshot,
  ),
  postRoute(api.listInitiativeRecords, ({ tx, actor, params, query }) => listMarked(tx, actor, params.id, query)),
  postRoute(api.setInitiativeProgrammes, async ({ tx, actor, params, body }) => {
    await setProgrammes(tx, actor, params.id, body.programmes)
    return { done: true as const }
  }),
  postRoute(api.getRecordInitiatives, ({ tx, actor, params }) => marksOf(tx, actor, params.programme, params.id)),
  postRoute(api.setRecordInitiatives, ({ tx, actor, params, body }) =>
    markRecord(tx, actor, params.programme, params.id, body.initiatives),
  ),
]
