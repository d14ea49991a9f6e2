import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import type { PaymentBatch } from '../../../core/api/payments.ts'
import { ApiRefusal, apiUrl } from '../../kit/api.ts'
import { FormDialog } from '../../kit/form/FormDialog.tsx'
import { Icon } from '../../kit/Icon.tsx'
import { language, useTexts } from '../../kit/i18n.ts'
import { useMe } from '../data/session.ts'
import { paymentsTexts } from '../texts/payments.ts'

/** Takes the sheet for the bank out of the house: names and accounts, so it says first what it is. */
export function SheetButton({ batch, sent }: { batch: PaymentBatch; sent: boolean }) {
  const t = useTexts(paymentsTexts)
  const { today } = useMe()
  const client = useQueryClient()
  const [asking, setAsking] = useState(false)
  const take = async () => {
    const answer = await fetch(apiUrl(`/payment-batches/${batch.id}/sheet`), {
      method: 'POST',
      headers: { 'x-niangjia-request': '1', 'accept-language': language.get() },
      credentials: 'same-origin',
    })
    if (!answer.ok) {
      const body: { code?: string; text?: string } = await answer.json().catch(() => ({}))
      throw new ApiRefusal({ code: body.code ?? `http-${answer.status}`, text: body.text ?? '', status: answer.status })
    }
    save(await answer.blob(), `发放表-${today}.xlsx`)
    await client.invalidateQueries({ queryKey: ['payments'] })
  }
  return (
    <>
      <button type="button" className={sent ? 'btn' : 'btn pri'} onClick={() => setAsking(true)}>
        <Icon name="export" small />
        {t.sheet}
      </button>
      {asking && (
        <FormDialog title={t.sheet} submit={t.sheet} onClose={() => setAsking(false)} send={take}>
          <p className="form-row">{t.sheetNote}</p>
          {sent && <p className="form-row">{t.sheetAgain}</p>}
        </FormDialog>
      )}
    </>
  )
}

function save(content: Blob, name: string): void {
  const link = document.createElement('a')
  link.href = URL.createObjectURL(content)
  link.download = name
  link.click()
  // The browser has begun to read it by then.
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000)
}
