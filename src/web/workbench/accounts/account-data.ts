import { useQuery, useQueryClient } from '@tanstack/react-query'
import type { AccountRow, listAccounts, postAccount } from '../../../core/api/accounts.ts'
import type { ResponseOf } from '../../../core/api/contract.ts'
import { apiGet, apiSend } from '../../kit/api.ts'

export type AccountsAnswer = ResponseOf<typeof listAccounts>
export type FirstPassword = ResponseOf<typeof postAccount>

/** One account as it is now; `row` is what the list already knows. */
export function useAccount(row: AccountRow): AccountRow {
  const query = useQuery({
    queryKey: ['accounts', 'one', row.id],
    queryFn: ({ signal }) =>
      apiGet<AccountsAnswer>('/accounts', { q: row.name, org: row.home.code, limit: 200 }, signal),
    select: (answer) => answer.items.find((one) => one.id === row.id),
  })
  return query.data ?? row
}

/** Sends a change of an account; lists of accounts are then asked again. */
export function useAccountChange() {
  const client = useQueryClient()
  return async <T>(method: 'POST' | 'PUT' | 'DELETE', path: string, body?: unknown): Promise<T> => {
    const answer = await apiSend<T>(method, path, body)
    await client.invalidateQueries({ queryKey: ['accounts'] })
    return answer
  }
}
