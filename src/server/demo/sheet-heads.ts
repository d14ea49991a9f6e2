import { createHash } from 'node:crypto'
import { areaOf, type OrgCode } from '../../core/org-code.ts'
import type { Heads } from '../../core/programme.ts'
import { madeId } from './made-id.ts'
import type { Making } from './making.ts'
import { sheetImage, sheetKey } from './sign-in-sheet.ts'

let sheets = 1_000_000
const sha256 = `\\x${createHash('sha256').update(sheetImage).digest('hex')}`

/** A head-count with its made sheet, to be attached to the activity once that has its id. All show the same made picture. */
export function countedHeads(
  { writer }: Making,
  org: OrgCode,
  count: number,
): { heads: Heads; attach: (activity: string) => void } {
  const evidence = madeId('other', sheets++)
  return {
    heads: { count, grade: 'B', evidence },
    attach: (activity) =>
      writer.attachment([
        areaOf(org),
        evidence,
        activity,
        'activity',
        org,
        '签到表（演示）.png',
        'image/png',
        sheetImage.length,
        sha256,
        'P1',
        sheetKey,
        null,
      ]),
  }
}
