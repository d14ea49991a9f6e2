import type { LocalProgramme } from '../../../core/api/local-programmes.ts'
import { AppLink } from '../../kit/AppLink.tsx'
import { type Column, DataList } from '../../kit/DataList.tsx'
import { language, useTexts } from '../../kit/i18n.ts'
import { usePageTitle } from '../page-title.ts'
import { localTexts } from '../texts/local-programmes.ts'
import { fetchLocal, useLocalGround } from './local-data.ts'

/** Programmes that this organisation and those below it composed. */
export function LocalProgrammesPage() {
  const t = useTexts(localTexts)
  const chosen = language.use()
  const ground = useLocalGround()
  usePageTitle(t.pageTitle)
  const create = ground.data?.mayCompose ? (
    <AppLink className="btn pri" to="/local-programmes/new">
      {t.create}
    </AppLink>
  ) : undefined
  const columns: readonly Column<LocalProgramme>[] = [
    {
      key: 'name',
      title: t.name,
      render: (one) => (
        <span className="tags">
          <AppLink to={`/local-programmes/${one.id}`}>{one.label[chosen]}</AppLink>
          {one.demo && <span className="tag line">{t.demo}</span>}
        </span>
      ),
    },
    { key: 'org', title: t.org, render: (one) => one.org.name },
    { key: 'state', title: t.state, render: (one) => <LocalState one={one} /> },
  ]
  return (
    <div className="page">
      <div className="head">
        <h1>{t.title}</h1>
        <div className="act">{create}</div>
      </div>
      <p className="mut">{t.note}</p>
      <DataList
        queryKey={['local', 'list']}
        fetchPage={fetchLocal}
        columns={columns}
        rowKey={(one) => one.id}
        caption={t.list}
        empty={{ text: t.empty, action: create }}
      />
    </div>
  )
}

/** Where it stands: what is in force, and what is on its way. */
export function LocalState({ one }: { one: LocalProgramme }) {
  const t = useTexts(localTexts)
  return (
    <span className="tags">
      <span className="tag">{one.inForce === null ? t.never : t.inForce(one.inForce)}</span>
      {one.open && <span className="tag line">{t[one.open]}</span>}
      {one.closed && <span className="tag line">{t.closed}</span>}
    </span>
  )
}
