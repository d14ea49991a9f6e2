import { useState } from 'react'
import type { IndicatorValuePage, IndicatorValueShape } from '../../../core/api/indicators.ts'
import { absentReasons, isBaseStated, valueStates } from '../../../core/indicators/indicator-value.ts'
import { Drawer } from '../../kit/Drawer.tsx'
import { momentText } from '../../kit/date-text.ts'
import { ErrorNote } from '../../kit/ErrorNote.tsx'
import { GradeMark } from '../../kit/GradeMark.tsx'
import { language, useTexts } from '../../kit/i18n.ts'
import { LoadingBars } from '../../kit/LoadingBars.tsx'
import { groupDigits } from '../../kit/number-text.ts'
import { indicatorsTexts } from '../texts/indicators.ts'
import { shownValue, useIndicatorValue } from './indicator-data.ts'
import { ReportDialog } from './ReportDialog.tsx'

/** Where a number comes from: document and page, parts or base, every version with its reason, and who did what. */
export function ValueDrawer({ id, onClose }: { id: string; onClose: () => void }) {
  const t = useTexts(indicatorsTexts)
  const query = useIndicatorValue(id)
  const [correcting, setCorrecting] = useState(false)
  return (
    <Drawer label={t.drawer} head={query.data && <Head value={query.data.value} />} onClose={onClose}>
      {query.isPending && <LoadingBars rows={6} />}
      {query.isError && <ErrorNote error={query.error} onAgain={() => query.refetch()} />}
      {query.data && <Body page={query.data} />}
      {query.data?.value.may.includes('report') && (
        <div className="df">
          <button type="button" className="btn" onClick={() => setCorrecting(true)}>
            {query.data.value.state === 'published' ? t.correct : t.report}
          </button>
        </div>
      )}
      {correcting && query.data && (
        <ReportDialog
          definition={{ code: query.data.value.indicator, name: query.data.value.name }}
          org={query.data.value.org}
          year={query.data.value.year}
          before={query.data.value}
          onClose={() => setCorrecting(false)}
        />
      )}
    </Drawer>
  )
}

function Head({ value }: { value: IndicatorValueShape }) {
  const t = useTexts(indicatorsTexts)
  const chosen = language.use()
  return (
    <>
      <h2>
        <span>
          {value.org.name} {t.inYear(value.year)}
        </span>
        <b>{value.absent ? absentReasons[value.absent][chosen] : shownValue(value, chosen)}</b>
      </h2>
      <p>
        <span lang="zh">{value.name}</span> <GradeMark grade="D" />
        {value.demo && <span className="tag line">{t.demo}</span>}
      </p>
    </>
  )
}

function Body({ page: { value, versions, steps } }: { page: IndicatorValuePage }) {
  const t = useTexts(indicatorsTexts)
  const chosen = language.use()
  const base = isBaseStated(value)
    ? `${t.change(value.baseTerm ?? '')}：${value.baseValue} → ${value.level}`
    : t.baseMissing
  const rows: readonly (readonly [string, string | null])[] = [
    [t.state, valueStates[value.state][chosen]],
    [t.source, value.source && [value.source, value.page].filter(Boolean).join('，')],
    [
      t.parts,
      value.numerator === null ? null : `${groupDigits(value.numerator)} / ${groupDigits(value.denominator ?? 0)}`,
    ],
    [t.baseTerm, value.form === 'change' ? base : null],
    [t.noteText, value.note],
    [t.reason, value.reason],
  ]
  return (
    <div className="ind-drawer">
      {value.caution && <p className="note-box ind-trap">{value.caution[chosen]}</p>}
      <dl className="ind-says">
        {rows.map(
          ([label, words]) =>
            words && (
              <div key={label}>
                <dt>{label}</dt>
                <dd>{words}</dd>
              </div>
            ),
        )}
      </dl>
      <h3>{t.olderVersions}</h3>
      <ul className="ind-versions">
        {versions.map((version) => (
          <li key={version.id} aria-current={version.id === value.id}>
            {t.version(version.version)} <b>{shownValue(version, chosen)}</b>{' '}
            <span className="mut">
              {valueStates[version.state][chosen]} {version.reason}
            </span>
          </li>
        ))}
      </ul>
      <h3>{t.history}</h3>
      <ul className="ind-versions">
        {steps.map((step) => (
          <li key={`${step.step} ${step.at}`}>
            {t.steps(step.step)} <span className="mut">{`${step.byName} ${momentText(step.at)}`}</span> {step.reason}
          </li>
        ))}
      </ul>
    </div>
  )
}
