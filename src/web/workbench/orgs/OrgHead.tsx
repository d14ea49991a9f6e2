import type { OrgPage } from '../../../core/api/orgs.ts'
import { levelOf } from '../../../core/org-code.ts'
import { AppLink } from '../../kit/AppLink.tsx'
import { useTexts } from '../../kit/i18n.ts'
import { useMe } from '../data/session.ts'
import { orgsTexts } from '../texts/orgs.ts'
import type { OrgTask } from './org-task.ts'

/** Its name and what may be done with it. */
export function OrgHead({ org, onTask }: { org: OrgPage; onTask: (task: OrgTask) => void }) {
  const t = useTexts(orgsTexts)
  const me = useMe()
  return (
    <div className="head">
      <h1>{org.name}</h1>
      <span className="tag line">{org.kind === 'federation' ? t.level(levelOf(org.code)) : t.kind(org.kind)}</span>
      {org.quasi && <span className="tag line">{t.quasi}</span>}
      {org.ended && <span className="tag">{t.ended}</span>}
      {org.code === me.post?.org.code && <span className="tag line">{t.mine}</span>}
      <div className="act">
        <AppLink className="btn" to={`/figures?org=${org.code}`}>
          {t.figures}
        </AppLink>
        {org.abilities.includes('rename') && (
          <button type="button" className="btn" onClick={() => onTask('rename')}>
            {t.rename}
          </button>
        )}
        {org.abilities.includes('merge') && (
          <button type="button" className="btn" onClick={() => onTask('merge')}>
            {t.merge}
          </button>
        )}
      </div>
    </div>
  )
}
