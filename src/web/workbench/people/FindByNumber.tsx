import { useState } from 'react'
import type { PersonRow } from '../../../core/api/people.ts'
import { AppLink } from '../../kit/AppLink.tsx'
import { apiSend } from '../../kit/api.ts'
import { Dialog } from '../../kit/Dialog.tsx'
import { Form } from '../../kit/form/Form.tsx'
import { SelectField } from '../../kit/form/SelectField.tsx'
import { TextField } from '../../kit/form/TextField.tsx'
import { useTexts } from '../../kit/i18n.ts'
import { peopleTexts } from '../texts/people.ts'
import { documents } from './person-data.ts'

/** Finds a person by a whole document number or phone: sent in a body, so that it stands in no address or log. */
export function FindByNumber({ onClose }: { onClose: () => void }) {
  const t = useTexts(peopleTexts)
  const [kind, setKind] = useState('citizen-id')
  const [found, setFound] = useState<readonly PersonRow[] | null>(null)
  const phone = kind === 'phone'
  return (
    <Dialog title={t.byNumber} onClose={onClose}>
      <Form
        submit={t.find}
        onCancel={onClose}
        send={async (values) => {
          const number = values.text(phone ? 'phone' : 'idNumber')
          const body = phone ? { phone: number } : { idType: kind, idNumber: number }
          setFound((await apiSend<{ items: PersonRow[] }>('POST', '/people/find', body)).items)
        }}
      >
        <SelectField
          name="kind"
          label={t.documentType}
          required
          onChange={(value) => {
            setKind(value)
            setFound(null)
          }}
          options={[
            ...documents.map((one) => ({ value: one as string, label: t.documents(one) })),
            { value: 'phone', label: t.phone },
          ]}
        />
        <TextField
          key={phone ? 'phone' : 'idNumber'}
          name={phone ? 'phone' : 'idNumber'}
          label={phone ? t.phone : t.documentNumber}
          hint={t.byNumberNote}
          required
          maxLength={40}
        />
        {found?.length === 0 && (
          <p className="form-row" role="status">
            {t.foundNone}
          </p>
        )}
        {found !== null && found.length > 0 && (
          <ul className="pick form-row" aria-label={t.found}>
            {found.map((person) => (
              <li key={person.id}>
                <AppLink to={`/people/${person.id}`}>{person.name}</AppLink>{' '}
                <span className="mut sm">{[person.birthYear, person.org.name].filter(Boolean).join(' · ')}</span>
              </li>
            ))}
          </ul>
        )}
      </Form>
    </Dialog>
  )
}
