import { useRouter } from '@tanstack/react-router'
import { useState } from 'react'
import { formatOrgCode } from '../../core/org-code.ts'
import { hrefOf } from '../kit/AppLink.tsx'
import { useTexts } from '../kit/i18n.ts'
import { type Found, SearchBox } from '../kit/SearchBox.tsx'
import { useSettled } from '../kit/use-settled.ts'
import { useMeasures } from './data/measures.ts'
import { useOrgSearch } from './data/orgs.ts'
import type { MenuEntry } from './data/session.ts'
import { frameTexts } from './texts/frame.ts'

interface Target extends Found {
  to: string
}

/** One box for services, measures and organisations. */
export function GlobalSearch({ menu }: { menu: readonly MenuEntry[] }) {
  const t = useTexts(frameTexts)
  const router = useRouter()
  const [query, setQuery] = useState('')
  const settled = useSettled(query.trim())
  const measures = useMeasures()
  const orgs = useOrgSearch(settled)
  const wanted = query.trim().toLowerCase()
  const holds = (text: string) => wanted !== '' && text.toLowerCase().includes(wanted)
  const found: Target[] = [
    ...menu
      .filter((entry) => holds(entry.label))
      .map((entry) => ({
        key: entry.programme,
        group: t.foundServices,
        label: entry.label,
        to: `/records/${entry.programme}`,
      })),
    ...(measures.data ?? [])
      .map((measure) => ({ measure, programme: measure.programmeLabel }))
      .filter(({ measure, programme }) => holds(programme + measure.label))
      .slice(0, 6)
      .map(({ measure, programme }) => ({
        key: measure.id,
        group: t.foundMeasures,
        label: `${programme} · ${measure.label}`,
        note: measure.unitLabel,
        to: `/figures?measure=${measure.id}`,
      })),
    ...(wanted ? (orgs.data?.items ?? []) : []).slice(0, 8).map((org) => ({
      key: String(org.code),
      group: t.foundOrgs,
      label: org.name,
      note: formatOrgCode(org.code),
      to: `/orgs/${org.code}`,
    })),
  ]
  return (
    <SearchBox
      query={query}
      onQuery={setQuery}
      found={found}
      busy={orgs.isFetching || settled !== query.trim()}
      onPick={(one) => router.history.push(hrefOf(one.to))}
    />
  )
}
