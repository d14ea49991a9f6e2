import { listNotices, readNotices } from '../../core/api/notices.ts'
import { postRoute, type Route } from '../http/route.ts'
import { listMyNotices, markRead } from './notices.ts'

export const noticeRoutes: readonly Route[] = [
  postRoute(listNotices, ({ tx, actor, query }) => listMyNotices(tx, actor, query)),
  postRoute(readNotices, async ({ tx, actor, body }) => {
    await markRead(tx, actor, body)
    return { done: true as const }
  }),
]
