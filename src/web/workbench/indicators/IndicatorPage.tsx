import { useParams, useRouter, useSearch } from '@tanstack/react-router'
import { useState } from 'react'
import type { IndicatorPage as Page } from '../../../core/api/indicators.ts'
import { targetText, valueText } from '../../../core/indicators/indicator.ts'
import { apiUrl } from '../../kit/api.ts'
import { Breadcrumb } from '../../kit/Breadcrumb.tsx'
import { ErrorNote } from '../../kit/ErrorNote.tsx'
import { GradeMark } from '../../kit/GradeMark.tsx'
import { Icon } from '../../kit/Icon.tsx'
import { language, useTexts } from '../../kit/i18n.ts'
import { LoadingBars } from '../../kit/LoadingBars.tsx'
import { usePageTitle } from '../page-title.ts'
import { indicatorsTexts } from '../texts/indicators.ts'
import { AreaTable } from './AreaTable.tsx'
import { DefineDialog } from './DefineDialog.tsx'
import { DefinitionPanel } from './DefinitionPanel.tsx'
import { nameIn, shownValue, useIndicator } from './indicator-data.ts'
import { PathChart } from './PathChart.tsx'
import { ReportDialog } from './ReportDialog.tsx'
import { RequestDialog } from './RequestDialog.tsx'
import { StandingTag } from './StandingTag.tsx'
import { ValueDrawer } from './ValueDrawer.tsx'

/** One indicator of an area: years against the path, the areas below it, and where each number comes from. */
export function IndicatorPage() {
  const { code } = useParams({ from: '/frame/indicators/$code' })
  const search: Record<string, unknown> = useSearch({ strict: false })
  const org = search.org === undefined ? null : String(search.org)
  const year = search.year === undefined ? null : String(search.year)
  const router = useRouter()
  const page = useIndicator(code, org, year)
  const go = (to: { org?: number; year?: number }) => {
    const query = new URLSearchParams()
    const nextOrg = to.org ?? org
    if (nextOrg) query.set('org', String(nextOrg))
    if (to.year) query.set('year', String(to.year))
    router.history.push(`/workbench/indicators/${code}?${query}`)
  }
  if (page.isPending) return <LoadingBars rows={8} />
  if (page.isError) return <ErrorNote error={page.error} onAgain={() => page.refetch()} />
  return <Screen key={page.data.org.code} page={page.data} go={go} />
}

function Screen({ page, go }: { page: Page; go: (to: { org?: number; year?: number }) => void }) {
  const t = useTexts(indicatorsTexts)
  const chosen = language.use()
  const [open, setOpen] = useState<string | null>(null)
  const [task, setTask] = useState<'report' | 'define' | 'ask' | null>(null)
  const { definition, progress, org } = page
  const name = nameIn(definition, chosen)
  const latest = page.series.findLast(({ state }) => state === 'published')
  usePageTitle(t.pageOf(name))
  return (
    <div className={open ? 'fig opened' : 'fig'}>
      <div className="fig-main">
        <Breadcrumb
          label={t.title}
          path={[
            { key: 'all', label: t.title, to: '/indicators' },
            ...(String(org.code).endsWith('00000000000000')
              ? []
              : [{ key: 'up', label: name, to: `/indicators/${definition.code}` }]),
          ]}
          here={org.name}
        />
        <div className="head">
          <h1 lang={name === definition.name ? 'zh' : 'en'}>{name}</h1>
          <div className="act">
            <a
              className="btn"
              href={apiUrl('/indicators/sheet', { layout: 'years', indicator: definition.code, org: org.code })}
            >
              <Icon name="export" small />
              {t.exportSheet}
            </a>
            {page.abilities.define && (
              <button type="button" className="btn" onClick={() => setTask('define')}>
                {t.newVersion}
              </button>
            )}
            {page.abilities.report && page.areas.length > 1 && (
              <button type="button" className="btn" onClick={() => setTask('ask')}>
                {t.ask}
              </button>
            )}
            {page.abilities.report && (
              <button type="button" className="btn pri" onClick={() => setTask('report')}>
                {t.report}
              </button>
            )}
          </div>
        </div>
        {definition.caution && <p className="note-box ind-trap">{definition.caution[chosen]}</p>}
        <div className="ind-now">
          {latest ? (
            <button type="button" className="num ind-big" onClick={() => setOpen(latest.id)}>
              {shownValue(latest, chosen)}
            </button>
          ) : (
            <span className="mut">{t.noValue}</span>
          )}
          {latest && <span className="mut">{t.inYear(latest.year)}</span>}
          <GradeMark grade="D" />
          <StandingTag standing={progress.standing} />
          {progress.target && (
            <span>
              {t.targetOf(progress.target.year)}{' '}
              <span lang={progress.target.value === null ? 'zh' : undefined}>
                {targetText(progress.target, definition, chosen)}
              </span>
            </span>
          )}
          {progress.gap !== null && progress.gap > 0 && (
            <span>
              {t.gap} {valueText(progress.gap, definition.decimals)} {definition.unitLabel[chosen]}
            </span>
          )}
          {progress.expected !== null && (
            <span className="mut">{t.expected(valueText(progress.expected, definition.decimals))}</span>
          )}
        </div>
        <div className="fig-cols ind-cols">
          <div className="fig-left">
            <PathChart page={page} />
            <DefinitionPanel page={page} />
          </div>
          <AreaTable page={page} go={go} open={open} onOpen={setOpen} />
        </div>
      </div>
      {open && <ValueDrawer key={open} id={open} onClose={() => setOpen(null)} />}
      {task === 'define' && <DefineDialog of={definition} onClose={() => setTask(null)} />}
      {task === 'ask' && <RequestDialog page={page} onClose={() => setTask(null)} />}
      {task === 'report' && (
        <ReportDialog definition={definition} org={org} year={page.year} onClose={() => setTask(null)} />
      )}
    </div>
  )
}
