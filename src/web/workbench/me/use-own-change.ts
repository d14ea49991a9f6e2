import { useQueryClient } from '@tanstack/react-query'
import { useRouter } from '@tanstack/react-router'
import { apiGet, apiSend } from '../../kit/api.ts'
import { type Me, meQuery } from '../data/session.ts'

/** Sends a change of my own account, then asks again who I am; once nothing stands in the way of work, goes to it. */
export function useOwnChange(me: Me) {
  const client = useQueryClient()
  const router = useRouter()
  return async (path: '/me/password' | '/me/totp', body: unknown): Promise<void> => {
    await apiSend('PUT', path, body)
    const now = await apiGet<Me>('/me')
    client.setQueryData(meQuery.queryKey, now)
    await client.invalidateQueries({ queryKey: ['my-sessions'] })
    const forced = me.next === 'password' || me.next === 'totp'
    if (forced && (now.next === null || now.next === 'post')) await router.navigate({ to: '/' })
  }
}
