import { useNavigate, useSearch } from '@tanstack/react-router'
import type { Initiative } from '../../../core/api/initiatives.ts'
import { initiativeLevels } from '../../../programmes/organising/initiative.ts'
import { AppLink } from '../../kit/AppLink.tsx'
import { EmptyState } from '../../kit/EmptyState.tsx'
import { ErrorNote } from '../../kit/ErrorNote.tsx'
import { language, useTexts } from '../../kit/i18n.ts'
import { LoadingBars } from '../../kit/LoadingBars.tsx'
import { Panel } from '../../kit/Panel.tsx'
import { showIt } from '../../kit/show-it.ts'
import { useMe } from '../data/session.ts'
import { usePageTitle } from '../page-title.ts'
import { initiativesTexts } from '../texts/initiatives.ts'
import './initiatives.css'
import { FiguresPanel, MarkedPanel, ServicesPanel } from './InitiativePanels.tsx'
import { InitiativeTree } from './InitiativeTree.tsx'
import { type Tree, useTree } from './initiative-data.ts'

type Span = 'year' | 'last' | 'ever'
interface Shown {
  id?: string
  span?: Span
  earlier?: 'no'
}

/** 三大工程, 六项行动, 十送: the tree of names, and what each comes to with all that stands under it. */
export function InitiativesPage() {
  const t = useTexts(initiativesTexts)
  const tree = useTree()
  const shown: Shown = useSearch({ strict: false })
  const navigate = useNavigate()
  const { menu } = useMe()
  usePageTitle(t.pageTitle)
  const show = (more: Shown) => navigate({ to: '/initiatives', search: { ...shown, ...more } as never })
  const chosen = tree.data?.items.find((item) => item.id === shown.id)
  const mayAdd = menu.some(({ programme, abilities }) => programme === 'initiative' && abilities.create)
  return (
    <div className="page">
      <div className="head">
        <h1>{t.title}</h1>
        <div className="act">
          {mayAdd && (
            <AppLink className="btn" to="/records/initiative/new">
              {t.add}
            </AppLink>
          )}
        </div>
      </div>
      <p className="mut">{t.note}</p>
      {!tree.data ? (
        <Panel>
          {tree.isError ? <ErrorNote error={tree.error} onAgain={() => tree.refetch()} /> : <LoadingBars rows={8} />}
        </Panel>
      ) : (
        <div className="initiatives">
          <nav aria-label={t.tree}>
            <Panel title={t.tree}>
              {tree.data.items.length === 0 ? (
                <EmptyState text={t.none} />
              ) : (
                <InitiativeTree items={tree.data.items} chosen={shown.id ?? ''} onChoose={(id) => show({ id })} />
              )}
            </Panel>
          </nav>
          {chosen ? (
            <Chosen key={chosen.id} initiative={chosen} tree={tree.data} shown={shown} onShow={show} />
          ) : (
            <p className="mut">{t.choose}</p>
          )}
        </div>
      )}
    </div>
  )
}

function Chosen({
  initiative,
  tree,
  shown,
  onShow,
}: {
  initiative: Initiative
  tree: Tree
  shown: Shown
  onShow: (more: Shown) => void
}) {
  const t = useTexts(initiativesTexts)
  const spoken = language.use()
  const { today } = useMe()
  const span = shown.span ?? 'year'
  const year = Number(today.slice(0, 4)) - (span === 'last' ? 1 : 0)
  const [from, to] =
    span === 'ever' ? ['2000-01-01', today] : [`${year}-01-01`, span === 'last' ? `${year}-12-31` : today]
  const successor = tree.items.find(({ id }) => id === initiative.successor)
  const before = tree.items.filter((item) => item.successor === initiative.id)
  const level = initiativeLevels[initiative.level as keyof typeof initiativeLevels]?.[spoken] ?? initiative.level
  const facts = [
    level,
    initiative.org.name,
    initiative.number,
    initiative.issuedOn,
    initiative.department,
    ...before.map(({ name }) => t.old(name)),
    successor && t.now(successor.name),
    initiative.aliases.length > 0 && t.also(initiative.aliases.join('、')),
  ]
  return (
    <div ref={showIt}>
      <Panel title={initiative.name} end={<AppLink to={`/records/initiative/${initiative.id}`}>{t.open}</AppLink>}>
        <p className="mut">{facts.filter(Boolean).join(' · ')}</p>
        {initiative.meaning && <p>{initiative.meaning}</p>}
        {!initiative.counted && <p className="note-box">{t.quoted}</p>}
        {initiative.counted && (
          <div className="tags">
            <label>
              <span className="vh">{t.period}</span>
              <select
                className="field-in"
                value={span}
                onChange={(event) => onShow({ span: event.target.value as Span })}
              >
                <option value="year">{t.thisYear}</option>
                <option value="last">{t.lastYear}</option>
                <option value="ever">{t.ever}</option>
              </select>
            </label>
            {before.length > 0 && (
              <label className="check">
                <input
                  type="checkbox"
                  checked={shown.earlier !== 'no'}
                  onChange={(event) => onShow({ earlier: event.target.checked ? undefined : 'no' } as Shown)}
                />
                <span>{t.earlier}</span>
              </label>
            )}
          </div>
        )}
      </Panel>
      {initiative.counted && (
        <>
          <FiguresPanel initiative={initiative} from={from} to={to} earlier={shown.earlier !== 'no'} />
          <ServicesPanel initiative={initiative} programmes={tree.programmes} />
          <MarkedPanel initiative={initiative} />
        </>
      )}
    </div>
  )
}
