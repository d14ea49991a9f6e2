import { AppLink } from '../kit/AppLink.tsx'
import { type Column, DataList } from '../kit/DataList.tsx'
import type { Page } from '../kit/use-pages.ts'
import { usePageTitle } from './page-title.ts'

interface Props<T> {
  /** Its name in the cache and in the address of its pages. */
  name: 'releases' | 'reviews'
  publicPath: string
  texts: {
    title: string
    pageTitle: string
    note: string
    publicPage: string
    make: string
    list: string
    empty: string
  }
  mayMake: boolean
  fetchPage: (cursor: string | null, signal: AbortSignal) => Promise<Page<T>>
  columns: readonly Column<T>[]
}

/** The page of what is made here and published under a number: the list, the way to a new one, and the public page. */
export function PublishedList<T extends { id: string }>({
  name,
  publicPath,
  texts: t,
  mayMake,
  fetchPage,
  columns,
}: Props<T>) {
  usePageTitle(t.pageTitle)
  const make = mayMake ? (
    <AppLink className="btn pri" to={`/${name}/new`}>
      {t.make}
    </AppLink>
  ) : undefined
  return (
    <div className="page">
      <div className="head">
        <h1>{t.title}</h1>
        <div className="act">
          <a className="btn" href={publicPath} target="_blank" rel="noreferrer">
            {t.publicPage}
          </a>
          {make}
        </div>
      </div>
      <p className="mut">{t.note}</p>
      <DataList
        queryKey={[name, 'list']}
        fetchPage={fetchPage}
        columns={columns}
        rowKey={(row) => row.id}
        caption={t.list}
        empty={{ text: t.empty, action: make }}
      />
    </div>
  )
}
