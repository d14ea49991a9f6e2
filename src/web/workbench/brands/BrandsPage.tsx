import { useState } from 'react'
import type { Brand } from '../../../core/api/brands.ts'
import { type Column, DataList } from '../../kit/DataList.tsx'
import { language, useTexts } from '../../kit/i18n.ts'
import { usePageTitle } from '../page-title.ts'
import { brandsTexts } from '../texts/brands.ts'
import { EndBrandDialog, NewBrandDialog, RenameBrandDialog } from './BrandDialogs.tsx'
import { fetchBrands, useBrandGround } from './brand-data.ts'

type Task = { kind: 'new' } | { kind: 'rename' | 'end'; brand: Brand }

/** 和姐益家, 拉话话…: local names on top of programmes, made by the chair's or the organisation's post. */
export function BrandsPage() {
  const t = useTexts(brandsTexts)
  const chosen = language.use()
  const ground = useBrandGround()
  const [programme, setProgramme] = useState('')
  const [task, setTask] = useState<Task | null>(null)
  const close = () => setTask(null)
  usePageTitle(t.pageTitle)
  const programmes = ground.programmes.map(({ id, label }) => ({ value: id, label: label[chosen] }))
  const create = ground.mayMake ? (
    <button type="button" className="btn pri" onClick={() => setTask({ kind: 'new' })}>
      {t.create}
    </button>
  ) : undefined
  const button = (kind: 'rename' | 'end', brand: Brand) => (
    <button type="button" className="btn sml" onClick={() => setTask({ kind, brand })}>
      {t[kind]}
      <span className="vh">{brand.name}</span>
    </button>
  )
  const columns: readonly Column<Brand>[] = [
    {
      key: 'name',
      title: t.name,
      render: (brand) => (
        <span className="tags">
          <b>{brand.name}</b>
          {brand.demo && <span className="tag line">{t.demo}</span>}
        </span>
      ),
    },
    { key: 'programme', title: t.programme, render: (brand) => brand.programmeLabel[chosen] },
    { key: 'org', title: t.org, render: (brand) => brand.org.name },
    {
      key: 'when',
      title: t.from,
      render: (brand) => (brand.to ? t.ended(brand.to) : brand.from ? t.since(brand.from) : ''),
    },
    {
      key: 'do',
      title: '',
      right: true,
      render: (brand) =>
        brand.mine && (
          <span className="tags">
            {button('rename', brand)}
            {brand.to === null && button('end', brand)}
          </span>
        ),
    },
  ]
  return (
    <div className="page">
      <div className="head">
        <h1>{t.title}</h1>
        <div className="act">{create}</div>
      </div>
      <p className="mut">{t.note}</p>
      <DataList
        queryKey={['brands', 'list']}
        fetchPage={(_, signal) => fetchBrands(programme, signal)}
        columns={columns}
        rowKey={(brand) => brand.id}
        caption={t.list}
        filters={[
          { key: 'programme', label: t.programme, value: programme, onChange: setProgramme, options: programmes },
        ]}
        empty={{ text: t.empty, action: create }}
      />
      {task?.kind === 'new' && <NewBrandDialog programmes={programmes} onClose={close} />}
      {task?.kind === 'rename' && <RenameBrandDialog brand={task.brand} onClose={close} />}
      {task?.kind === 'end' && <EndBrandDialog brand={task.brand} onClose={close} />}
    </div>
  )
}
