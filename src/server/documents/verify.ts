import type { ResponseOf } from '../../core/api/contract.ts'
import type { verifyDocument } from '../../core/api/documents.ts'
import type { Desk } from '../records/desk.ts'
import { getIssued } from './issued-row.ts'

/**
 * Whether a checksum (hexadecimal SHA-256) is that of the file, or of the content, as the house issued it. For whoever finds
 * the document; it opens nothing of it. Refuses 'not-found'.
 */
export async function verifyChecksum(
  { tx, actor }: Desk,
  id: string,
  sha256: string,
): Promise<ResponseOf<typeof verifyDocument>> {
  const { number, issue, latest, page_sha256, content_sha256 } = await getIssued(tx, id)
  const given = sha256.toLowerCase()
  const same = given === page_sha256 || given === content_sha256
  const words = {
    zh: same ? '与本平台出具的一致' : '与本平台出具的不一致',
    en: same ? 'The same as this house issued' : 'Not what this house issued',
  }
  return { same, text: words[actor.language], number, issue, latest }
}
