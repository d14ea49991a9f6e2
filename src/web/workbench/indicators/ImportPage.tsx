import { useState } from 'react'
import type { IndicatorImport } from '../../../core/api/indicators.ts'
import { AppLink } from '../../kit/AppLink.tsx'
import { FieldRow } from '../../kit/form/FieldRow.tsx'
import { Form } from '../../kit/form/Form.tsx'
import type { FormValues } from '../../kit/form/form-values.ts'
import { SelectField } from '../../kit/form/SelectField.tsx'
import { TextField } from '../../kit/form/TextField.tsx'
import { Icon } from '../../kit/Icon.tsx'
import { language, useTexts } from '../../kit/i18n.ts'
import { Panel } from '../../kit/Panel.tsx'
import { usePageTitle } from '../page-title.ts'
import { indicatorsTexts } from '../texts/indicators.ts'
import { nameIn, useIndicatorChange, useIndicatorGround } from './indicator-data.ts'

/** A yearbook's table is tried first; with a fault in any cell nothing is taken, and the sheet comes back marked. */
export function ImportPage() {
  const t = useTexts(indicatorsTexts)
  const chosen = language.use()
  const ground = useIndicatorGround()
  const change = useIndicatorChange()
  const [result, setResult] = useState<IndicatorImport | null>(null)
  /** The form that was tried and found in order: this and no other is taken. */
  const [tried, setTried] = useState<FormData | null>(null)
  usePageTitle(t.pageOf(t.importTitle))
  const send = async (data: FormData, dryRun: boolean) => {
    data.set('dryRun', String(dryRun))
    const answer = await change<IndicatorImport>('/indicators/import', data)
    setResult(answer)
    setTried(dryRun && answer.wrong === 0 && answer.fresh > 0 ? data : null)
  }
  return (
    <div className="page">
      <div className="head">
        <h1>{t.importTitle}</h1>
        <div className="act">
          <AppLink className="btn" to="/indicators">
            {t.back}
          </AppLink>
        </div>
      </div>
      <p className="mut">{t.importNote}</p>
      <Panel className="pad" label={t.importTitle}>
        <Form submit={t.dryRun} send={(values: FormValues) => send(values.data, true)}>
          <FieldRow name="file" label={t.file} required>
            {(given) => (
              <input
                type="file"
                className="field-in"
                name="file"
                accept=".xlsx"
                required
                {...given}
                onChange={() => setTried(null)}
              />
            )}
          </FieldRow>
          <TextField name="source" label={t.source} required minLength={2} maxLength={120} />
          <TextField name="page" label={t.page} maxLength={40} />
          <SelectField
            name="indicator"
            label={t.name}
            hint={t.pick}
            none=""
            options={(ground.data?.items ?? []).map(({ definition }) => ({
              value: definition.code,
              label: `${definition.code} ${nameIn(definition, chosen)}`,
            }))}
          />
          <TextField name="year" label={t.year} hint={t.pick} pattern="\d{4}" maxLength={4} />
          <TextField name="reason" label={t.reason} hint={t.correctHint} maxLength={200} />
        </Form>
      </Panel>
      {result && <Result result={result} take={tried ? () => send(tried, false) : null} />}
    </div>
  )
}

function Result({ result, take }: { result: IndicatorImport; take: (() => Promise<void>) | null }) {
  const t = useTexts(indicatorsTexts)
  const { wrong, fresh, held, problems, marked, dryRun } = result
  return (
    <Panel className="pad" label={t.problem}>
      <p role="status">{wrong > 0 ? t.wrong(wrong) : dryRun ? t.wouldTake(fresh, held) : t.took(fresh, held)}</p>
      {problems.length > 0 && (
        <div className="list-scroll">
          <table className="list">
            <caption className="vh">{t.problem}</caption>
            <thead>
              <tr>
                <th scope="col">{t.cell}</th>
                <th scope="col">{t.problem}</th>
              </tr>
            </thead>
            <tbody>
              {problems.map(({ cell, text }) => (
                <tr key={`${cell} ${text}`}>
                  <td data-label={t.cell}>{cell}</td>
                  <td data-label={t.problem}>{text}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
      <div className="ind-bar">
        {marked && (
          <a
            className="btn"
            download="导入结果.xlsx"
            href={`data:application/vnd.openxmlformats-officedocument.spreadsheetml.sheet;base64,${marked}`}
          >
            <Icon name="export" small />
            {t.marked}
          </a>
        )}
        {take && (
          <Form submit={t.take} send={take}>
            {null}
          </Form>
        )}
        {!dryRun && wrong === 0 && (
          <AppLink className="btn" to="/indicators/waiting">
            {t.waitingTitle}
          </AppLink>
        )}
      </div>
    </Panel>
  )
}
