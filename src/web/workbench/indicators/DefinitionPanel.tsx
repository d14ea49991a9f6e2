import type { IndicatorPage } from '../../../core/api/indicators.ts'
import { momentText } from '../../kit/date-text.ts'
import { language, useTexts } from '../../kit/i18n.ts'
import { Panel } from '../../kit/Panel.tsx'
import { indicatorsTexts } from '../texts/indicators.ts'

/** What is measured, by whom, since when; older versions with the reason of each change. */
export function DefinitionPanel({ page: { definition: d, versions } }: { page: IndicatorPage }) {
  const t = useTexts(indicatorsTexts)
  const chosen = language.use()
  const rows: readonly (readonly [string, string])[] = [
    [t.code, `${d.code} · ${t.version(d.version)}`],
    [t.domain, d.domainLabel[chosen]],
    [t.numerator, d.numerator || t.noParts],
    [t.denominator, d.denominator || t.noParts],
    [t.unit, d.unitLabel[chosen]],
    [t.direction, t.directions(d.direction)],
    [t.department, d.department],
    [t.level, t.levels(d.level)],
    [t.baseYear, String(d.baseYear)],
    [t.targets, d.targets.map(({ words }) => words).join('；') || t.stands('no-target')],
  ]
  return (
    <Panel tight title={t.definition} label={t.definition}>
      <dl className="ind-says">
        {rows.map(([label, words]) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd>{words}</dd>
          </div>
        ))}
      </dl>
      {(versions.length > 0 || d.reason) && (
        <ul className="ind-versions" aria-label={t.versions}>
          {[d, ...versions].map((version) => (
            <li key={version.version}>
              {t.version(version.version)} <span className="mut">{momentText(version.at)}</span> {version.reason}
            </li>
          ))}
        </ul>
      )}
    </Panel>
  )
}
