import type { OrgItem } from '../../../core/api/orgs.ts'
import { formatOrgCode, levelOf } from '../../../core/org-code.ts'
import { AppLink } from '../../kit/AppLink.tsx'
import { useTexts } from '../../kit/i18n.ts'
import { orgsTexts } from '../texts/orgs.ts'

interface Props {
  caption: string
  orgs: readonly (OrgItem & { children?: number })[]
  /** Where each stands: in a search; below one organisation it is plain. */
  withPath?: boolean
}

/** Organisations in code order, never ranked. */
export function OrgTable({ caption, orgs, withPath = false }: Props) {
  const t = useTexts(orgsTexts)
  return (
    <div className="list-scroll">
      <table className="list">
        <caption className="vh">{caption}</caption>
        <thead>
          <tr>
            <th scope="col">{t.name}</th>
            <th scope="col">{t.kindOf}</th>
            {withPath && <th scope="col">{t.where}</th>}
            <th scope="col">{t.code}</th>
            {!withPath && (
              <th scope="col" className="r">
                {t.below}
              </th>
            )}
          </tr>
        </thead>
        <tbody>
          {orgs.map((org) => (
            <tr key={org.code}>
              <td data-label={t.name}>
                <span className="tags">
                  <AppLink to={`/orgs/${org.code}`}>{org.name}</AppLink>
                  {org.ended && <span className="tag">{t.ended}</span>}
                  {org.quasi && <span className="tag line">{t.quasi}</span>}
                </span>
              </td>
              <td data-label={t.kindOf}>{org.kind === 'federation' ? t.level(levelOf(org.code)) : t.kind(org.kind)}</td>
              {withPath && <td data-label={t.where}>{org.path || '—'}</td>}
              <td data-label={t.code} className="mut">
                {formatOrgCode(org.code)}
              </td>
              {!withPath && (
                <td data-label={t.below} className="r">
                  {t.belowCount(org.children ?? 0)}
                </td>
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
