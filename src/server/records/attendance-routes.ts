import { attachFile, readFile, removeFile } from '../../core/api/attachments.ts'
import {
  attend as attendContract,
  makeSignInCode as codeContract,
  setHeads as headsContract,
  listAttendance,
} from '../../core/api/attendance.ts'
import { Refusal } from '../../core/refusal.ts'
import { postRoute, type Route } from '../http/route.ts'
import { attach, readAttachment, removeAttachment } from './attachments.ts'
import { attend, setHeads } from './attend.ts'
import { deskOf, programmeOf } from './desk.ts'
import { attendanceOf } from './list-attendance.ts'
import { makeSignInCode } from './sign-in-code.ts'
import { viewRecord } from './view.ts'

/** Who came to an activity, and the files that hang on a record. */
export const attendanceRoutes: readonly Route[] = [
  postRoute(listAttendance, async (c) =>
    attendanceOf(deskOf(c), await programmeOf(c, c.params.programme, c.params.id), c.params.id, c.query),
  ),
  postRoute(attendContract, async (c) => {
    const desk = deskOf(c)
    const programme = await programmeOf(c, c.params.programme, c.params.id)
    await attend(desk, programme, c.params.id, c.body)
    return viewRecord(desk, programme, c.params.id)
  }),
  postRoute(headsContract, async (c) => {
    const desk = deskOf(c)
    const programme = await programmeOf(c, c.params.programme, c.params.id)
    await setHeads(desk, programme, c.params.id, c.body)
    return viewRecord(desk, programme, c.params.id)
  }),
  postRoute(codeContract, async (c) => {
    const origin = `${c.request.protocol}://${c.request.host}`
    return makeSignInCode(deskOf(c), await programmeOf(c, c.params.programme, c.params.id), c.params.id, origin)
  }),
  postRoute(attachFile, async (c) => {
    if (!c.upload) throw new Refusal('file-wrong')
    return attach(deskOf(c), await programmeOf(c, c.params.programme, c.params.id), c.params.id, c.upload)
  }),
  postRoute(readFile, async (c) => {
    const { name, mime, bytes } = await readAttachment(
      deskOf(c),
      await programmeOf(c, c.params.programme, c.params.id),
      c.params.id,
      c.params.attachment,
      c.query.purpose,
    )
    // Sent after the transaction has committed: a look that could not be logged shows nothing.
    c.reply
      .header('content-type', mime)
      .header('cache-control', 'no-store')
      .header('content-disposition', `attachment; filename*=UTF-8''${encodeURIComponent(name)}`)
    return bytes
  }),
  postRoute(removeFile, async (c) => {
    await removeAttachment(
      deskOf(c),
      await programmeOf(c, c.params.programme, c.params.id),
      c.params.id,
      c.params.attachment,
    )
    return { done: true as const }
  }),
]
