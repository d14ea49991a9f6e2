import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import type { ResponseOf } from '../../../core/api/contract.ts'
import type { listMySessions } from '../../../core/api/session.ts'
import { apiGet, apiSend } from '../../kit/api.ts'
import { momentText } from '../../kit/date-text.ts'
import { ErrorNote } from '../../kit/ErrorNote.tsx'
import { useTexts } from '../../kit/i18n.ts'
import { LoadingBars } from '../../kit/LoadingBars.tsx'
import { Panel } from '../../kit/Panel.tsx'
import { meTexts } from '../texts/me.ts'

/** Where I am signed in; any device but this one can be signed out from here. */
export function SessionsPanel() {
  const t = useTexts(meTexts)
  const client = useQueryClient()
  const sessions = useQuery({
    queryKey: ['my-sessions'],
    queryFn: ({ signal }) => apiGet<ResponseOf<typeof listMySessions>>('/me/sessions', {}, signal),
  })
  const end = useMutation({
    mutationFn: (id: string) => apiSend('DELETE', `/me/sessions/${id}`),
    onSettled: () => client.invalidateQueries({ queryKey: ['my-sessions'] }),
  })
  return (
    <Panel title={t.sessions}>
      {sessions.isPending && <LoadingBars rows={2} />}
      {sessions.isError && <ErrorNote error={sessions.error} onAgain={() => sessions.refetch()} />}
      {end.isError && <ErrorNote error={end.error} />}
      <ul className="rows">
        {sessions.data?.items.map((session) => (
          <li key={session.id}>
            <b>{session.device}</b>
            {session.current && <span className="tag">{t.thisDevice}</span>}
            {session.secondStep && <span className="tag line">{t.secondStep}</span>}
            <span className="mut sm">
              {t.signedIn(momentText(session.createdAt))} · {t.seen(momentText(session.seenAt))}
            </span>
            {!session.current && (
              <span className="end">
                <button
                  type="button"
                  className="btn sml"
                  disabled={end.isPending}
                  onClick={() => end.mutate(session.id)}
                >
                  {t.signOutDevice}
                </button>
              </span>
            )}
          </li>
        ))}
      </ul>
      <p className="pad mut sm">{t.sessionsNote}</p>
    </Panel>
  )
}
