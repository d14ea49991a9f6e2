import type { OrgPage } from '../../../core/api/orgs.ts'
import { formatOrgCode } from '../../../core/org-code.ts'
import { agencies } from '../../../core/partner.ts'
import { language, useTexts } from '../../kit/i18n.ts'
import { Panel } from '../../kit/Panel.tsx'
import { orgsTexts } from '../texts/orgs.ts'

export function OrgFacts({ org }: { org: OrgPage }) {
  const t = useTexts(orgsTexts)
  const spoken = language.use()
  return (
    <Panel title={t.facts} tight>
      <dl className="facts">
        <dt>{t.code}</dt>
        <dd>{formatOrgCode(org.code)}</dd>
        <dt>{t.kindOf}</dt>
        <dd>{t.kind(org.kind)}</dd>
        {org.agency && (
          <>
            <dt>{t.agency}</dt>
            <dd>{agencies[org.agency][spoken]}</dd>
          </>
        )}
        {org.path && (
          <>
            <dt>{t.where}</dt>
            <dd>{org.path}</dd>
          </>
        )}
        {org.validFrom && (
          <>
            <dt>{t.since}</dt>
            <dd>{org.validFrom}</dd>
          </>
        )}
        {org.validTo && (
          <>
            <dt>{t.until}</dt>
            <dd>{org.validTo}</dd>
          </>
        )}
      </dl>
    </Panel>
  )
}
