import { useMutation } from '@tanstack/react-query'
import { useEffect, useRef, useState } from 'react'
import type { ResponseOf } from '../../../core/api/contract.ts'
import type { fileContact } from '../../../core/api/hotline.ts'
import { apiSend } from '../../kit/api.ts'
import { ErrorNote } from '../../kit/ErrorNote.tsx'
import { useTexts } from '../../kit/i18n.ts'
import { hotlineTexts } from '../texts/hotline.ts'
import { AidRail } from './AidRail.tsx'
import { CallBar } from './CallBar.tsx'
import { CallerPanel } from './CallerPanel.tsx'
import { CategoryPanel } from './CategoryPanel.tsx'
import { type Call, missingIn, openQuestions, signs } from './call.ts'
import { DangerPanel } from './DangerPanel.tsx'
import { AdvicePanel, EndingPanel } from './EndingPanel.tsx'
import { answersOf, stepsOf } from './filed-call.ts'
import { MorePanel, WordsPanel } from './MatterPanels.tsx'
import { StaleNote } from './StaleNote.tsx'
import { StepsRail } from './StepsRail.tsx'
import { useCallKeys } from './use-call-keys.ts'
import { useDraft } from './use-draft.ts'

export type Filed = ResponseOf<typeof fileContact>

interface Props {
  id: string
  opened: { call: Call; revision: number }
  onFiled: (filed: Filed) => void
  onLeave: () => void
}

/** One call on one screen: danger first, everything kept while it is written, ended only when nothing is missing. */
export function CallConsole({ id, opened, onFiled, onLeave }: Props) {
  const t = useTexts(hotlineTexts)
  const { call, update, state, newer, settle, flush, stop, resume } = useDraft(id, opened)
  const firstOpen = signs.findIndex((sign) => call.danger[sign] === undefined)
  const [at, setAt] = useState(Math.max(firstOpen, 0))
  const first = useRef(true)
  useEffect(() => {
    if (!first.current) return
    first.current = false
    document.getElementById(`hl-q${at}`)?.focus()
  }, [at])

  const file = useMutation({
    gcTime: 0,
    mutationFn: async () => {
      const revision = await stop()
      return apiSend<Filed>('POST', '/hotline/contacts', {
        id,
        revision,
        answers: answersOf(call, new Date()),
        steps: stepsOf(call),
      })
    },
    onSuccess: onFiled,
    onError: resume,
  })
  const end = () => {
    if (file.isPending || newer) return
    const open = signs.findIndex((sign) => call.danger[sign] === undefined)
    if (openQuestions(call) > 0) document.getElementById(`hl-q${open}`)?.focus()
    else if (missingIn(call).length > 0) document.getElementById(placeOf[missingIn(call)[0] ?? ''] ?? 'hl-5')?.focus()
    else file.mutate()
  }
  const told110 = () => call.policeAt === '' && update({ policeAt: new Date().toISOString(), policeWay: 'joined' })
  const transfer = () => {
    update({ outcome: 'transfer' })
    document.getElementById('hl-5')?.focus()
  }
  const leave = async () => {
    // The screen goes at once, what was typed is sent meanwhile.
    void flush()
    onLeave()
  }
  useCallKeys({ end, told110, transfer, leave })
  return (
    <div className="hl">
      <CallBar
        call={call}
        state={state}
        busy={file.isPending}
        onChange={update}
        on110={told110}
        onTransfer={transfer}
        onEnd={end}
      />
      <div className="hl-three">
        <StepsRail call={call} onLeave={leave} />
        <main className="hl-mid" id="main">
          <h1 className="vh">{t.heading}</h1>
          {newer && <StaleNote newer={newer.content} onSettle={settle} />}
          {file.isError && (
            <div ref={comeIntoView}>
              <ErrorNote error={file.error} onAgain={end} />
            </div>
          )}
          <DangerPanel call={call} onChange={update} at={at} onAt={setAt} />
          <div className="hl-two">
            <WordsPanel call={call} onChange={update} />
            <CategoryPanel call={call} onChange={update} />
          </div>
          <CallerPanel id={id} call={call} onChange={update} />
          <MorePanel call={call} onChange={update} />
          <AdvicePanel call={call} onChange={update} />
          <EndingPanel call={call} onChange={update} />
        </main>
        <AidRail call={call} at={at} onChange={update} />
      </div>
    </div>
  )
}

/** She ended the call from the foot of the form: what went wrong is shown to her there and then. */
const comeIntoView = (box: HTMLElement | null) => box?.scrollIntoView({ block: 'center' })

/** Where what is missing is filled in. */
const placeOf: Readonly<Record<string, string>> = {
  time: 'hl-2',
  caller: 'hl-2',
  narrative: 'hl-words',
  category: 'hl-words',
  advice: 'hl-4',
}
