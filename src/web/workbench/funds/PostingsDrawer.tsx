import { useEffect } from 'react'
import type { ResponseOf } from '../../../core/api/contract.ts'
import type { FundPosting, listPostings } from '../../../core/api/funds.ts'
import { cameIn, fundAccounts, givers, transferKinds } from '../../../core/fund-words.ts'
import type { FundAccount } from '../../../core/posting.ts'
import { AppLink } from '../../kit/AppLink.tsx'
import { apiGet } from '../../kit/api.ts'
import { EmptyState } from '../../kit/EmptyState.tsx'
import { ErrorNote } from '../../kit/ErrorNote.tsx'
import { Icon } from '../../kit/Icon.tsx'
import { language, useTexts } from '../../kit/i18n.ts'
import { LoadingBars } from '../../kit/LoadingBars.tsx'
import { MoreButton } from '../../kit/MoreButton.tsx'
import { marksTexts } from '../../kit/texts/marks.ts'
import { usePages } from '../../kit/use-pages.ts'
import { fundsTexts } from '../texts/funds.ts'
import type { Opened } from './opened.ts'
import { yuanExact } from './yuan.ts'

interface Props {
  fund: string
  opened: Opened
  span: { from: string; to: string }
  onClose: () => void
}

/** The postings a number is made of, on to their records; those of records out of sight are counted and said. */
export function PostingsDrawer({ fund, opened, span, onClose }: Props) {
  const t = useTexts(fundsTexts)
  const marks = useTexts(marksTexts)
  const { key, account } = opened
  const { from, to } = span
  const { query, rows, first } = usePages<FundPosting, ResponseOf<typeof listPostings>>(
    ['funds', 'postings', fund, key, account, from, to],
    (cursor, signal) => apiGet(`/funds/${fund}/postings`, { key, account, from, to, cursor, limit: 30 }, signal),
  )
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.key === 'Escape' && !event.defaultPrevented) onClose()
    }
    document.addEventListener('keydown', onKey)
    return () => document.removeEventListener('keydown', onKey)
  }, [onClose])
  return (
    <aside className="drawer" aria-label={t.postings}>
      <div className="dh">
        <p>
          {t.postings}
          <button type="button" className="ghost sq" aria-label={marks.close} onClick={onClose}>
            <Icon name="close" />
          </button>
        </p>
        <h2>
          {opened.label}
          {first?.total && account && (
            <b>
              {yuanExact(saidOf(account, first.total.fen))}
              <span className="unit">{t.yuan}</span>
            </b>
          )}
        </h2>
      </div>
      {query.isPending && <LoadingBars rows={6} />}
      {query.isError && <ErrorNote error={query.error} onAgain={() => query.refetch()} />}
      {query.isSuccess && rows.length === 0 && <EmptyState text={t.noPostings} />}
      <ul className="recs">
        {rows.map((posting) => (
          <PostingRow key={posting.id} posting={posting} />
        ))}
      </ul>
      <MoreButton query={query} />
      {first?.total && first.total.hidden > 0 && (
        <section className="hid">
          <h3>
            <Icon name="lock" />
            {t.hidden(first.total.hidden)}
          </h3>
        </section>
      )}
    </aside>
  )
}

/** As people say it: what came in is more, though it stands on the credit side. */
const saidOf = (account: string, fen: number): number => (cameIn.some((one) => one === account) ? -fen : fen)

function PostingRow({ posting }: { posting: FundPosting }) {
  const t = useTexts(fundsTexts)
  const chosen = language.use()
  const { record, transfer } = posting
  const account = fundAccounts[posting.account as FundAccount][chosen]
  return (
    <li>
      <time dateTime={posting.on}>{posting.on.slice(5)}</time>
      <div>
        {record ? (
          <AppLink to={`/records/${record.programme}/${record.id}`}>{record.number ?? record.title}</AppLink>
        ) : (
          <span className="t">{transfer ? transferKinds[transfer.kind][chosen] : account}</span>
        )}
        <p>
          {account}
          {record && ` · ${record.label} · ${record.org.name}`}
          {transfer &&
            ` · ${transfer.other?.name ?? (transfer.giver ? givers[transfer.giver][chosen] : '')} ${transfer.purpose}`}
          {posting.forOn !== posting.on && ` · ${t.forOn(posting.forOn)}`}
        </p>
      </div>
      <b>{yuanExact(saidOf(posting.account, posting.fen))}</b>
    </li>
  )
}
