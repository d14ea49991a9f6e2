import { useState } from 'react'
import type { FundPage } from '../../../core/api/funds.ts'
import { fundSources } from '../../../core/fund-words.ts'
import { Breadcrumb } from '../../kit/Breadcrumb.tsx'
import { momentText } from '../../kit/date-text.ts'
import { language, useTexts } from '../../kit/i18n.ts'
import { usePageTitle } from '../page-title.ts'
import { fundsTexts } from '../texts/funds.ts'
import { BalanceLine } from './BalanceLine.tsx'
import { FlowTable } from './FlowTable.tsx'
import { FundDialog } from './FundDialog.tsx'
import { FundHero } from './FundHero.tsx'
import type { Opened } from './opened.ts'
import { PostingsDrawer } from './PostingsDrawer.tsx'
import { Projects } from './Projects.tsx'
import { SpanPicker } from './SpanPicker.tsx'
import { TransferDialog } from './TransferDialog.tsx'

interface Props {
  page: FundPage
  onSpan: (span: { from: string; to: string }) => void
}

/** What a fund has, by day, where each yuan came from and where it went; every number opens. */
export function FundScreen({ page, onSpan }: Props) {
  const t = useTexts(fundsTexts)
  const chosen = language.use()
  const [opened, setOpened] = useState<Opened | null>(null)
  const [dialog, setDialog] = useState<'edit' | 'order' | null>(null)
  const { fund } = page
  usePageTitle(`${fund.name} · ${t.pageTitle}`)
  return (
    <div className={opened ? 'fund opened' : 'fund'}>
      <div className="fund-main">
        <Breadcrumb
          label={t.tabs}
          path={[{ key: 'funds', label: t.title, to: '/funds' }]}
          here={fund.name}
          end={t.asOf(momentText(page.asOf))}
        />
        <div className="head">
          <h1>{fund.name}</h1>
          <span className="tag line">{fundSources[fund.source][chosen]}</span>
          {fund.ended && <span className="tag line">{t.ended}</span>}
          <div className="act">
            {page.abilities.includes('edit') && (
              <button type="button" className="btn" onClick={() => setDialog('edit')}>
                {t.edit}
              </button>
            )}
            {page.abilities.includes('order') && (
              <button type="button" className="btn pri" onClick={() => setDialog('order')}>
                {t.order}
              </button>
            )}
          </div>
        </div>
        <p className="mut">
          {fund.org.name} · {fund.purpose} · {t.since(fund.from, fund.to)}
        </p>
        <SpanPicker from={page.from} to={page.to} onSpan={onSpan} />
        <FundHero page={page} onOpen={() => setOpened({ account: 'cash', label: t.balance })} />
        <BalanceLine page={page} />
        <div className="fund-flows">
          <FlowTable title={t.came} empty={t.nothingCame} flows={page.came} onOpen={setOpened} />
          <FlowTable title={t.went} empty={t.nothingWent} flows={page.went} onOpen={setOpened} />
        </div>
        <Projects page={page} />
      </div>
      {opened && (
        <PostingsDrawer
          key={`${opened.key} ${opened.account}`}
          fund={fund.id}
          opened={opened}
          span={page}
          onClose={() => setOpened(null)}
        />
      )}
      {dialog === 'edit' && <FundDialog fund={fund} onClose={() => setDialog(null)} />}
      {dialog === 'order' && <TransferDialog fund={fund} onClose={() => setDialog(null)} />}
    </div>
  )
}
