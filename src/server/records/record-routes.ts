import {
  actOnRecord,
  approveBreakGlass as approveContract,
  askBreakGlass as askContract,
  createRecord as createContract,
  decideHandler as decideContract,
  editRecord as editContract,
  getRecord,
  listBreakGlass as listGlassContract,
  listProgrammes,
  listRecords,
  openFields as openContract,
  recordHistory,
  setHandlers,
} from '../../core/api/records.ts'
import { listAgenda, listTodos } from '../../core/api/todos.ts'
import { postRoute, type Route } from '../http/route.ts'
import { actOn } from './act.ts'
import { approveBreakGlass, askBreakGlass, listBreakGlass } from './break-glass.ts'
import { createRecord } from './create.ts'
import { deskOf, programmeFor, programmeOf, programmesFor } from './desk.ts'
import { editRecord } from './edit.ts'
import { decideHandler, setHandler } from './handlers.ts'
import { pageOfRecords } from './list.ts'
import { openFields } from './open-fields.ts'
import { programmeAsData } from './programme-shape.ts'
import { agendaOf, todosOf } from './todos.ts'
import { viewRecord } from './view.ts'

/** Records of every programme: list, make, open, act, edit, history, and what a post has to do. */
export const recordRoutes: readonly Route[] = [
  postRoute(listProgrammes, async ({ actor }) => ({
    items: programmesFor(actor).map((p) => programmeAsData(p, actor)),
  })),
  postRoute(listRecords, (c) => pageOfRecords(deskOf(c), programmeFor(c.actor, c.params.programme), c.query)),
  postRoute(createContract, async (c) => {
    const desk = deskOf(c)
    const programme = programmeFor(c.actor, c.params.programme)
    await createRecord(desk, programme, c.body)
    return viewRecord(desk, programme, c.body.id)
  }),
  postRoute(getRecord, async (c) =>
    viewRecord(deskOf(c), await programmeOf(c, c.params.programme, c.params.id), c.params.id),
  ),
  postRoute(actOnRecord, async (c) => {
    const desk = deskOf(c)
    const programme = await programmeOf(c, c.params.programme, c.params.id)
    const gone = await actOn(desk, programme, c.params.id, c.params.action, c.body)
    return gone ?? viewRecord(desk, programme, c.params.id)
  }),
  postRoute(editContract, async (c) => {
    const desk = deskOf(c)
    const programme = await programmeOf(c, c.params.programme, c.params.id)
    await editRecord(desk, programme, c.params.id, c.body)
    return viewRecord(desk, programme, c.params.id)
  }),
  postRoute(recordHistory, async (c) => {
    const { history } = await viewRecord(deskOf(c), await programmeOf(c, c.params.programme, c.params.id), c.params.id)
    return { items: history }
  }),
  postRoute(openContract, async (c) =>
    openFields(deskOf(c), await programmeOf(c, c.params.programme, c.params.id), c.params.id, c.body),
  ),
  postRoute(setHandlers, async (c) => {
    const desk = deskOf(c)
    const programme = await programmeOf(c, c.params.programme, c.params.id)
    await setHandler(desk, programme, c.params.id, c.body)
    return viewRecord(desk, programme, c.params.id)
  }),
  postRoute(decideContract, async (c) => {
    const desk = deskOf(c)
    const programme = await programmeOf(c, c.params.programme, c.params.id)
    await decideHandler(desk, programme, c.params.id, c.params.request, c.body)
    return viewRecord(desk, programme, c.params.id)
  }),
  postRoute(askContract, async (c) => {
    await askBreakGlass(deskOf(c), programmeFor(c.actor, c.params.programme), c.params.id, c.body)
    return { id: c.body.id, asked: true as const }
  }),
  postRoute(listGlassContract, (c) => listBreakGlass(deskOf(c))),
  postRoute(approveContract, async (c) => {
    await approveBreakGlass(deskOf(c), c.params.id)
    return { done: true as const }
  }),
  postRoute(listTodos, (c) => todosOf(deskOf(c), new Date(), c.query.all)),
  postRoute(listAgenda, (c) => agendaOf(deskOf(c))),
]
