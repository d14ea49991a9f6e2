import type { IndicatorPage, IndicatorValueShape } from '../../../core/api/indicators.ts'
import { absentReasons } from '../../../core/indicators/indicator-value.ts'
import { AppLink } from '../../kit/AppLink.tsx'
import { EmptyState } from '../../kit/EmptyState.tsx'
import { language, useTexts } from '../../kit/i18n.ts'
import { groupDigits } from '../../kit/number-text.ts'
import { Panel } from '../../kit/Panel.tsx'
import { indicatorsTexts } from '../texts/indicators.ts'
import { shownValue } from './indicator-data.ts'
import { StandingTag } from './StandingTag.tsx'

interface Props {
  page: IndicatorPage
  go: (to: { org?: number; year?: number }) => void
  open: string | null
  onOpen: (id: string) => void
}

/** The areas below in the order of their codes, never ranked; a name goes down, a number opens where it comes from. */
export function AreaTable({ page, go, open, onOpen }: Props) {
  const t = useTexts(indicatorsTexts)
  const picker = (
    <label className="sel">
      <em>{t.year}</em>
      <select value={page.year} onChange={(event) => go({ year: Number(event.target.value) })}>
        {[...new Set([...page.years, page.year])]
          .sort((a, b) => a - b)
          .map((year) => (
            <option key={year} value={year}>
              {year}
            </option>
          ))}
      </select>
    </label>
  )
  return (
    <Panel tight title={t.byArea} end={picker}>
      <div className="list-scroll">
        <table className="list ind-areas">
          <caption className="vh">{`${t.byArea} ${page.year}`}</caption>
          <thead>
            <tr>
              <th scope="col">{t.area}</th>
              <th scope="col" className="r">
                {t.value}
              </th>
              <th scope="col" className="r">
                {t.parts}
              </th>
              <th scope="col">{t.standing}</th>
            </tr>
          </thead>
          <tbody>
            {page.areas.map(({ org, value, progress }) => (
              <tr key={org.code} className={value !== null && value.id === open ? 'on' : undefined}>
                <td data-label={t.area}>
                  {org.code === page.org.code ? (
                    <b>{org.name}</b>
                  ) : (
                    <AppLink to={`/indicators/${page.definition.code}?org=${org.code}&year=${page.year}`}>
                      {org.name}
                    </AppLink>
                  )}
                </td>
                <td className="r" data-label={t.value}>
                  <ValueCell value={value} org={org.name} onOpen={onOpen} />
                </td>
                <td className="r mut" data-label={t.parts}>
                  {value?.numerator != null && value.denominator !== null
                    ? `${groupDigits(value.numerator)} / ${groupDigits(value.denominator)}`
                    : ''}
                </td>
                <td data-label={t.standing}>
                  {value?.state === 'published' && <StandingTag standing={progress.standing} />}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {page.areas.length === 1 && <EmptyState text={t.noAreas} />}
    </Panel>
  )
}

function ValueCell({
  value,
  org,
  onOpen,
}: {
  value: IndicatorValueShape | null
  org: string
  onOpen: (id: string) => void
}) {
  const t = useTexts(indicatorsTexts)
  const chosen = language.use()
  if (!value) return <span className="mut">{t.noValue}</span>
  const text = value.absent ? absentReasons[value.absent][chosen] : shownValue(value, chosen)
  return (
    <button type="button" className={value.absent ? 'num mut' : 'num'} onClick={() => onOpen(value.id)}>
      {text}
      <span className="vh">{t.open(org)}</span>
    </button>
  )
}
