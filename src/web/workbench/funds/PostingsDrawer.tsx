import type { ResponseOf } from '../../../core/api/contract.ts'
import type { FundPosting, listPostings } from '../../../core/api/funds.ts'
import { cameIn, fundAccounts, givers, transferKinds } from '../../../core/fund-words.ts'
import type { FundAccount } from '../../../core/posting.ts'
import { AppLink } from '../../kit/AppLink.tsx'
import { apiGet } from '../../kit/api.ts'
import { Drawer } from '../../kit/Drawer.tsx'
import { Icon } from '../../kit/Icon.tsx'
import { language, useTexts } from '../../kit/i18n.ts'
import { PagedRows } from '../../kit/PagedRows.tsx'
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
  const { key, account } = opened
  const { from, to } = span
  const { query, rows, first } = usePages<FundPosting, ResponseOf<typeof listPostings>>(
    ['funds', 'postings', fund, key, account, from, to],
    (cursor, signal) => apiGet(`/funds/${fund}/postings`, { key, account, from, to, cursor, limit: 30 }, signal),
  )
  const head = (
    <h2>
      {opened.label}
      {first?.total && account && (
        <b>
          {yuanExact(saidOf(account, first.total.fen))}
          <span className="unit">{t.yuan}</span>
        </b>
      )}
    </h2>
  )
  return (
    <Drawer label={t.postings} head={head} onClose={onClose}>
      <PagedRows query={query} rows={rows} empty={t.noPostings} className="recs">
        {(posting) => <PostingRow key={posting.id} posting={posting} />}
      </PagedRows>
      {first?.total && first.total.hidden > 0 && (
        <section className="hid">
          <h3>
            <Icon name="lock" />
            {t.hidden(first.total.hidden)}
          </h3>
        </section>
      )}
    </Drawer>
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
