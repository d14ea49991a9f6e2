import type { Brand } from '../../../core/api/brands.ts'
import { FormDialog } from '../../kit/form/FormDialog.tsx'
import { type Option, SelectField } from '../../kit/form/SelectField.tsx'
import { TextField } from '../../kit/form/TextField.tsx'
import { useNewId } from '../../kit/form/use-new-id.ts'
import { useTexts } from '../../kit/i18n.ts'
import { useMe } from '../data/session.ts'
import { brandsTexts } from '../texts/brands.ts'
import { useBrandChange } from './brand-data.ts'

export function NewBrandDialog({ programmes, onClose }: { programmes: readonly Option[]; onClose: () => void }) {
  const t = useTexts(brandsTexts)
  const { today } = useMe()
  const change = useBrandChange()
  const id = useNewId()
  return (
    <FormDialog
      title={t.create}
      submit={t.create}
      onClose={onClose}
      send={(values) =>
        change('POST', '/brands', {
          id,
          programme: values.text('programme'),
          name: values.text('name'),
          from: values.text('from'),
        })
      }
    >
      <TextField name="name" label={t.name} hint={t.nameHint} required minLength={2} maxLength={30} />
      <SelectField name="programme" label={t.programme} options={programmes} required />
      <TextField name="from" label={t.from} type="date" required defaultValue={today} />
    </FormDialog>
  )
}

export function RenameBrandDialog({ brand, onClose }: { brand: Brand; onClose: () => void }) {
  const t = useTexts(brandsTexts)
  const change = useBrandChange()
  return (
    <FormDialog
      title={`${t.rename} · ${brand.name}`}
      submit={t.rename}
      onClose={onClose}
      explain={(refusal) => refusal.code === 'stale-edit' && <p className="note-box">{t.stale}</p>}
      send={(values) => change('PATCH', `/brands/${brand.id}`, { revision: brand.revision, name: values.text('name') })}
    >
      <TextField
        name="name"
        label={t.name}
        hint={t.renameNote}
        required
        minLength={2}
        maxLength={30}
        defaultValue={brand.name}
      />
    </FormDialog>
  )
}

export function EndBrandDialog({ brand, onClose }: { brand: Brand; onClose: () => void }) {
  const t = useTexts(brandsTexts)
  const { today } = useMe()
  const change = useBrandChange()
  return (
    <FormDialog
      title={`${t.end} · ${brand.name}`}
      submit={t.end}
      onClose={onClose}
      explain={(refusal) => refusal.code === 'stale-edit' && <p className="note-box">{t.stale}</p>}
      send={(values) => change('POST', `/brands/${brand.id}/end`, { revision: brand.revision, to: values.text('to') })}
    >
      <TextField name="to" label={t.to} hint={t.endNote} type="date" required defaultValue={today} />
    </FormDialog>
  )
}
