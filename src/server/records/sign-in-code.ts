import { randomInt } from 'node:crypto'
import { sql } from 'kysely'
import QRCode from 'qrcode'
import type { makeSignInCode as contract } from '../../core/api/attendance.ts'
import type { ResponseOf } from '../../core/api/contract.ts'
import type { Programme } from '../../core/programme.ts'
import { hashToken } from '../http/caller.ts'
import { lockForAttendance, refuseUnlessAttending } from './attend.ts'
import type { Desk } from './desk.ts'

// Without 0 O 1 I L U: read aloud and typed in a yurt, it must still be the same code.
const letters = '23456789ABCDEFGHJKMNPQRSTVWXYZ'
const hours = 6

/** A code for the door of an activity: 12 letters (59 bits), kept as a hash, valid for six hours. `origin` is the site's own address. */
export async function makeSignInCode(
  desk: Desk,
  programme: Programme,
  id: string,
  origin: string,
): Promise<ResponseOf<typeof contract>> {
  const { row, loaded } = await lockForAttendance(desk, programme, id)
  refuseUnlessAttending(desk, programme, row, loaded)
  const code = Array.from({ length: 12 }, () => letters[randomInt(letters.length)]).join('')
  const made = await desk.tx.first<{ expires_at: Date }>(sql`
    INSERT INTO sign_in_codes (area, code_hash, activity, org, expires_at, by_post)
    VALUES (${row.area}, ${hashToken(code)}, ${id}, ${row.org}, clock_timestamp() + make_interval(hours => ${hours}), ${desk.actor.post})
    RETURNING expires_at`)
  const url = `${origin}/s/${code}`
  return {
    code,
    url,
    qr: await QRCode.toDataURL(url, { margin: 2, width: 480, errorCorrectionLevel: 'M' }),
    expiresAt: (made?.expires_at ?? new Date()).toISOString(),
  }
}
