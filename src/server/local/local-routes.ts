import * as api from '../../core/api/local-programmes.ts'
import { checkSpec } from '../../core/local/check-spec.ts'
import { levelsBelow } from '../../core/local/compose.ts'
import { postRoute, type Route } from '../http/route.ts'
import { closeLocal, decideVersion, localIdOf, makeLocal, saveVersion, submitVersion } from './keep-local.ts'
import {
  asDetail,
  asItem,
  getLocal,
  inForce,
  localRows,
  mayCompose,
  readingOf,
  refuseUnlessReading,
} from './local-rows.ts'

/** Local programmes: composed by an administrator, agreed to by her chair (decision 0013). */
export const localRoutes: readonly Route[] = [
  postRoute(api.listLocalProgrammes, async ({ tx, actor }) => {
    refuseUnlessReading(actor)
    return {
      items: (await localRows(tx)).map((row) => asItem(actor, row)),
      mayCompose: mayCompose(actor),
      levels: levelsBelow(actor.org),
    }
  }),
  postRoute(api.previewLocalProgramme, async ({ tx, actor, body }) => {
    refuseUnlessReading(actor)
    const row = body.programme === undefined ? undefined : await getLocal(tx, body.programme)
    const org = row?.org ?? actor.org
    checkSpec(body.spec, org, row ? inForce(row).map((v) => v.spec) : [])
    return readingOf(body.spec, { id: row?.id ?? 'local', org, version: row?.versions.length ?? 1 })
  }),
  postRoute(api.getLocalProgramme, async ({ tx, actor, params }) => {
    refuseUnlessReading(actor)
    return asDetail(actor, await getLocal(tx, params.id))
  }),
  postRoute(api.makeLocalProgramme, async ({ tx, actor, body }) => {
    const id = localIdOf(actor.org, body.id)
    await makeLocal(tx, actor, id, body.spec)
    return asDetail(actor, await getLocal(tx, id))
  }),
  postRoute(api.saveLocalVersion, async ({ tx, actor, params, body }) => {
    await saveVersion(tx, actor, params, body)
    return asDetail(actor, await getLocal(tx, params.id))
  }),
  postRoute(api.submitLocalVersion, async ({ tx, actor, params, body }) => {
    await submitVersion(tx, actor, params, body.revision)
    return asDetail(actor, await getLocal(tx, params.id))
  }),
  postRoute(api.decideLocalVersion, async ({ tx, actor, params, body }) => {
    await decideVersion(tx, actor, params, body)
    return asDetail(actor, await getLocal(tx, params.id))
  }),
  postRoute(api.closeLocalProgramme, async ({ tx, actor, params, body }) => {
    await closeLocal(tx, actor, params.id, body.reason)
    return asDetail(actor, await getLocal(tx, params.id))
  }),
]
