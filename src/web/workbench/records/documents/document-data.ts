import { queryOptions, useQueryClient } from '@tanstack/react-query'
import type { z } from 'zod'
import type { ResponseOf } from '../../../../core/api/contract.ts'
import type {
  documentPrints,
  issuedDocument,
  listDocuments,
  possibleDocument,
  verifyDocument,
} from '../../../../core/api/documents.ts'
import { ApiRefusal, apiGet, apiUrl } from '../../../kit/api.ts'
import { language } from '../../../kit/i18n.ts'
import { recordPath } from '../data/records.ts'
import type { RecordView } from '../data/shapes.ts'

export type RecordDocuments = ResponseOf<typeof listDocuments>
export type IssuedDocument = z.infer<typeof issuedDocument>
export type PossibleDocument = z.infer<typeof possibleDocument>
export type Verdict = ResponseOf<typeof verifyDocument>
export type Prints = ResponseOf<typeof documentPrints>

type Which = Pick<RecordView, 'programme' | 'id' | 'revision'>

/** Asked anew whenever the record changes: a step may have made some, its state lets others be made. */
export function documentsQuery({ programme, id, revision }: Which) {
  return queryOptions({
    queryKey: ['documents', id, revision],
    queryFn: ({ signal }) => apiGet<RecordDocuments>(`${recordPath(programme, id)}/documents`, {}, signal),
  })
}

export function useKeepDocuments(which: Which) {
  const client = useQueryClient()
  return (documents: RecordDocuments) => client.setQueryData(documentsQuery(which).queryKey, documents)
}

/** Fetches the very file and hands it to the browser under the name the server gives it, which is a number. */
export async function saveDocument(id: string, purpose: string | undefined): Promise<void> {
  const answer = await fetch(apiUrl(`/documents/${id}/file`, { purpose }), {
    headers: { 'accept-language': language.get() },
    credentials: 'same-origin',
  })
  if (!answer.ok) {
    const body: { code?: string; text?: string } = await answer.json().catch(() => ({}))
    throw new ApiRefusal({ code: body.code ?? `http-${answer.status}`, text: body.text ?? '', status: answer.status })
  }
  const [, name] = /UTF-8''([^;]+)/.exec(answer.headers.get('content-disposition') ?? '') ?? []
  const link = document.createElement('a')
  link.href = URL.createObjectURL(await answer.blob())
  link.download = name ? decodeURIComponent(name) : 'document.docx'
  link.click()
  // The browser has begun to read it by then.
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000)
}
