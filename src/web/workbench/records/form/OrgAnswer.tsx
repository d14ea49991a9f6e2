import { useNames } from './names.ts'
import { OrgInput } from './OrgInput.tsx'

interface Props {
  id: string
  value: unknown
  onChange: (code: unknown) => void
}

/** An organisation as an answer: its code, called by its name. */
export function OrgAnswer({ id, value, onChange }: Props) {
  const { nameOf, learn } = useNames()
  const code = typeof value === 'number' ? value : undefined
  return (
    <OrgInput
      id={id}
      value={code === undefined ? null : { code, name: nameOf(String(code)) ?? String(code) }}
      onChange={(org) => {
        if (org) learn(String(org.code), org.name)
        onChange(org?.code ?? '')
      }}
    />
  )
}
