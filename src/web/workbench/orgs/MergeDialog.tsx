import { useState } from 'react'
import type { ResponseOf } from '../../../core/api/contract.ts'
import type { mergeOrg, OrgPage } from '../../../core/api/orgs.ts'
import { levelOf, serialOf } from '../../../core/org-code.ts'
import { Dialog } from '../../kit/Dialog.tsx'
import { CheckField } from '../../kit/form/CheckField.tsx'
import { Form } from '../../kit/form/Form.tsx'
import { TextField } from '../../kit/form/TextField.tsx'
import { useNewId } from '../../kit/form/use-new-id.ts'
import { useTexts } from '../../kit/i18n.ts'
import { useMe } from '../data/session.ts'
import { OrgField } from '../pick/OrgField.tsx'
import { orgsTexts } from '../texts/orgs.ts'
import { MergeChildren } from './MergeChildren.tsx'
import { MergedNote } from './MergedNote.tsx'
import { useOrgChange } from './org-data.ts'

type Merged = ResponseOf<typeof mergeOrg>

/** Ends an organisation in favour of another. It says what happens to records and figures before it asks. */
export function MergeDialog({ org, onClose }: { org: OrgPage; onClose: () => void }) {
  const t = useTexts(orgsTexts)
  const me = useMe()
  const change = useOrgChange()
  const id = useNewId()
  const [into, setInto] = useState(0)
  const [merged, setMerged] = useState<Merged | null>(null)
  if (merged) return <MergedNote merged={merged} onClose={onClose} />
  return (
    <Dialog title={t.mergeTitle(org.name)} onClose={onClose}>
      <Form
        className="roomy"
        submit={t.merge}
        grave
        onCancel={onClose}
        send={async (values) => {
          const targets = values.all('child-into')
          const children = values
            .all('child')
            .map((child, at) => ({ code: Number(child), into: Number(targets[at]) }))
            .filter((pair) => pair.code && pair.into)
          const body = { id, into, on: values.text('on'), basis: values.text('basis'), children }
          setMerged(await change<Merged>('POST', `/orgs/${org.code}/merge`, body))
        }}
      >
        <ul className="points">
          <li>{t.mergeSubtree}</li>
          <li>{t.mergeRecords}</li>
          <li>{t.mergeFigures}</li>
          <li>{t.mergeNoUndo}</li>
        </ul>
        <OrgField
          name="into"
          label={t.mergeInto}
          hint={t.mergeIntoHint}
          required
          under={me.post?.org.code}
          level={levelOf(org.code)}
          except={org.code}
          onPick={(choice) => setInto(Number(choice?.value ?? 0))}
        />
        {serialOf(org.code) === 0 && into !== 0 && <MergeChildren org={org} into={into} />}
        <TextField name="on" label={t.on} type="date" required max={me.today} defaultValue={me.today} />
        <TextField name="basis" label={t.basis} required minLength={2} maxLength={400} />
        <CheckField name="sure" label={t.mergeSure} required />
      </Form>
    </Dialog>
  )
}
