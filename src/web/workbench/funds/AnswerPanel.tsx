import { useQueryClient } from '@tanstack/react-query'
import type { PaymentBatchPage } from '../../../core/api/payments.ts'
import { apiSend } from '../../kit/api.ts'
import { momentText } from '../../kit/date-text.ts'
import { FieldRow } from '../../kit/form/FieldRow.tsx'
import { Form } from '../../kit/form/Form.tsx'
import { useTexts } from '../../kit/i18n.ts'
import { groupDigits } from '../../kit/number-text.ts'
import { Panel } from '../../kit/Panel.tsx'
import { paymentsTexts } from '../texts/payments.ts'

/** The sheet out and the answer in: who took which copy, how far the answers are booked, and what could not be. */
export function AnswerPanel({ page }: { page: PaymentBatchPage }) {
  const t = useTexts(paymentsTexts)
  const client = useQueryClient()
  const may = page.abilities.includes('answer')
  if (!may && page.sheets.length === 0) return null
  return (
    <Panel title={t.stepAnswer} className="pay-answer">
      <ul className="rows">
        {page.sheets.map((sheet) => (
          <li key={sheet.id}>
            {t.taken(momentText(sheet.at), sheet.by)}
            <span className="end mut">{t.sheetNumber(sheet.id.slice(-8))}</span>
          </li>
        ))}
      </ul>
      {page.waitingAnswers > 0 && <p role="status">{t.waiting(groupDigits(page.waitingAnswers))}</p>}
      {page.refusedAnswers.length > 0 && (
        <div className="note-box">
          <b>{t.refused(page.refusedAnswers.length)}</b>
          <ul>
            {page.refusedAnswers.map((one) => (
              <li key={`${one.no} ${one.result}`}>{t.refusedLine(one.no, t.results(one.result), one.problem ?? '')}</li>
            ))}
          </ul>
        </div>
      )}
      {may && (
        <Form
          submit={t.send}
          className="answer-in"
          send={async (values) => {
            const form = new FormData()
            form.append('file', values.data.get('file') as File)
            await apiSend('POST', `/payment-batches/${page.batch.id}/answers`, form)
            await client.invalidateQueries({ queryKey: ['payments'] })
          }}
        >
          <FieldRow name="file" label={t.file} hint={t.answerNote} required>
            {(given) => <input type="file" className="field-in" name="file" required accept=".xlsx" {...given} />}
          </FieldRow>
        </Form>
      )}
    </Panel>
  )
}
