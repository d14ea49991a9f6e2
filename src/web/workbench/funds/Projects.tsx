import { useState } from 'react'
import type { FundBudget, FundPage } from '../../../core/api/funds.ts'
import { AppLink } from '../../kit/AppLink.tsx'
import { apiGet } from '../../kit/api.ts'
import { EmptyState } from '../../kit/EmptyState.tsx'
import { FormDialog } from '../../kit/form/FormDialog.tsx'
import { type Choice, PickField } from '../../kit/form/PickField.tsx'
import { TextField } from '../../kit/form/TextField.tsx'
import { useNewId } from '../../kit/form/use-new-id.ts'
import { useTexts } from '../../kit/i18n.ts'
import { Panel } from '../../kit/Panel.tsx'
import type { RecordsPage } from '../records/data/shapes.ts'
import { fundsTexts } from '../texts/funds.ts'
import { useMoneyChange } from './fund-data.ts'
import { readAmount } from './read-amount.ts'
import { yuan } from './yuan.ts'

/** Planned, raised and spent of each project, on one scale per project. */
export function Projects({ page }: { page: FundPage }) {
  const t = useTexts(fundsTexts)
  const [adding, setAdding] = useState(false)
  const may = page.abilities.includes('budget')
  if (!may && page.budgets.length === 0) return null
  const end = may && (
    <button type="button" className="btn sml" onClick={() => setAdding(true)}>
      {t.addBudget}
    </button>
  )
  return (
    <Panel title={t.projects} end={end}>
      {page.budgets.length === 0 && <EmptyState text={t.noProjects} />}
      <ul className="projects">
        {page.budgets.map((budget) => (
          <Project key={budget.id} budget={budget} />
        ))}
      </ul>
      {adding && <BudgetDialog fund={page.fund.id} onClose={() => setAdding(false)} />}
    </Panel>
  )
}

function Project({ budget }: { budget: FundBudget }) {
  const t = useTexts(fundsTexts)
  const { planned, raised, spent } = budget
  const scale = Math.max(1, planned, raised, spent)
  const bars = [
    ['planned', planned],
    ['raised', raised],
    ['spent', spent],
  ] as const
  return (
    <li>
      <h3>
        {budget.record && budget.programme ? (
          <AppLink to={`/records/${budget.programme}/${budget.record}`}>{budget.name}</AppLink>
        ) : (
          budget.name
        )}
      </h3>
      <dl>
        {bars.map(([key, fen]) => (
          <div key={key} className={key}>
            <dt>{t[key]}</dt>
            <dd>
              <span className="track" aria-hidden="true">
                <i style={{ width: `${(fen / scale) * 100}%` }} />
              </span>
              {yuan(fen)}
              <span className="unit">{t.yuan}</span>
            </dd>
          </div>
        ))}
      </dl>
    </li>
  )
}

function BudgetDialog({ fund, onClose }: { fund: string; onClose: () => void }) {
  const t = useTexts(fundsTexts)
  const change = useMoneyChange()
  const budget = useNewId()
  return (
    <FormDialog
      title={t.addBudget}
      submit={t.save}
      onClose={onClose}
      send={async (values) => {
        const planned = readAmount(values.text('planned'), 'planned', t.amountWrong)
        const record = values.optional('record')
        await change(`/funds/${fund}/budgets`, { budget, name: values.text('name'), planned, record })
      }}
    >
      <PickField
        name="record"
        label={t.whichProject}
        hint={t.whichProjectHint}
        queryKey={['relief-project']}
        search={projectsCalled}
      />
      <TextField name="name" label={t.projectName} required minLength={2} maxLength={60} />
      <TextField name="planned" label={t.planned} hint={t.amountHint} required inputMode="decimal" />
    </FormDialog>
  )
}

/** Relief projects this reader sees, by name. */
async function projectsCalled(q: string, signal: AbortSignal): Promise<Choice[]> {
  const { items } = await apiGet<RecordsPage>('/records/relief-project', { q, limit: 12 }, signal)
  return items.map(({ id, title, org }) => ({ value: id, label: title, note: org.name }))
}
