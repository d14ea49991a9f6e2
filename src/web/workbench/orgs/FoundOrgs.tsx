import { EmptyState } from '../../kit/EmptyState.tsx'
import { ErrorNote } from '../../kit/ErrorNote.tsx'
import { useTexts } from '../../kit/i18n.ts'
import { LoadingBars } from '../../kit/LoadingBars.tsx'
import { statesTexts } from '../../kit/texts/states.ts'
import { orgsTexts } from '../texts/orgs.ts'
import { OrgTable } from './OrgTable.tsx'
import { useOrgFinder } from './org-data.ts'

/** What a search of the directory found, those that stand first. */
export function FoundOrgs({ word, kind }: { word: string; kind: string }) {
  const t = useTexts(orgsTexts)
  const states = useTexts(statesTexts)
  const found = useOrgFinder(word, kind)
  if (found.isPending) return <LoadingBars />
  if (found.isError) return <ErrorNote error={found.error} onAgain={() => found.refetch()} />
  if (found.data.items.length === 0) return <EmptyState text={states.noMatch} />
  return <OrgTable caption={t.results} orgs={found.data.items} withPath />
}
