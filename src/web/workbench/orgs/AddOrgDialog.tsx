import { useRouter } from '@tanstack/react-router'
import { useState } from 'react'
import type { OrgPage } from '../../../core/api/orgs.ts'
import { agencies, agencyIds } from '../../../core/partner.ts'
import { hrefOf } from '../../kit/AppLink.tsx'
import { FormDialog } from '../../kit/form/FormDialog.tsx'
import { SelectField } from '../../kit/form/SelectField.tsx'
import { TextField } from '../../kit/form/TextField.tsx'
import { useNewId } from '../../kit/form/use-new-id.ts'
import { language, useTexts } from '../../kit/i18n.ts'
import { useMe } from '../data/session.ts'
import { orgsTexts } from '../texts/orgs.ts'
import { orgKinds, useOrgChange } from './org-data.ts'

/** Sets up a Women's Home, a new-field organisation or the like under a division, and opens it. */
export function AddOrgDialog({ org, onClose }: { org: OrgPage; onClose: () => void }) {
  const t = useTexts(orgsTexts)
  const { today } = useMe()
  const router = useRouter()
  const change = useOrgChange()
  const id = useNewId()
  const spoken = language.use()
  const [kind, setKind] = useState<string>('womens-home')
  const kinds = orgKinds.filter((kind) => kind !== 'federation')
  return (
    <FormDialog
      title={t.addUnder(org.name)}
      submit={t.add}
      onClose={onClose}
      send={async (values) => {
        const made = await change<OrgPage>('POST', '/orgs', {
          id,
          under: org.code,
          kind: values.text('kind'),
          ...(kind === 'partner' && { agency: values.text('agency') }),
          name: values.text('name'),
          on: values.text('on'),
          basis: values.text('basis'),
        })
        router.history.push(hrefOf(`/orgs/${made.code}`))
      }}
    >
      <SelectField
        name="kind"
        label={t.kindOf}
        required
        options={kinds.map((one) => ({ value: one, label: t.kind(one) }))}
        onChange={setKind}
      />
      {kind === 'partner' && (
        <SelectField
          name="agency"
          label={t.agency}
          required
          options={agencyIds.map((one) => ({ value: one, label: agencies[one][spoken] }))}
        />
      )}
      <TextField name="name" label={t.name} required minLength={2} maxLength={60} />
      <TextField name="on" label={t.since} type="date" required max={today} defaultValue={today} />
      <TextField name="basis" label={t.basis} maxLength={400} />
    </FormDialog>
  )
}
