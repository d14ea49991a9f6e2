import type { ReactNode } from 'react'
import { levelOf, serialOf } from '../../../core/org-code.ts'
import { EmptyState } from '../../kit/EmptyState.tsx'
import { ErrorNote } from '../../kit/ErrorNote.tsx'
import { useTexts } from '../../kit/i18n.ts'
import { LoadingBars } from '../../kit/LoadingBars.tsx'
import { Panel } from '../../kit/Panel.tsx'
import { orgsTexts } from '../texts/orgs.ts'
import { OrgTable } from './OrgTable.tsx'
import { useOrgChildren } from './org-data.ts'

/** One level below an organisation: its divisions, and the Women's Homes and others that hang on it. */
export function OrgBelow({ code, action }: { code: number; action?: ReactNode }) {
  const t = useTexts(orgsTexts)
  const children = useOrgChildren(code)
  if (serialOf(code) > 0) return null
  if (!children.isSuccess) {
    return (
      <Panel title={t.loadingChildren}>
        {children.isError ? <ErrorNote error={children.error} onAgain={() => children.refetch()} /> : <LoadingBars />}
      </Panel>
    )
  }
  const divisions = children.data.items.filter((org) => serialOf(org.code) === 0)
  const attached = children.data.items.filter((org) => serialOf(org.code) > 0)
  const lowest = levelOf(code) === 'village'
  return (
    <>
      {!lowest && (
        <Panel title={t.divisions} end={divisions.length > 0 ? t.belowCount(divisions.length) : undefined}>
          {divisions.length > 0 ? (
            <OrgTable caption={t.divisions} orgs={divisions} />
          ) : (
            <EmptyState text={t.nothingBelow} />
          )}
        </Panel>
      )}
      <Panel title={t.attached} end={action}>
        {attached.length > 0 ? (
          <OrgTable caption={t.attached} orgs={attached} />
        ) : (
          <EmptyState text={t.nothingAttached} />
        )}
      </Panel>
    </>
  )
}
