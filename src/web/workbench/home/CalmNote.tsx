import { AppLink } from '../../kit/AppLink.tsx'
import { Icon } from '../../kit/Icon.tsx'
import { useTexts } from '../../kit/i18n.ts'
import { useMeasures } from '../data/measures.ts'
import { homeTexts } from '../texts/home.ts'

/** The promise of the house, kept: what used to be a monthly report is already counted. */
export function CalmNote() {
  const t = useTexts(homeTexts)
  const measures = useMeasures()
  if (!measures.data?.length) return null
  return (
    <section className="panel calm">
      <Icon name="ok" />
      <span>{t.noReports(measures.data.length)}</span>
      <AppLink to="/figures">{t.which}</AppLink>
    </section>
  )
}
