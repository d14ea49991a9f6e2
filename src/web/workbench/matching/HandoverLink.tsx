import { apiUrl } from '../../kit/api.ts'
import { Icon } from '../../kit/Icon.tsx'
import { useTexts } from '../../kit/i18n.ts'
import { useMe } from '../data/session.ts'
import { matchingTexts } from '../texts/matching.ts'

/** The list for the national platform, beside the profiles: for the family post, of her own organisation only. */
export function HandoverLink({ programme }: { programme: string }) {
  const t = useTexts(matchingTexts)
  const { post } = useMe()
  if (programme !== 'single-profile' || post?.role !== 'family') return null
  return (
    <a className="btn" href={apiUrl('/matchmaking/handover', {})} download>
      <Icon name="export" small />
      {t.handover}
    </a>
  )
}
