import type { FundItem } from '../../../core/api/funds.ts'
import { fundSources } from '../../../core/fund-words.ts'
import { FormDialog } from '../../kit/form/FormDialog.tsx'
import { SelectField } from '../../kit/form/SelectField.tsx'
import { TextField } from '../../kit/form/TextField.tsx'
import { useNewId } from '../../kit/form/use-new-id.ts'
import { language, useTexts } from '../../kit/i18n.ts'
import { useMe } from '../data/session.ts'
import { fundsTexts } from '../texts/funds.ts'
import { useMoneyChange } from './fund-data.ts'

/** Sets up a fund, or changes what it is called, is for and until when it is open. */
export function FundDialog({ fund, onClose }: { fund: FundItem | null; onClose: () => void }) {
  const t = useTexts(fundsTexts)
  const { today } = useMe()
  const chosen = language.use()
  const change = useMoneyChange()
  const id = useNewId()
  return (
    <FormDialog
      title={fund ? `${t.edit} · ${fund.name}` : t.add}
      submit={t.save}
      onClose={onClose}
      send={(values) => {
        const text = {
          name: values.text('name'),
          purpose: values.text('purpose'),
          to: values.optional('to'),
          programmes: fund?.programmes ?? [],
        }
        if (fund) return change(`/funds/${fund.id}`, { ...text, revision: fund.revision })
        const made = { id, code: values.text('code'), source: values.text('source'), from: values.text('from') }
        return change('/funds', { ...made, ...text })
      }}
    >
      <TextField name="name" label={t.name} required minLength={2} maxLength={60} defaultValue={fund?.name} />
      {!fund && (
        <>
          <TextField name="code" label={t.code} hint={t.codeHint} required pattern="[\w\-]{1,20}" />
          <SelectField
            name="source"
            label={t.source}
            required
            options={Object.entries(fundSources).map(([value, label]) => ({ value, label: label[chosen] }))}
          />
          <TextField name="from" label={t.from} type="date" required defaultValue={`${today.slice(0, 4)}-01-01`} />
        </>
      )}
      <TextField name="purpose" label={t.purpose} required minLength={2} maxLength={200} defaultValue={fund?.purpose} />
      <TextField name="to" label={t.to} hint={t.toHint} type="date" defaultValue={fund?.to ?? undefined} />
    </FormDialog>
  )
}
