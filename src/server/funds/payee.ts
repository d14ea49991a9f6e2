import { maskName } from '../../core/mask.ts'
import { comparableName } from '../../core/person-name.ts'
import { seal, unseal } from '../crypto/seal.ts'
import { isSealedAnswer, unsealAnswers } from '../records/sealing.ts'

/** What payable_records (db/migrations/0015) gives of a record that is due. */
export interface Payable {
  area: number
  id: string
  org: number
  number: string | null
  fen: unknown
  payee: unknown
  name: string | null
  holder: unknown
  proof: unknown
  account: unknown
  key_salt: Buffer | null
  rounds: number
}

/** Who is paid, to which account, in clear; or what is wrong, in words that name nobody. */
export type Payee =
  | { readonly name: string; readonly account: string; readonly fen: number }
  | { readonly problem: string }

/** The largest single payment: what is more is a mistake in the form. */
const most = 100_000_000_00

/**
 * Reads a due record's payee with the house's data key. `fields` are the definition's names of account and holder. The
 * account must be the payee's own, unless an agent's authority was seen.
 */
export function payeeOf(key: string, row: Payable, fields: { account: string; holder?: string | undefined }): Payee {
  const open = (field: string, value: unknown): string => {
    if (!isSealedAnswer(value)) return typeof value === 'string' ? value.trim() : ''
    const under = { key, salt: row.key_salt, record: row.id, place: 'record' } as const
    return String(unsealAnswers(under, { [field]: value })[field] ?? '').trim()
  }
  const name = row.name ?? (typeof row.payee === 'string' && !isId(row.payee) ? row.payee.trim() : '')
  if (!name) return { problem: '没有收款人' }
  const account = open(fields.account, row.account).replace(/[\s-]/g, '')
  if (!account) return { problem: '没有账号' }
  if (!/^[0-9A-Za-z]{6,34}$/.test(account)) return { problem: '账号不对，应是 6 到 34 位数字或字母' }
  const holder = fields.holder ? open(fields.holder, row.holder) : ''
  if (holder && comparableName(holder) !== comparableName(name) && !row.proof)
    return { problem: '户名与收款人不同，也没有代领委托' }
  if (typeof row.fen !== 'number' || !Number.isSafeInteger(row.fen) || row.fen <= 0 || row.fen > most)
    return { problem: '金额不对' }
  return { name: holder || name, account, fen: row.fen }
}

const isId = (text: string) => /^[0-9a-f]{8}-[0-9a-f-]{27}$/.test(text)

const aad = (batch: string, no: number) => `payment:${batch}:${no}`

/** What a line keeps of its payee: masked for lists, sealed for the bank's sheet. */
export const sealedPayee = (
  key: string,
  salt: Buffer,
  batch: string,
  no: number,
  payee: { name: string; account: string },
) => ({
  mask: maskName(payee.name),
  end: payee.account.slice(-4),
  sealed: seal(key, salt, JSON.stringify([payee.name, payee.account]), aad(batch, no)),
})

/** Name and account in clear, of a line. */
export function openPayee(
  key: string,
  salt: Buffer,
  batch: string,
  no: number,
  sealed: Buffer,
): readonly [string, string] {
  return JSON.parse(unseal(key, salt, sealed, aad(batch, no))) as [string, string]
}
