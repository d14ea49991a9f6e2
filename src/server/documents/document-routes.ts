import {
  documentFile,
  documentPrints,
  issueDocument,
  listDocuments,
  verifyDocument,
  verifyDocumentFile,
} from '../../core/api/documents.ts'
import { Refusal } from '../../core/refusal.ts'
import { postRoute, type Route } from '../http/route.ts'
import { deskOf, programmeOf } from '../records/desk.ts'
import { sha256 } from './canonical.ts'
import { issueOnRequest } from './issue.ts'
import { documentsOf } from './list-documents.ts'
import { printDocument, printsOf } from './print.ts'
import { verifyChecksum } from './verify.ts'

/** Documents of a record: what there is, a new one, its file, its print log, and whether a paper is one of ours. */
export const documentRoutes: readonly Route[] = [
  postRoute(listDocuments, async (c) =>
    documentsOf(deskOf(c), await programmeOf(c, c.params.programme, c.params.id), c.params.id),
  ),
  postRoute(issueDocument, async (c) => {
    const desk = deskOf(c)
    const programme = await programmeOf(c, c.params.programme, c.params.id)
    await issueOnRequest(desk, programme, c.params.id, c.params.document, c.body.id)
    return documentsOf(desk, programme, c.params.id)
  }),
  postRoute(documentFile, async (c) => {
    const { name, mime, bytes } = await printDocument(deskOf(c), c.params.id, c.query.purpose)
    // Sent after the transaction has committed: a print that could not be logged is not one.
    c.reply
      .header('content-type', mime)
      .header('cache-control', 'no-store')
      .header('content-disposition', `attachment; filename*=UTF-8''${encodeURIComponent(name)}`)
    return bytes
  }),
  postRoute(documentPrints, (c) => printsOf(deskOf(c), c.params.id)),
  postRoute(verifyDocument, (c) => verifyChecksum(deskOf(c), c.params.id, c.body.sha256)),
  postRoute(verifyDocumentFile, (c) => {
    if (!c.upload) throw new Refusal('file-wrong')
    return verifyChecksum(deskOf(c), c.params.id, sha256(c.upload.bytes).toString('hex'))
  }),
]
