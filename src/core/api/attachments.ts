import { z } from 'zod'
import { contract } from './contract.ts'
import { attachmentShape } from './record-shapes.ts'
import { done, uuid } from './shared.ts'

const record = z.object({ programme: z.string().max(60), id: uuid })
const attachment = record.extend({ attachment: uuid })

export const attachFile = contract({
  id: 'attachFile',
  method: 'POST',
  path: '/records/:programme/:id/attachments',
  access: 'post',
  consumes: 'multipart/form-data',
  summary:
    '附上文件 / Attach a file: fields id (UUIDv7 made by the client), class (P0–P4, optional), forReceiver (optional), file. pdf jpg png heic mp3 mp4 docx xlsx, at most 20 MB',
  params: record,
  form: z.object({
    id: uuid,
    class: z.enum(['P0', 'P1', 'P2', 'P3', 'P4']).optional(),
    /** Meant for the organisation the record was sent to as well. */
    forReceiver: z.enum(['true', 'false']).optional(),
  }),
  response: attachmentShape,
  refuses: ['type-unsupported', 'too-large', 'file-wrong', 'not-allowed'],
})

export const readFile = contract({
  id: 'readFile',
  method: 'GET',
  path: '/records/:programme/:id/attachments/:attachment',
  access: 'post',
  produces: 'application/octet-stream',
  summary: '下载附件 / The file. P3 and P4 need a purpose, and the download is logged',
  params: attachment,
  query: z.object({ purpose: z.string().trim().max(200).optional() }),
  response: z.unknown(),
  refuses: ['not-found', 'purpose-needed'],
})

export const removeFile = contract({
  id: 'removeFile',
  method: 'DELETE',
  path: '/records/:programme/:id/attachments/:attachment',
  access: 'post',
  summary: '移除附件 / Take it off the record; what it was stays in the history',
  params: attachment,
  response: done,
  refuses: ['not-found', 'evidence-needed'],
})
