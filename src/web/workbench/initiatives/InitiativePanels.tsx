import { useState } from 'react'
import type { Initiative } from '../../../core/api/initiatives.ts'
import type { Day } from '../../../core/day.ts'
import type { Unit } from '../../../core/unit.ts'
import { AppLink } from '../../kit/AppLink.tsx'
import { type Column, DataList } from '../../kit/DataList.tsx'
import { ErrorNote } from '../../kit/ErrorNote.tsx'
import { FigureNumber } from '../../kit/FigureNumber.tsx'
import { CheckField } from '../../kit/form/CheckField.tsx'
import { FormDialog } from '../../kit/form/FormDialog.tsx'
import { useTexts } from '../../kit/i18n.ts'
import { LoadingBars } from '../../kit/LoadingBars.tsx'
import { Panel } from '../../kit/Panel.tsx'
import { viewHref } from '../figures/view.ts'
import { recordPath } from '../records/data/records.ts'
import { initiativesTexts } from '../texts/initiatives.ts'
import { fetchMarked, type MarkedRecord, type Tree, useBelonging, useTold } from './initiative-data.ts'

/** What it all comes to: of whole services a link into Figures, of marked records their sum. */
export function FiguresPanel({
  initiative,
  from,
  to,
  earlier,
}: {
  initiative: Initiative
  from: Day
  to: Day
  earlier: boolean
}) {
  const t = useTexts(initiativesTexts)
  const told = useTold(initiative, from, to, earlier)
  if (!told.data)
    return (
      <Panel>
        {told.isError ? <ErrorNote error={told.error} onAgain={() => told.refetch()} /> : <LoadingBars rows={6} />}
      </Panel>
    )
  const { org, programmes, initiatives } = told.data
  return (
    <Panel tight title={org.name} end={t.told(initiatives.length)}>
      {programmes.length === 0 ? (
        <p className="mut">{t.nothing}</p>
      ) : (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls sideways must be reached by keyboard
        <div className="tbl-scroll" tabIndex={0}>
          <table className="list">
            <caption className="vh">{initiative.name}</caption>
            <thead>
              <tr>
                <th scope="col">{t.programme}</th>
                <th scope="col">{t.measure}</th>
                <th scope="col" className="r">
                  {t.value}
                </th>
              </tr>
            </thead>
            <tbody>
              {programmes.flatMap(({ label, whole, measures }) =>
                measures.map((m, i) => (
                  <tr key={m.measure}>
                    <td>
                      {i === 0 && (
                        <span className="tags">
                          {label}
                          <span className="tag line">{whole ? t.whole : t.marked}</span>
                        </span>
                      )}
                    </td>
                    <td>{m.label}</td>
                    <td className="r">
                      {m.value === null ? (
                        <span className="mut">{t.withheld}</span>
                      ) : (
                        <FigureNumber
                          value={m.value}
                          unit={m.unit as Unit}
                          unitLabel={m.unitLabel}
                          {...(whole && { to: viewHref({ measure: m.measure, org: org.code, from, to }) })}
                        />
                      )}
                    </td>
                  </tr>
                )),
              )}
            </tbody>
          </table>
        </div>
      )}
    </Panel>
  )
}

/** Records marked one by one, as far as the reader sees them. */
export function MarkedPanel({ initiative }: { initiative: Initiative }) {
  const t = useTexts(initiativesTexts)
  const columns: readonly Column<MarkedRecord>[] = [
    {
      key: 'title',
      title: t.records,
      render: (row) => <AppLink to={recordPath(row.programme, row.id)}>{row.title}</AppLink>,
    },
    { key: 'programme', title: t.programme, render: (row) => row.programmeLabel },
    { key: 'org', title: '', render: (row) => row.org.name },
  ]
  return (
    <DataList
      queryKey={['records', 'initiatives', initiative.id, 'marked']}
      fetchPage={async (cursor, signal) => ({ ...(await fetchMarked(initiative.id, cursor, signal)), total: null })}
      columns={columns}
      rowKey={(row) => row.id}
      caption={t.records}
      empty={{ text: t.noRecords }}
    />
  )
}

/** Which services belong to it whole. */
export function ServicesPanel({ initiative, programmes }: { initiative: Initiative; programmes: Tree['programmes'] }) {
  const t = useTexts(initiativesTexts)
  const change = useBelonging()
  const [open, setOpen] = useState(false)
  const held = new Set(initiative.programmes)
  const names = programmes.filter(({ id }) => held.has(id)).map(({ label }) => label)
  return (
    <Panel
      title={t.services}
      end={
        initiative.mine && (
          <button type="button" className="btn sml" onClick={() => setOpen(true)}>
            {t.change}
          </button>
        )
      }
    >
      <p>{names.length > 0 ? names.join(' · ') : t.belongsNot}</p>
      {open && (
        <FormDialog
          title={`${t.services} · ${initiative.name}`}
          submit={t.save}
          onClose={() => setOpen(false)}
          send={(values) => change(`/initiatives/${initiative.id}/programmes`, { programmes: values.all('programme') })}
        >
          <p className="mut">{t.servicesNote}</p>
          <div className="initiative-boxes">
            {programmes.map(({ id, label }) => (
              <CheckField key={id} name="programme" value={id} label={label} ticked={held.has(id)} />
            ))}
          </div>
        </FormDialog>
      )}
    </Panel>
  )
}
