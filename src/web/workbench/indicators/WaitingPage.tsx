import { useState } from 'react'
import type { IndicatorValueShape } from '../../../core/api/indicators.ts'
import { isBaseStated, type ValueStep, valueStates } from '../../../core/indicators/indicator-value.ts'
import { AppLink } from '../../kit/AppLink.tsx'
import { apiGet } from '../../kit/api.ts'
import { type Column, DataList } from '../../kit/DataList.tsx'
import { FormDialog } from '../../kit/form/FormDialog.tsx'
import { TextField } from '../../kit/form/TextField.tsx'
import { language, useTexts } from '../../kit/i18n.ts'
import { groupDigits } from '../../kit/number-text.ts'
import { usePages } from '../../kit/use-pages.ts'
import { usePageTitle } from '../page-title.ts'
import { indicatorsTexts } from '../texts/indicators.ts'
import { shownValue, useIndicatorChange, type ValueList } from './indicator-data.ts'

/** Values under way in the reader's areas: somebody else than who reported one checks it, and then it is published. */
export function WaitingPage() {
  const t = useTexts(indicatorsTexts)
  const chosen = language.use()
  const [state, setState] = useState('')
  const [picked, setPicked] = useState<ReadonlySet<string>>(new Set())
  const [task, setTask] = useState<ValueStep | null>(null)
  const [done, setDone] = useState<number | null>(null)
  usePageTitle(t.pageOf(t.waitingTitle))
  const fetchPage = (cursor: string | null, signal: AbortSignal) =>
    apiGet<ValueList>('/indicator-values', { waiting: true, state, cursor, limit: 100 }, signal)
  // The very pages the list below shows.
  const { rows: seen } = usePages<IndicatorValueShape, ValueList>(['indicators', 'waiting', '', state], fetchPage)
  const values = seen.filter(({ id }) => picked.has(id))
  const mayAll = (step: ValueStep) => values.length > 0 && values.every(({ may }) => may.includes(step))
  const pick = (id: string, on: boolean) => {
    const next = new Set(picked)
    if (on) next.add(id)
    else next.delete(id)
    setPicked(next)
  }
  const open = seen.filter(({ may }) => may.some((step) => step !== 'report'))
  const columns: readonly Column<IndicatorValueShape>[] = [
    {
      key: 'pick',
      title: '',
      width: '2.5rem',
      render: (value) =>
        value.may.some((step) => step !== 'report') && (
          <input
            type="checkbox"
            className="ind-pick"
            aria-label={t.choose(`${value.org.name} ${value.name} ${value.year}`)}
            checked={picked.has(value.id)}
            onChange={(event) => pick(value.id, event.target.checked)}
          />
        ),
    },
    { key: 'org', title: t.area, render: (value) => value.org.name },
    {
      key: 'name',
      title: t.name,
      render: (value) => (
        <AppLink to={`/indicators/${value.indicator}?org=${value.org.code}&year=${value.year}`}>
          <span lang="zh">{value.name}</span>
        </AppLink>
      ),
    },
    { key: 'year', title: t.year, right: true, render: (value) => value.year },
    {
      key: 'value',
      title: t.value,
      right: true,
      render: (value) => (
        <span>
          <b className="nowrap">{shownValue(value, chosen)}</b>
          {value.numerator !== null && value.denominator !== null && (
            <span className="mut nowrap">
              {' '}
              {groupDigits(value.numerator)} / {groupDigits(value.denominator)}
            </span>
          )}
          {value.value !== null && !isBaseStated(value) && <span className="ind-caution">{t.baseMissing}</span>}
        </span>
      ),
    },
    {
      key: 'source',
      title: t.source,
      render: (value) => (value.source ? `${value.source} ${value.page ?? ''}` : value.dueOn && t.due(value.dueOn)),
    },
    {
      key: 'state',
      title: t.state,
      render: (value) => (
        <span>
          {valueStates[value.state][chosen]}
          {value.own && <span className="mut"> {t.ownReport}</span>}
        </span>
      ),
    },
  ]
  return (
    <div className="page">
      <div className="head">
        <h1>{t.waitingTitle}</h1>
        <div className="act">
          <AppLink className="btn" to="/indicators">
            {t.back}
          </AppLink>
        </div>
      </div>
      <p className="mut">{t.waitingNote}</p>
      <div className="ind-bar">
        <button
          type="button"
          className="btn"
          disabled={open.length === 0}
          onClick={() => setPicked(new Set(open.map(({ id }) => id)))}
        >
          {t.chooseAll}
        </button>
        {(['check', 'publish', 'return'] as const).map((step) => (
          <button
            key={step}
            type="button"
            className={step === 'return' ? 'btn' : 'btn pri'}
            disabled={!mayAll(step)}
            onClick={() => setTask(step)}
          >
            {t[step]}
          </button>
        ))}
        <span className="mut" role="status">
          {values.length > 0 ? t.chosen(values.length) : done !== null ? t.done(done) : ''}
        </span>
      </div>
      <DataList<IndicatorValueShape>
        queryKey={['indicators', 'waiting']}
        fetchPage={fetchPage}
        columns={columns}
        rowKey={(value) => value.id}
        caption={t.waitingTitle}
        filters={[
          {
            key: 'state',
            label: t.state,
            value: state,
            onChange: setState,
            options: (['requested', 'reported', 'checked'] as const).map((value) => ({
              value,
              label: valueStates[value][chosen],
            })),
          },
        ]}
        empty={{ text: t.noWaiting }}
      />
      {task && (
        <StepDialog
          step={task}
          values={values}
          onClose={() => setTask(null)}
          onDone={(count) => {
            setPicked(new Set())
            setDone(count)
          }}
        />
      )}
    </div>
  )
}

interface StepProps {
  step: ValueStep
  values: readonly IndicatorValueShape[]
  onClose: () => void
  onDone: (count: number) => void
}

function StepDialog({ step, values, onClose, onDone }: StepProps) {
  const t = useTexts(indicatorsTexts)
  const change = useIndicatorChange()
  return (
    <FormDialog
      title={`${t[step]} · ${t.chosen(values.length)}`}
      submit={t[step]}
      onClose={onClose}
      send={async (form) => {
        const body = { ids: values.map(({ id }) => id), step, reason: form.optional('reason') }
        const { done } = await change<{ done: number }>('/indicator-values/steps', body)
        onDone(done)
      }}
    >
      <p className="mut">{t.waitingNote}</p>
      {step === 'return' && <TextField name="reason" label={t.reason} required minLength={2} maxLength={200} />}
    </FormDialog>
  )
}
