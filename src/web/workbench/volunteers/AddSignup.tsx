import { useQueryClient } from '@tanstack/react-query'
import { useId, useMemo, useState } from 'react'
import { v7 } from 'uuid'
import { apiSend } from '../../kit/api.ts'
import { ErrorNote } from '../../kit/ErrorNote.tsx'
import { useTexts } from '../../kit/i18n.ts'
import { useMe } from '../data/session.ts'
import { NamesContext } from '../records/form/names.ts'
import { PersonInput } from '../records/form/PersonInput.tsx'
import { volunteerTexts } from '../texts/volunteers.ts'

/** Writes down that somebody wants to come: choose her, and the sign-up is made. */
export function AddSignup({ shift, org }: { shift: string; org: number }) {
  const t = useTexts(volunteerTexts)
  const id = useId()
  const me = useMe()
  const client = useQueryClient()
  const [busy, setBusy] = useState(false)
  const [error, setError] = useState<unknown>(null)
  const [last, setLast] = useState<string | null>(null)
  const names = useMemo(() => ({ nameOf: () => undefined, learn: (_id: string, name: string) => setLast(name) }), [])
  const add = async (person: string) => {
    if (person === '' || busy) return
    setBusy(true)
    setError(null)
    const answers = { way: 'told', appliedOn: me.today, shift, person }
    try {
      await apiSend('POST', '/records/volunteer-signup', { id: v7(), actionId: v7(), org, answers })
      await client.invalidateQueries({ queryKey: ['records'] })
    } catch (cause) {
      setLast(null)
      setError(cause)
    } finally {
      setBusy(false)
    }
  }
  return (
    <div className="add-people">
      <label htmlFor={id}>{t.addOne}</label>
      <NamesContext value={names}>
        <PersonInput id={id} value="" onChange={add} />
      </NamesContext>
      <p className="hint" role="status">
        {error === null && last !== null && !busy ? t.added(last) : t.addHint}
      </p>
      {error !== null && <ErrorNote error={error} />}
    </div>
  )
}
