import { useEffect, useMemo, useState } from 'react'
import type { FieldShape } from '../data/shapes.ts'
import { dropDraft, readDraft, writeDraft } from './draft.ts'
import type { Names } from './names.ts'
import type { Values } from './values.ts'
import type { Wrongs } from './wrongs.ts'

interface Start {
  values: Values
  names?: Readonly<Record<string, string>>
  /** Where an unfinished form is kept for this tab; none for the form of a step. */
  draftKey?: string
}

/** The state of a form: what is in its inputs, what the chosen people are called, what is wrong. */
export function useForm(fields: readonly FieldShape[], start: Start) {
  const [draft] = useState(() => (start.draftKey === undefined ? undefined : readDraft(start.draftKey)))
  const [values, setValues] = useState<Values>(() => ({ ...start.values, ...draft?.values }))
  const [known, setKnown] = useState<Readonly<Record<string, string>>>({ ...start.names, ...draft?.names })
  const [wrongs, setWrongs] = useState<Wrongs>({})
  // Only what was typed is kept: a record that moved on meanwhile must not be overwritten by what its form began with.
  const [touched, setTouched] = useState<readonly string[]>(() => Object.keys(draft?.values ?? {}))
  const { draftKey } = start
  useEffect(() => {
    if (touched.length === 0 || draftKey === undefined) return
    const typed = Object.fromEntries(touched.map((key) => [key, values[key]]))
    writeDraft(draftKey, fields, { values: typed, names: known })
  }, [touched, draftKey, fields, values, known])
  const names: Names = useMemo(
    () => ({
      nameOf: (id) => known[id],
      learn: (id, name) => setKnown((held) => ({ ...held, [id]: name })),
    }),
    [known],
  )
  const set = (key: string, value: unknown) => {
    if (!touched.includes(key)) setTouched([...touched, key])
    setValues((held) => ({ ...held, [key]: value }))
    const stale = Object.keys(wrongs).filter((path) => path === `answers.${key}` || path.startsWith(`answers.${key}.`))
    if (stale.length > 0)
      setWrongs(Object.fromEntries(Object.entries(wrongs).filter(([path]) => !stale.includes(path))))
  }
  /** Puts answers in that did not come from typing: an opened original, the other version of a stale edit. */
  const put = (more: Values) => setValues((held) => ({ ...held, ...more }))
  const forget = () => {
    setTouched([])
    if (draftKey !== undefined) dropDraft(draftKey)
  }
  const restart = () => {
    forget()
    setValues(start.values)
    setWrongs({})
  }
  return {
    values,
    set,
    put,
    names,
    known,
    wrongs,
    setWrongs,
    restored: draft !== undefined && touched.length > 0,
    forget,
    restart,
  }
}
export type FormState = ReturnType<typeof useForm>
