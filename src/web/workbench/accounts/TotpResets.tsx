import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { listTotpResets, TotpReset } from '../../../core/api/accounts.ts'
import type { ResponseOf } from '../../../core/api/contract.ts'
import { apiGet } from '../../kit/api.ts'
import { momentText } from '../../kit/date-text.ts'
import { FormDialog } from '../../kit/form/FormDialog.tsx'
import { useTexts } from '../../kit/i18n.ts'
import { totpResetTexts } from '../texts/totp-resets.ts'
import { useAccountChange } from './account-data.ts'

/** Lost devices that wait for a second person; nothing where none does. */
export function TotpResets() {
  const t = useTexts(totpResetTexts)
  const change = useAccountChange()
  const [chosen, setChosen] = useState<{ asked: TotpReset; agreed: boolean } | null>(null)
  const query = useQuery({
    queryKey: ['accounts', 'totp-resets'],
    queryFn: ({ signal }) => apiGet<ResponseOf<typeof listTotpResets>>('/totp-resets', {}, signal),
  })
  const open = (query.data?.items ?? []).filter((asked) => asked.decidedAt === null)
  if (open.length === 0) return null
  return (
    <section className="note-box" aria-label={t.title}>
      <b>{t.title}</b>
      <ul className="rows">
        {open.map((asked) => (
          <li key={asked.id}>
            <span>
              {t.line(asked.account.displayName, asked.home.name)}
              <span className="mut sm"> {t.asked(asked.askedBy?.displayName ?? '', momentText(asked.askedAt))}</span>
              <br />
              {asked.reason}
            </span>
            <span className="end tags">
              {asked.mayDecide ? (
                [true, false].map((agreed) => (
                  <button
                    key={String(agreed)}
                    type="button"
                    className="btn sml"
                    onClick={() => setChosen({ asked, agreed })}
                  >
                    {agreed ? t.agree : t.refuse}
                    <span className="vh">{asked.account.displayName}</span>
                  </button>
                ))
              ) : (
                <span className="tag line">{t.waits}</span>
              )}
            </span>
          </li>
        ))}
      </ul>
      {chosen && (
        <FormDialog
          title={t.line(chosen.asked.account.displayName, chosen.asked.home.name)}
          submit={chosen.agreed ? t.agree : t.refuse}
          grave={chosen.agreed}
          onClose={() => setChosen(null)}
          send={() => change('POST', `/totp-resets/${chosen.asked.id}`, { agreed: chosen.agreed })}
        >
          <p className="form-row">{chosen.agreed ? t.agreeNote : t.refuseNote}</p>
        </FormDialog>
      )}
    </section>
  )
}
