import { useQueryClient } from '@tanstack/react-query'
import { useRouter } from '@tanstack/react-router'
import { useState } from 'react'
import { v7 } from 'uuid'
import type { ResponseOf } from '../../../core/api/contract.ts'
import type { getDraft } from '../../../core/api/hotline.ts'
import { hrefOf } from '../../kit/AppLink.tsx'
import { apiGet } from '../../kit/api.ts'
import { useTexts } from '../../kit/i18n.ts'
import { NothingHere } from '../../kit/NothingHere.tsx'
import { useMe } from '../data/session.ts'
import { usePageTitle } from '../page-title.ts'
import { hotlineTexts } from '../texts/hotline.ts'
import './call-form.css'
import './hotline.css'
import { CallConsole, type Filed } from './CallConsole.tsx'
import { type Call, newCall } from './call.ts'
import { HotlineStart } from './HotlineStart.tsx'
import { draftsKey, todayKey } from './hotline-data.ts'

interface Going {
  id: string
  opened: { call: Call; revision: number }
}

/** 12338 接线. The address and the title are the same whatever is on the screen. */
export function HotlinePage() {
  const t = useTexts(hotlineTexts)
  const me = useMe()
  const router = useRouter()
  const client = useQueryClient()
  const [going, setGoing] = useState<Going | null>(null)
  const [filed, setFiled] = useState<Filed | null>(null)
  usePageTitle(t.pageTitle)
  const mayTake = me.menu.some(({ programme, abilities }) => programme === 'hotline-contact' && abilities.create)
  if (me.post === null || me.next !== null || !mayTake) return <NothingHere />

  const start = (fromPaper: boolean) => {
    setFiled(null)
    setGoing({ id: v7(), opened: { call: newCall(new Date(), fromPaper), revision: 0 } })
  }
  const resume = async (id: string) => {
    const draft = await apiGet<ResponseOf<typeof getDraft>>(`/drafts/${id}`)
    setFiled(null)
    // What an older version of the page wrote lacks the newer fields.
    const call = { ...newCall(new Date(draft.startedAt), false), ...draft.content } as Call
    setGoing({ id, opened: { call, revision: draft.revision } })
  }
  const refresh = () => {
    for (const queryKey of [draftsKey, todayKey, ['records'], ['todos'], ['figures']])
      client.invalidateQueries({ queryKey })
  }
  if (!going) return <HotlineStart filed={filed} onStart={start} onResume={resume} />
  return (
    <CallConsole
      key={going.id}
      id={going.id}
      opened={going.opened}
      onFiled={(done) => {
        setGoing(null)
        setFiled(done)
        refresh()
      }}
      onLeave={() => {
        setGoing(null)
        router.history.replace(hrefOf('/orgs'))
      }}
    />
  )
}
