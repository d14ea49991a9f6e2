import { useState } from 'react'
import { Breadcrumb } from '../../kit/Breadcrumb.tsx'
import { useTexts } from '../../kit/i18n.ts'
import { ListBar } from '../../kit/ListBar.tsx'
import { useSettled } from '../../kit/use-settled.ts'
import { useOrg } from '../data/orgs.ts'
import { useMe } from '../data/session.ts'
import { usePageTitle } from '../page-title.ts'
import { orgsTexts } from '../texts/orgs.ts'
import { FoundOrgs } from './FoundOrgs.tsx'
import { OrgBelow } from './OrgBelow.tsx'
import { orgKinds } from './org-data.ts'

/** The directory: a search over every organisation, and the level below one's own to walk from. */
export function OrgsPage() {
  const t = useTexts(orgsTexts)
  const me = useMe()
  const [word, setWord] = useState('')
  const [kind, setKind] = useState('')
  const settled = useSettled(word.trim())
  const code = me.post?.org.code ?? 0
  const org = useOrg(code)
  usePageTitle(t.pageTitle)
  const path = (org.data?.ancestors ?? []).map((above) => ({
    key: String(above.code),
    label: above.name,
    to: `/orgs/${above.code}`,
  }))
  const looking = settled !== '' || kind !== ''
  return (
    <div className="page">
      <div className="head">
        <h1>{t.title}</h1>
      </div>
      <div className="panel">
        <ListBar
          search={{ value: word, hint: t.find, onChange: setWord }}
          filters={[
            {
              key: 'kind',
              label: t.kindOf,
              value: kind,
              onChange: setKind,
              options: orgKinds.map((one) => ({ value: one, label: t.kind(one) })),
            },
          ]}
        />
        {looking && <FoundOrgs word={settled} kind={kind} />}
        {!looking && (
          <div className="pad">
            <Breadcrumb label={t.path} path={path} here={me.post?.org.name} />
          </div>
        )}
      </div>
      {!looking && <OrgBelow code={code} />}
    </div>
  )
}
