import { useState } from 'react'
import { ErrorNote } from '../../../kit/ErrorNote.tsx'
import { Icon } from '../../../kit/Icon.tsx'
import { language, useTexts } from '../../../kit/i18n.ts'
import { PrivacyMark } from '../../../kit/PrivacyMark.tsx'
import { PurposeDialog } from '../../../kit/PurposeDialog.tsx'
import { recordFormTexts } from '../../texts/record-form.ts'
import { type Opened, openFields } from '../data/records.ts'
import type { FieldShape, RecordView } from '../data/shapes.ts'
import { Detached } from './Detached.tsx'

interface Props {
  view: RecordView
  fields: readonly FieldShape[]
  onOpened: (key: string, opened: Opened) => void
}

/** Masked answers of a record being changed: left alone they stay; to change one it is opened, with a purpose. */
export function MaskedRows({ view, fields, onOpened }: Props) {
  const t = useTexts(recordFormTexts)
  const chosen = language.use()
  const [asking, setAsking] = useState<string | null>(null)
  const [error, setError] = useState<unknown>(null)
  const open = async (key: string, purpose: string) => {
    setAsking(null)
    setError(null)
    try {
      onOpened(key, await openFields(view, [key], purpose))
    } catch (cause) {
      setError(cause)
    }
  }
  return (
    <>
      {fields.map((field) => (
        <div className="form-row" key={field.key}>
          <p className="as-label">
            {field.label[chosen]}
            <PrivacyMark level={field.class} named />
          </p>
          <p className="masked-row">
            {t.maskedKept}
            <button type="button" className="btn" onClick={() => setAsking(field.key)}>
              <Icon name="eye" small />
              {t.openToEdit}
            </button>
          </p>
        </div>
      ))}
      {error !== null && <ErrorNote error={error} />}
      {asking !== null && (
        <Detached>
          <PurposeDialog onGive={(purpose) => open(asking, purpose)} onClose={() => setAsking(null)} />
        </Detached>
      )}
    </>
  )
}
