import { useRouter, useSearch } from '@tanstack/react-router'
import { useEffect, useState } from 'react'
import { AppLink, hrefOf } from '../../kit/AppLink.tsx'
import { apiGet, apiUrl } from '../../kit/api.ts'
import { DataList } from '../../kit/DataList.tsx'
import { Icon } from '../../kit/Icon.tsx'
import { language, useTexts } from '../../kit/i18n.ts'
import { PrivacyMark } from '../../kit/PrivacyMark.tsx'
import { useSettled } from '../../kit/use-settled.ts'
import { useMe } from '../data/session.ts'
import { HandoverLink } from '../matching/HandoverLink.tsx'
import { usePageTitle } from '../page-title.ts'
import { recordsTexts } from '../texts/records.ts'
import { ExchangeLinks } from '../volunteers/ExchangeLinks.tsx'
import './styles/list.css'
import type { RecordsPage as Page, ProgrammeShape, RecordRow } from './data/shapes.ts'
import { DateRange } from './list/DateRange.tsx'
import { type ListView, listHref, listViewOf } from './list/list-view.ts'
import { recordColumns } from './list/record-columns.tsx'
import { ProgrammeGate } from './ProgrammeGate.tsx'

/** The records of a programme, newest first. */
export function RecordsPage() {
  return <ProgrammeGate>{(programme) => <Records key={programme.id} programme={programme} />}</ProgrammeGate>
}

function Records({ programme }: { programme: ProgrammeShape }) {
  const t = useTexts(recordsTexts)
  const chosen = language.use()
  const me = useMe()
  const router = useRouter()
  const [first, setFirst] = useState<Page | null>(null)
  const search: Record<string, unknown> = useSearch({ strict: false })
  const view = listViewOf(search)
  const [typed, setTyped] = useState(view.q)
  const q = useSettled(typed.trim())
  const label = programme.label[chosen]
  usePageTitle(`${label} · ${me.post?.org.name ?? ''}`)
  const go = (change: Partial<ListView>) =>
    router.history.replace(hrefOf(listHref(programme.id, { ...view, q: typed.trim(), ...change })))
  useEffect(() => {
    if (q !== view.q) router.history.replace(hrefOf(listHref(programme.id, { ...view, q })))
  }, [q, view, router, programme.id])

  const asked = { ...view, q: typed.trim() }
  const fetchPage = async (cursor: string | null, signal: AbortSignal) => {
    const page = await apiGet<Page>(`/records/${programme.id}`, { ...asked, cursor, limit: 30 }, signal)
    if (cursor === null) setFirst(page)
    return page
  }
  const may = first?.abilities ?? { create: programme.mayCreate, import: programme.mayCreate, export: true }
  const make = may.create && (
    <AppLink className="btn pri" to={`/records/${programme.id}/new`}>
      <Icon name="plus" small />
      {t.makeOne(programme.noun[chosen], programme.kind)}
    </AppLink>
  )
  const narrowed = Boolean(view.from || view.to || view.brand)
  return (
    <div className="page rec-page">
      <div className="head">
        <h1>{label}</h1>
        {programme.class >= 'P2' && <PrivacyMark level={programme.class} named />}
        <span className="sp" />
        {may.export && (
          <a className="btn" href={apiUrl(`/records/${programme.id}/export`, { ...asked })} download>
            <Icon name="export" small />
            {t.export}
          </a>
        )}
        <ExchangeLinks programme={programme.id} />
        <HandoverLink programme={programme.id} />
        {may.import && (
          <AppLink className="btn" to={`/imports?what=${programme.id}`}>
            <Icon name="import" small />
            {t.import}
          </AppLink>
        )}
        {make}
      </div>
      <p className="rec-help">{programme.help[chosen]}</p>
      {view.brand && (
        <p className="rec-help">
          <button type="button" className="btn txt" onClick={() => go({ brand: '' })}>
            <Icon name="close" small />
            {t.clearBrand}
          </button>
        </p>
      )}
      {first?.more && <p className="rec-help">{t.moreThan}</p>}
      <DataList<RecordRow>
        queryKey={['records', programme.id, view.from, view.to, view.brand]}
        fetchPage={fetchPage}
        columns={recordColumns({ programme, today: me.today, language: chosen, t })}
        rowKey={(row) => row.id}
        caption={label}
        search={{ value: typed, hint: t.searchHint, onChange: setTyped }}
        filters={[
          {
            key: 'state',
            label: t.state,
            value: view.state,
            options: programme.states.map(({ id, label: words }) => ({ value: id, label: words[chosen] })),
            onChange: (value) => go({ state: value }),
          },
          {
            key: 'mine',
            label: t.scope,
            value: view.mine,
            options: [{ value: 'true', label: t.mine }],
            onChange: (value) => go({ mine: value }),
          },
        ]}
        empty={narrowed ? { text: t.noneInDates } : { text: t.none(label), action: make }}
        actions={<DateRange from={view.from} to={view.to} onChange={go} />}
      />
    </div>
  )
}
