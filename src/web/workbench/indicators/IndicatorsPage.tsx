import { useState } from 'react'
import type { IndicatorRow } from '../../../core/api/indicators.ts'
import { targetText, valueText } from '../../../core/indicators/indicator.ts'
import { domainIds, domainLabel, outlineIds, outlines } from '../../../core/indicators/outline.ts'
import { AppLink } from '../../kit/AppLink.tsx'
import { apiUrl } from '../../kit/api.ts'
import { type Column, DataList } from '../../kit/DataList.tsx'
import { GradeMark } from '../../kit/GradeMark.tsx'
import { Icon } from '../../kit/Icon.tsx'
import { language, useTexts } from '../../kit/i18n.ts'
import { useMe } from '../data/session.ts'
import { usePageTitle } from '../page-title.ts'
import { indicatorsTexts } from '../texts/indicators.ts'
import { DefineDialog } from './DefineDialog.tsx'
import { fetchIndicators, nameIn, useIndicatorGround } from './indicator-data.ts'
import { StandingTag } from './StandingTag.tsx'

/** Both outlines by domain: the latest value of an area, the target, what is missing, and whether it is on the path. */
export function IndicatorsPage() {
  const t = useTexts(indicatorsTexts)
  const chosen = language.use()
  const { today } = useMe()
  const ground = useIndicatorGround()
  const [filter, setFilter] = useState({ org: '', outline: '', domain: '', q: '' })
  const [defining, setDefining] = useState(false)
  const set = (key: keyof typeof filter) => (value: string) => setFilter({ ...filter, [key]: value })
  usePageTitle(t.pageTitle)
  const of = outlineIds.filter((outline) => !filter.outline || outline === filter.outline)
  const domains = of.flatMap((outline) => domainIds(outline).map((domain) => ({ outline, domain })))
  const columns: readonly Column<IndicatorRow>[] = [
    {
      key: 'name',
      title: t.name,
      render: ({ definition }) => (
        <span className="ind-name">
          <AppLink to={`/indicators/${definition.code}${filter.org && `?org=${filter.org}`}`}>
            <b lang={chosen === 'en' && definition.nameEn ? 'en' : 'zh'}>{nameIn(definition, chosen)}</b>
          </AppLink>
          <span className="mut">
            {definition.code} · {definition.domainLabel[chosen]}
          </span>
          {definition.caution && <span className="ind-caution">{definition.caution[chosen]}</span>}
        </span>
      ),
    },
    {
      key: 'latest',
      title: t.latest,
      right: true,
      render: ({ definition, latest }) =>
        latest ? (
          <span className="nowrap">
            <b>{valueText(latest.level, definition.decimals)}</b>{' '}
            <span className="mut">
              {definition.unitLabel[chosen]} · {t.inYear(latest.year)}
            </span>{' '}
            <GradeMark grade="D" />
          </span>
        ) : (
          <span className="mut">{t.noValue}</span>
        ),
    },
    {
      key: 'target',
      title: t.target,
      right: true,
      render: ({ definition, progress: { target } }) =>
        target && (
          <span lang={target.value === null ? 'zh' : undefined}>
            {targetText(target, definition, chosen)} <span className="mut">{target.year}</span>
          </span>
        ),
    },
    {
      key: 'gap',
      title: t.gap,
      right: true,
      render: ({ definition, progress: { gap } }) => gap !== null && gap > 0 && valueText(gap, definition.decimals),
    },
    {
      key: 'standing',
      title: t.standing,
      render: ({ definition, progress: { standing, expected } }) => (
        <span title={expected === null ? undefined : t.expected(valueText(expected, definition.decimals))}>
          <StandingTag standing={standing} />
        </span>
      ),
    },
  ]
  return (
    <div className="page">
      <div className="head">
        <h1>{t.title}</h1>
        <div className="act">
          {ground.data && ground.data.waiting > 0 && (
            <AppLink className="btn" to="/indicators/waiting">
              {t.waiting(ground.data.waiting)}
            </AppLink>
          )}
          {ground.data?.abilities.report && (
            <AppLink className="btn" to="/indicators/import">
              <Icon name="import" small />
              {t.importSheet}
            </AppLink>
          )}
          {ground.data?.abilities.define && (
            <button type="button" className="btn pri" onClick={() => setDefining(true)}>
              {t.define}
            </button>
          )}
        </div>
      </div>
      <p className="mut">{t.note}</p>
      <DataList<IndicatorRow>
        queryKey={['indicators', 'list', filter]}
        fetchPage={(cursor, signal) => fetchIndicators(filter, cursor, signal)}
        columns={columns}
        rowKey={({ definition }) => definition.code}
        caption={t.list}
        search={{ value: filter.q, hint: t.search, onChange: set('q') }}
        filters={[
          {
            key: 'org',
            label: t.area,
            value: filter.org,
            onChange: set('org'),
            options: (ground.data?.areas ?? []).map(({ code, name }) => ({ value: String(code), label: name })),
          },
          {
            key: 'outline',
            label: t.outline,
            value: filter.outline,
            onChange: set('outline'),
            options: outlineIds.map((outline) => ({ value: outline, label: outlines[outline].label[chosen] })),
          },
          {
            key: 'domain',
            label: t.domain,
            value: filter.domain,
            onChange: set('domain'),
            options: [...new Map(domains.map((one) => [one.domain, one])).values()].map(({ outline, domain }) => ({
              value: domain,
              label: domainLabel(outline, domain)?.[chosen] ?? domain,
            })),
          },
        ]}
        actions={
          <a
            className="btn"
            href={apiUrl('/indicators/sheet', {
              layout: 'indicators',
              year: Number(today.slice(0, 4)) - 1,
              org: filter.org,
              outline: filter.outline,
            })}
          >
            <Icon name="export" small />
            {t.exportSheet}
          </a>
        }
        empty={{ text: t.none }}
      />
      {defining && <DefineDialog onClose={() => setDefining(false)} />}
    </div>
  )
}
