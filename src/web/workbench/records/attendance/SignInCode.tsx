import { useQuery } from '@tanstack/react-query'
import type { makeSignInCode } from '../../../../core/api/attendance.ts'
import type { ResponseOf } from '../../../../core/api/contract.ts'
import { apiSend } from '../../../kit/api.ts'
import { Dialog } from '../../../kit/Dialog.tsx'
import { momentText } from '../../../kit/date-text.ts'
import { ErrorNote } from '../../../kit/ErrorNote.tsx'
import { Icon } from '../../../kit/Icon.tsx'
import { useTexts } from '../../../kit/i18n.ts'
import { LoadingBars } from '../../../kit/LoadingBars.tsx'
import { marksTexts } from '../../../kit/texts/marks.ts'
import { attendanceTexts } from '../../texts/attendance.ts'
import { volunteerTexts } from '../../texts/volunteers.ts'
import { recordPath } from '../data/records.ts'
import type { RecordView } from '../data/shapes.ts'

/** The code for the door, as large as it goes; printed, it is the whole page. */
export function SignInCode({ view, timed, onClose }: { view: RecordView; timed: boolean; onClose: () => void }) {
  const t = useTexts(attendanceTexts)
  const shift = useTexts(volunteerTexts)
  const marks = useTexts(marksTexts)
  const code = useQuery({
    queryKey: ['sign-in-code', view.id],
    queryFn: () =>
      apiSend<ResponseOf<typeof makeSignInCode>>('POST', `${recordPath(view.programme, view.id)}/sign-in-code`, {}),
    // A code is made anew each time it is asked for: once per opening, never behind the back.
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 0,
    refetchOnWindowFocus: false,
  })
  return (
    <Dialog title={view.title} onClose={onClose}>
      <div className="door">
        {code.isPending && <LoadingBars rows={5} />}
        {code.isError && <ErrorNote error={code.error} />}
        {code.data && (
          <>
            <p>{timed ? shift.scanTimed : t.scan}</p>
            <img src={code.data.qr} alt={t.codeAlt} width="480" height="480" />
            <p className="code">{(code.data.code.match(/.{1,4}/g) ?? []).join(' ')}</p>
            <p className="hint">{code.data.url}</p>
            <p className="hint">{t.codeUntil(momentText(code.data.expiresAt))}</p>
          </>
        )}
      </div>
      <div className="foot">
        <button type="button" className="btn" onClick={() => window.print()}>
          <Icon name="document" small />
          {t.print}
        </button>
        <button type="button" className="btn pri" onClick={onClose}>
          {marks.close}
        </button>
      </div>
    </Dialog>
  )
}
