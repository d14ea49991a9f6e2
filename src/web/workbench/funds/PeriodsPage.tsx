import { useState } from 'react'
import type { FundPeriod } from '../../../core/api/funds.ts'
import { momentText } from '../../kit/date-text.ts'
import { ErrorNote } from '../../kit/ErrorNote.tsx'
import { FormDialog } from '../../kit/form/FormDialog.tsx'
import { TextField } from '../../kit/form/TextField.tsx'
import { useTexts } from '../../kit/i18n.ts'
import { LoadingBars } from '../../kit/LoadingBars.tsx'
import { Panel } from '../../kit/Panel.tsx'
import { usePageTitle } from '../page-title.ts'
import { fundsTexts } from '../texts/funds.ts'
import { FundTabs } from './FundTabs.tsx'
import { useMoneyChange, usePeriods } from './fund-data.ts'

type Step = FundPeriod['abilities'][number]
interface Asked {
  readonly month: number
  readonly step: Step
}
/** Steps that say why. */
const reasoned: readonly Step[] = ['give-back', 'ask-reopen']

/** The months of one's organisation: closed by two people, opened again by two, and what was done to each. */
export function PeriodsPage() {
  const t = useTexts(fundsTexts)
  const periods = usePeriods()
  const [asked, setAsked] = useState<Asked | null>(null)
  usePageTitle(`${t.periods} · ${t.pageTitle}`)
  const name = (month: number) => t.month(Math.floor(month / 100), month % 100)
  return (
    <div className="page">
      <div className="head">
        <h1>{t.periods}</h1>
      </div>
      <FundTabs here="/periods" />
      <p className="note-box">{t.periodNote}</p>
      <Panel title={periods.data ? t.periodOf(periods.data.org.name) : t.periods}>
        {periods.isPending && <LoadingBars rows={8} />}
        {periods.isError && <ErrorNote error={periods.error} onAgain={() => periods.refetch()} />}
        <ul className="months">
          {periods.data?.items.map((period) => (
            <li key={period.month} className={period.state}>
              <b>{name(period.month)}</b>
              <span className="state">{t.periodState(period.state)}</span>
              <span className="did mut sm">
                {period.events.map((event) => (
                  <span key={event.at}>
                    {t.periodStep(event.step as Step)} · {event.by ?? '—'} · {momentText(event.at)}
                    {event.reason && ` · ${event.reason}`}
                  </span>
                ))}
              </span>
              <span className="end tags">
                {period.abilities.map((step) => (
                  <button
                    key={step}
                    type="button"
                    className="btn sml"
                    onClick={() => setAsked({ month: period.month, step })}
                  >
                    {t.periodStep(step)}
                    <span className="vh">{name(period.month)}</span>
                  </button>
                ))}
              </span>
            </li>
          ))}
        </ul>
      </Panel>
      {asked && <TurnDialog {...asked} name={name(asked.month)} onClose={() => setAsked(null)} />}
    </div>
  )
}

function TurnDialog({ month, step, name, onClose }: Asked & { name: string; onClose: () => void }) {
  const t = useTexts(fundsTexts)
  const change = useMoneyChange()
  return (
    <FormDialog
      title={`${t.periodStep(step)} · ${name}`}
      submit={t.periodStep(step)}
      onClose={onClose}
      send={(values) => change(`/periods/${month}`, { step, reason: values.optional('reason') ?? undefined })}
    >
      {reasoned.includes(step) ? (
        <TextField name="reason" label={t.reason} required minLength={4} maxLength={200} />
      ) : (
        <p className="form-row mut">{t.periodNote}</p>
      )}
    </FormDialog>
  )
}
