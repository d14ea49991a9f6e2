import type { OrgPage } from '../../../core/api/orgs.ts'
import { FormDialog } from '../../kit/form/FormDialog.tsx'
import { TextField } from '../../kit/form/TextField.tsx'
import { useNewId } from '../../kit/form/use-new-id.ts'
import { useTexts } from '../../kit/i18n.ts'
import { useMe } from '../data/session.ts'
import { orgsTexts } from '../texts/orgs.ts'
import { useOrgChange } from './org-data.ts'

export function RenameDialog({ org, onClose }: { org: OrgPage; onClose: () => void }) {
  const t = useTexts(orgsTexts)
  const { today } = useMe()
  const change = useOrgChange()
  const id = useNewId()
  return (
    <FormDialog
      title={`${t.rename} · ${org.name}`}
      submit={t.rename}
      onClose={onClose}
      // A refused edit has made the page behind ask again: the dialog then shows the newer name and revision.
      explain={(refusal) => refusal.code === 'stale-edit' && <p className="note-box">{t.stale}</p>}
      send={(values) =>
        change('PATCH', `/orgs/${org.code}`, {
          id,
          revision: org.revision,
          name: values.text('name'),
          on: values.text('on'),
          basis: values.text('basis'),
        })
      }
    >
      <TextField
        name="name"
        label={t.newName}
        hint={t.renameNote}
        required
        minLength={2}
        maxLength={60}
        defaultValue={org.name}
      />
      <TextField name="on" label={t.on} type="date" required max={today} defaultValue={today} />
      <TextField name="basis" label={t.basis} maxLength={400} />
    </FormDialog>
  )
}
