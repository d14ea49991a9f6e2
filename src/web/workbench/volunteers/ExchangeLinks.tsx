import { apiUrl } from '../../kit/api.ts'
import { Icon } from '../../kit/Icon.tsx'
import { useTexts } from '../../kit/i18n.ts'
import { useMe } from '../data/session.ts'
import { volunteerTexts } from '../texts/volunteers.ts'

/** As the export asks for (src/server/imports/export-routes.ts). */
const keepers: readonly string[] = ['chair', 'organisation']
const sheets: Readonly<Record<string, readonly string[]>> = {
  volunteer: ['volunteers', 'hours'],
  'volunteer-team': ['teams'],
  'volunteer-project': ['projects'],
  'volunteer-session': ['sessions', 'hours'],
}

/** The sheets in the data items of MZ/T 061 beside a list of volunteers' work, for who keeps volunteers. */
export function ExchangeLinks({ programme }: { programme: string }) {
  const t = useTexts(volunteerTexts)
  const { post } = useMe()
  if (!Object.hasOwn(sheets, programme) || !keepers.includes(post?.role ?? '')) return null
  return sheets[programme]?.map((what) => (
    <a key={what} className="btn" href={apiUrl(`/volunteering/exchange/${what}`, {})} download>
      <Icon name="export" small />
      {t.exchange(t.exchangeNames(what))}
    </a>
  ))
}
