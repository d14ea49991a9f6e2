import { useState } from 'react'
import { AppLink } from '../../kit/AppLink.tsx'
import { apiGet } from '../../kit/api.ts'
import { DataList } from '../../kit/DataList.tsx'
import { useTexts } from '../../kit/i18n.ts'
import { useMe } from '../data/session.ts'
import { useOrgChildren } from '../orgs/org-data.ts'
import { usePageTitle } from '../page-title.ts'
import { peopleTexts } from '../texts/people.ts'
import { FindByNumber } from './FindByNumber.tsx'
import { usePersonColumns } from './person-columns.tsx'
import type { PeoplePage as Page } from './person-data.ts'

/** The register of one's scope, masked. A whole number is never sent as part of an address. */
export function PeoplePage() {
  const t = useTexts(peopleTexts)
  const me = useMe()
  const [word, setWord] = useState('')
  const [org, setOrg] = useState('')
  const [finding, setFinding] = useState(false)
  const columns = usePersonColumns()
  const below = useOrgChildren(me.post?.org.code ?? 0).data?.items ?? []
  usePageTitle(t.pageTitle)
  const tooLong = word.replace(/\D/g, '').length > 4
  return (
    <div className="page">
      <div className="head">
        <h1>{t.title}</h1>
        <div className="act">
          <button type="button" className="btn" onClick={() => setFinding(true)}>
            {t.byNumber}
          </button>
          <AppLink className="btn pri" to="/people/new">
            {t.register}
          </AppLink>
        </div>
      </div>
      {tooLong && (
        <p className="note-box" role="status">
          {t.wholeNumber}
        </p>
      )}
      <DataList
        queryKey={['people', 'list']}
        fetchPage={async (cursor, signal) =>
          tooLong
            ? { items: [], next: null, total: null }
            : apiGet<Page>('/people', { q: word.trim(), org, cursor, limit: 50 }, signal)
        }
        columns={columns}
        rowKey={(person) => person.id}
        caption={t.list}
        search={{ value: word, hint: t.searchHint, onChange: setWord }}
        filters={
          below.length > 0
            ? [
                {
                  key: 'org',
                  label: t.orgFilter,
                  value: org,
                  onChange: setOrg,
                  options: below.map((one) => ({ value: String(one.code), label: one.name })),
                },
              ]
            : []
        }
        empty={{
          text: t.empty,
          action: (
            <AppLink className="btn" to="/people/new">
              {t.register}
            </AppLink>
          ),
        }}
      />
      {finding && <FindByNumber onClose={() => setFinding(false)} />}
    </div>
  )
}
