import type { Reading } from '../../../core/api/local-programmes.ts'
import { language, useTexts } from '../../kit/i18n.ts'
import { Panel } from '../../kit/Panel.tsx'
import { PrivacyMark } from '../../kit/PrivacyMark.tsx'
import { FormFields } from '../records/form/FormFields.tsx'
import { useForm } from '../records/form/use-form.ts'
import '../records/styles/form.css'
import { localTexts } from '../texts/local-programmes.ts'

/** Who acts, who sees, what counts, what to think about: the house's own sentences about a spec. */
export function WordsReading({ reading }: { reading: Reading }) {
  const t = useTexts(localTexts)
  const chosen = language.use()
  const parts = [
    { key: 'warnings', title: t.warnings, lines: reading.warnings },
    { key: 'who', title: t.who, lines: reading.summary },
    { key: 'counted', title: t.counted, lines: reading.counted },
  ].filter(({ lines }) => lines.length > 0)
  return parts.map(({ key, title, lines }) => (
    <Panel tight key={key} title={title} className={key === 'warnings' ? 'local-warn' : ''}>
      <ul className="local-words">
        {lines.map((line) => (
          <li key={line.zh}>{line[chosen]}</li>
        ))}
      </ul>
    </Panel>
  ))
}

/** The form as who records sees it, out of reach here, and the headings of the sheet. */
export function FormReading({ reading }: { reading: Reading }) {
  const t = useTexts(localTexts)
  const { shape, columns } = reading
  return (
    <>
      <Panel tight title={t.form} end={<PrivacyMark level={shape.class} named />}>
        <Look key={JSON.stringify(shape.fields)} fields={shape.fields} />
      </Panel>
      <Panel tight title={t.sheet}>
        <div className="local-sheet">
          <table>
            <tbody>
              <tr>
                {columns.map(({ label, required }) => (
                  <td key={label}>
                    {label}
                    {required && ' ＊'}
                  </td>
                ))}
              </tr>
            </tbody>
          </table>
        </div>
      </Panel>
    </>
  )
}

function Look({ fields }: { fields: Reading['shape']['fields'] }) {
  const form = useForm(fields, { values: {} })
  return (
    <div className="local-look" inert>
      <FormFields fields={fields} form={form} />
    </div>
  )
}
