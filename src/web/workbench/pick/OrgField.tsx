import type { ResponseOf } from '../../../core/api/contract.ts'
import type { findOrgs } from '../../../core/api/orgs.ts'
import { type Level, levelOf } from '../../../core/org-code.ts'
import { apiGet } from '../../kit/api.ts'
import type { FieldProps } from '../../kit/form/FieldRow.tsx'
import { type Choice, PickField } from '../../kit/form/PickField.tsx'
import { useTexts } from '../../kit/i18n.ts'
import { pickTexts } from '../texts/pick.ts'

interface Props extends FieldProps {
  /** Only this organisation and those below it. */
  under?: number | undefined
  /** Only organisations of this level. */
  level?: Level
  /** One that may not be chosen. */
  except?: number
  defaultOrg?: { code: number; name: string } | null
  onPick?: (choice: Choice | null) => void
}

/** Picks an organisation that stands, by Chinese, pinyin or initials. */
export function OrgField({ under, level, except, defaultOrg, ...field }: Props) {
  const t = useTexts(pickTexts)
  const search = async (q: string, signal: AbortSignal): Promise<Choice[]> => {
    const { items } = await apiGet<ResponseOf<typeof findOrgs>>('/orgs', { q, under }, signal)
    return items
      .filter((org) => !org.ended && org.code !== except && (!level || levelOf(org.code) === level))
      .map((org) => ({ value: String(org.code), label: org.name, note: org.path }))
  }
  return (
    <PickField
      {...field}
      queryKey={['org', under, level, except]}
      search={search}
      placeholder={t.orgHint}
      defaultChoice={defaultOrg ? { value: String(defaultOrg.code), label: defaultOrg.name } : null}
    />
  )
}
