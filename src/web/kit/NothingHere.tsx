import { AppLink } from './AppLink.tsx'
import { useTexts } from './i18n.ts'
import { statesTexts } from './texts/states.ts'

/** No such page. A hidden record reads the same: what may not be seen does not exist. */
export function NothingHere() {
  const t = useTexts(statesTexts)
  return (
    <div className="nothing">
      <h1>{t.missingTitle}</h1>
      <p>{t.missingNote}</p>
      <AppLink className="btn" to="/">
        {t.backHome}
      </AppLink>
    </div>
  )
}
