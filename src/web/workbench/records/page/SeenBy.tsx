import { useState } from 'react'
import { AppLink } from '../../../kit/AppLink.tsx'
import { abilityOf } from '../../../kit/ability.ts'
import { Icon } from '../../../kit/Icon.tsx'
import { language, useTexts } from '../../../kit/i18n.ts'
import { Panel } from '../../../kit/Panel.tsx'
import { useMe } from '../../data/session.ts'
import { recordTexts } from '../../texts/record.ts'
import type { RecordView } from '../data/shapes.ts'
import { HandlersDialog } from './HandlersDialog.tsx'
import { NewHandlers } from './NewHandlers.tsx'

/** Who can see this record, and how often its private parts were looked at. */
export function SeenBy({ view }: { view: RecordView }) {
  const t = useTexts(recordTexts)
  const chosen = language.use()
  const me = useMe()
  const [naming, setNaming] = useState(false)
  const { sealed, people, roles } = view.seenBy
  return (
    <Panel tight title={t.seenBy}>
      <ul className="see">
        {sealed &&
          people.map((one) => (
            <li key={one.account}>
              {one.name ?? t.someone}
              {one.account === me.account.id && t.me}
              <span>{one.why === 'handler' ? t.handler : t.rightsPost}</span>
            </li>
          ))}
        {!sealed && (
          <li className="stack">
            {roles.map(({ label }) => label[chosen]).join(t.comma)}
            <span>{t.hereAndAbove}</span>
          </li>
        )}
        {sealed && (
          <>
            <li>
              {t.above}
              <span>{t.onlyCount}</span>
            </li>
            <li>
              {t.others}
              <span>{t.notFound}</span>
            </li>
          </>
        )}
      </ul>
      <NewHandlers view={view} />
      <p className="see-foot">
        {view.viewed !== null && t.viewed(view.viewed)}
        {view.viewed !== null && abilityOf(me.abilities, 'audit').allowed && <AppLink to="/audit">{t.viewLog}</AppLink>}
        {view.abilities.handlers && (
          <button type="button" className="btn txt" onClick={() => setNaming(true)}>
            <Icon name="people" small />
            {t.setHandlers}
          </button>
        )}
      </p>
      {naming && <HandlersDialog view={view} onClose={() => setNaming(false)} />}
    </Panel>
  )
}
