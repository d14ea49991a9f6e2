import { useMutation } from '@tanstack/react-query'
import type { ResponseOf } from '../../../core/api/contract.ts'
import type { callerHistory } from '../../../core/api/hotline.ts'
import { AppLink } from '../../kit/AppLink.tsx'
import { apiSend } from '../../kit/api.ts'
import { ErrorNote } from '../../kit/ErrorNote.tsx'
import { Icon } from '../../kit/Icon.tsx'
import { useTexts } from '../../kit/i18n.ts'
import { hotlineTexts } from '../texts/hotline.ts'

/** Earlier contacts from this number: how many and when; opened only where the reader may. Asked for by hand, never by itself. */
export function SameNumber({ draft, phone }: { draft: string; phone: string }) {
  const t = useTexts(hotlineTexts)
  const look = useMutation({
    gcTime: 0,
    mutationFn: () =>
      apiSend<ResponseOf<typeof callerHistory>>('POST', '/hotline/caller-history', { draft, phone, consented: true }),
  })
  if (!look.data)
    return (
      <>
        <button type="button" className="btn" disabled={look.isPending} onClick={() => look.mutate()}>
          <Icon name="search" small />
          {t.look}
        </button>
        <span className="mut sm">{t.lookNote}</span>
        {look.isError && <ErrorNote error={look.error} />}
      </>
    )
  return (
    <div className="hl-same" role="status">
      <b>{t.sameNumber(look.data.count)}</b>
      <ul>
        {look.data.days.map(({ on, record, number }, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: two of a day may both be hidden
          <li key={index}>
            {on}
            {record ? (
              <AppLink to={`/records/hotline-contact/${record}`} target="_blank">
                {number}
              </AppLink>
            ) : (
              <span className="mut">
                <Icon name="lock" small />
                {t.closedRecord}
              </span>
            )}
          </li>
        ))}
      </ul>
    </div>
  )
}
