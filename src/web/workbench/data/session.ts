import { queryOptions, useMutation, useQuery, useQueryClient, useSuspenseQuery } from '@tanstack/react-query'
import type { ResponseOf } from '../../../core/api/contract.ts'
import type { HeldPost, listDemoAccounts, Me } from '../../../core/api/session.ts'
import { apiGet, apiSend } from '../../kit/api.ts'

export type { Me } from '../../../core/api/session.ts'
export type Post = HeldPost
export type MenuEntry = Me['menu'][number]

export const meQuery = queryOptions({
  queryKey: ['me'],
  queryFn: ({ signal }) => apiGet<Me>('/me', {}, signal),
  staleTime: 60_000,
})

/** Who is working here and under which post. Only below the frame, which has read it already. */
export function useMe(): Me {
  return useSuspenseQuery(meQuery).data
}

export interface SignIn {
  name: string
  password: string
  totp?: string
}

export function useSignIn() {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (body: SignIn) => apiSend<unknown>('POST', '/session', body),
    // Nothing of an earlier reader of this browser may show through.
    onSuccess: () => client.clear(),
  })
}

export function useSignOut() {
  const client = useQueryClient()
  return useMutation({
    mutationFn: () => apiSend<unknown>('DELETE', '/session'),
    onSuccess: () => client.clear(),
  })
}

export function useSwitchPost() {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (choice: { postId: string; totp?: string }) => apiSend<unknown>('PUT', '/me/post', choice),
    // Another post sees another world: everything is asked again, and the old is not shown meanwhile.
    onSuccess: () => client.resetQueries(),
  })
}

type DemoList = ResponseOf<typeof listDemoAccounts>
export type DemoAccount = DemoList['items'][number]

/** Accounts of the demonstration, to try the house with; a real installation has none. */
export function useDemoAccounts() {
  return useQuery({
    queryKey: ['demo-accounts'],
    queryFn: ({ signal }) => apiGet<DemoList>('/demo-accounts', {}, signal),
    staleTime: Number.POSITIVE_INFINITY,
  })
}

/** The account with its code of this moment: one read with the page is too old half a minute later. */
export async function freshDemoAccount(account: DemoAccount): Promise<DemoAccount> {
  if (!account.totp) return account
  const { items } = await apiGet<DemoList>('/demo-accounts')
  return items.find((one) => one.name === account.name) ?? account
}
