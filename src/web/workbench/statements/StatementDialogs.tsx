import { useQuery, useQueryClient } from '@tanstack/react-query'
import type { ResponseOf } from '../../../core/api/contract.ts'
import type { listStatements, StatementShape } from '../../../core/api/statements.ts'
import { apiGet, apiSend } from '../../kit/api.ts'
import { FormDialog } from '../../kit/form/FormDialog.tsx'
import { SelectField } from '../../kit/form/SelectField.tsx'
import { TextField } from '../../kit/form/TextField.tsx'
import { useNewId } from '../../kit/form/use-new-id.ts'
import { useTexts } from '../../kit/i18n.ts'
import { useMeasures } from '../data/measures.ts'
import { useMe } from '../data/session.ts'
import { statementsTexts } from '../texts/statements.ts'

type Statements = ResponseOf<typeof listStatements>

function useStatementChange() {
  const client = useQueryClient()
  return async (path: string, body: unknown) => {
    try {
      await apiSend('POST', path, body)
    } finally {
      await client.invalidateQueries({ queryKey: ['statements'] })
    }
  }
}

const nameOf = ({ code, title, value, unitLabel }: StatementShape) =>
  `${code} ${title.slice(0, 20)} ${value.toLocaleString('en')}${unitLabel}`

/** Registers one published number in its own words. */
export function RegisterDialog({ onClose }: { onClose: () => void }) {
  const t = useTexts(statementsTexts)
  const org = useMe().post?.org.code
  const change = useStatementChange()
  const id = useNewId()
  const { data: measures = [] } = useMeasures()
  const { data } = useQuery({
    queryKey: ['statements', 'ground'],
    queryFn: ({ signal }) => apiGet<Statements>('/statements', { limit: 200 }, signal),
  })
  const standing = (data?.items ?? []).filter(({ state, superseded }) => state === 'standing' && !superseded)
  const options = (rows: readonly StatementShape[]) => rows.map((row) => ({ value: row.id, label: nameOf(row) }))
  return (
    <FormDialog
      title={t.register}
      submit={t.send}
      onClose={onClose}
      send={(values) => {
        const given = (name: string, key = name) => (values.text(name) ? { [key]: values.text(name) } : {})
        return change('/statements', {
          id,
          title: values.text('title'),
          quote: values.text('quote'),
          source: values.text('source'),
          ...(values.text('value') ? { value: Number(values.text('value').replaceAll(',', '')) } : {}),
          ...given('measure'),
          ...given('asOf'),
          ...given('supersedes'),
          ...given('differsFrom'),
          ...given('differsBecause'),
        })
      }}
    >
      <p className="mut">{t.registerNote}</p>
      <TextField name="title" label={t.title} hint={t.titleHint} required minLength={2} maxLength={200} />
      <TextField name="quote" label={t.quote} hint={t.quoteHint} required long maxLength={500} />
      <TextField name="value" label={t.value} hint={t.valueHint} inputMode="decimal" maxLength={20} />
      <TextField name="source" label={t.source} required minLength={2} maxLength={200} />
      <SelectField
        name="measure"
        label={t.measure}
        none={t.noMeasure}
        options={measures.map((m) => ({ value: m.id, label: `${m.programmeLabel} · ${m.label}` }))}
      />
      <TextField name="asOf" label={t.asOf} type="date" />
      <SelectField
        name="supersedes"
        label={t.supersedes}
        none={t.none}
        options={options(standing.filter((row) => row.org.code === org))}
      />
      <SelectField name="differsFrom" label={t.differsFrom} none={t.noOther} options={options(standing)} />
      <TextField name="differsBecause" label={t.differsBecause} hint={t.differsHint} long maxLength={500} />
    </FormDialog>
  )
}

interface Props {
  statement: StatementShape
  approve: boolean
  onClose: () => void
}

/** The second person's word on a number that waits. */
export function DecideDialog({ statement, approve, onClose }: Props) {
  const t = useTexts(statementsTexts)
  const change = useStatementChange()
  const title = approve ? t.approveTitle(statement.title) : t.giveBackTitle(statement.title)
  return (
    <FormDialog
      title={title}
      submit={approve ? t.approve : t.giveBack}
      onClose={onClose}
      send={(values) =>
        change(`/statements/${statement.id}/decide`, approve ? { approve } : { approve, reason: values.text('reason') })
      }
    >
      <p lang="zh">“{statement.quote}”</p>
      {approve ? (
        <p className="mut">{t.approveNote}</p>
      ) : (
        <TextField name="reason" label={t.reason} required minLength={2} maxLength={500} />
      )}
    </FormDialog>
  )
}
