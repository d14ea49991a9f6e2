import { useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { Dialog } from '../../../kit/Dialog.tsx'
import { useTexts } from '../../../kit/i18n.ts'
import { sentTexts } from '../../texts/sent-records.ts'

/** The record has gone to another organisation: the page under it is no longer the reader's, so the way on is the list. */
export function MovedDialog({ programme, to }: { programme: string; to: string }) {
  const t = useTexts(sentTexts)
  const client = useQueryClient()
  const navigate = useNavigate()
  const leave = async () => {
    await navigate({ to: `/records/${programme}` as never, replace: true })
    for (const key of ['records', 'todos', 'agenda']) client.invalidateQueries({ queryKey: [key] })
    client.removeQueries({ queryKey: ['record', programme] })
  }
  return (
    <Dialog title={t.moved(to)} onClose={leave}>
      <p>{t.movedNote}</p>
      <div className="foot">
        <button type="button" className="btn pri" onClick={leave}>
          {t.toList}
        </button>
      </div>
    </Dialog>
  )
}
