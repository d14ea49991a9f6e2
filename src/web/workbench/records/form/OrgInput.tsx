import type { ResponseOf } from '../../../../core/api/contract.ts'
import type { findOrgs } from '../../../../core/api/orgs.ts'
import { apiGet } from '../../../kit/api.ts'
import { useTexts } from '../../../kit/i18n.ts'
import { recordFormTexts } from '../../texts/record-form.ts'
import { Pick } from './Pick.tsx'

interface Org {
  code: number
  name: string
}

/** An organisation, by Chinese, pinyin or initials. */
export function OrgInput({
  id,
  value,
  onChange,
}: {
  id: string
  value: Org | null
  onChange: (org: Org | null) => void
}) {
  const t = useTexts(recordFormTexts)
  return (
    <Pick
      id={id}
      chosen={value?.name ?? null}
      hint={t.orgHint}
      source={['orgs']}
      search={async (text, signal) => {
        const page = await apiGet<ResponseOf<typeof findOrgs>>('/orgs', { q: text }, signal)
        return page.items.slice(0, 12).map((org) => ({ key: String(org.code), label: org.name }))
      }}
      onPick={(choice) => onChange(choice && { code: Number(choice.key), name: choice.label })}
    />
  )
}
