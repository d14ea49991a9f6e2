import { useSearch } from '@tanstack/react-router'
import { useState } from 'react'
import { ErrorNote } from '../../../kit/ErrorNote.tsx'
import { useTexts } from '../../../kit/i18n.ts'
import { LoadingBars } from '../../../kit/LoadingBars.tsx'
import { usePageTitle } from '../../page-title.ts'
import { importsTexts } from '../../texts/imports.ts'
import '../styles/list.css'
import '../styles/imports.css'
import { useProgrammes } from '../data/programmes.ts'
import { ImportList } from './ImportList.tsx'
import { ImportProgress } from './ImportProgress.tsx'
import { ImportStart } from './ImportStart.tsx'

/** Many rows at once: fetch the template, fill it in, try it, import it, and see what came back. */
export function ImportsPage() {
  const t = useTexts(importsTexts)
  const search: Record<string, unknown> = useSearch({ strict: false })
  const programmes = useProgrammes()
  const [shown, setShown] = useState<string | null>(null)
  usePageTitle(t.pageTitle)
  const asked = typeof search.what === 'string' ? search.what : ''
  const record = typeof search.record === 'string' ? search.record : null
  return (
    <div className="page rec-page">
      <div className="head">
        <h1>{t.title}</h1>
      </div>
      <p className="rec-help">{t.help}</p>
      {programmes.isPending && <LoadingBars rows={4} />}
      {programmes.isError && <ErrorNote error={programmes.error} onAgain={() => programmes.refetch()} />}
      {programmes.data && (
        <ImportStart programmes={programmes.data.items} asked={asked} record={record} onStarted={setShown} />
      )}
      {shown !== null && <ImportProgress key={shown} id={shown} />}
      <ImportList onShow={setShown} />
    </div>
  )
}
