import type { OrgPage } from '../../../core/api/orgs.ts'
import { addCalendarDays, addCalendarMonths } from '../../../core/day.ts'
import { FormDialog } from '../../kit/form/FormDialog.tsx'
import { TextField } from '../../kit/form/TextField.tsx'
import { useNewId } from '../../kit/form/use-new-id.ts'
import { useTexts } from '../../kit/i18n.ts'
import { useMe } from '../data/session.ts'
import { orgsTexts } from '../texts/orgs.ts'
import { useOrgChange } from './org-data.ts'

/** Committees sit for five years (章程: 每届任期五年); the days offered follow from the last term. */
export function TermDialog({ org, onClose }: { org: OrgPage; onClose: () => void }) {
  const t = useTexts(orgsTexts)
  const { today } = useMe()
  const change = useOrgChange()
  const id = useNewId()
  const from = org.term ? addCalendarDays(org.term.to, 1) : today
  return (
    <FormDialog
      title={t.addTerm}
      submit={t.save}
      onClose={onClose}
      send={(values) =>
        change('POST', `/orgs/${org.code}/terms`, {
          id,
          number: values.number('number'),
          from: values.text('from'),
          to: values.text('to'),
        })
      }
    >
      <TextField
        name="number"
        label={t.number}
        type="number"
        min={1}
        max={99}
        required
        defaultValue={(org.term?.number ?? 0) + 1}
      />
      <TextField name="from" label={t.from} type="date" required defaultValue={from} />
      <TextField
        name="to"
        label={t.to}
        type="date"
        required
        defaultValue={addCalendarDays(addCalendarMonths(from, 60), -1)}
      />
    </FormDialog>
  )
}
