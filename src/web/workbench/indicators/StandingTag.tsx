import type { Standing } from '../../../core/indicators/progress.ts'
import { useTexts } from '../../kit/i18n.ts'
import { indicatorsTexts } from '../texts/indicators.ts'

/** How an area stands to its target: a word in its own shade, so that nobody needs the colour. */
export function StandingTag({ standing }: { standing: Standing }) {
  const t = useTexts(indicatorsTexts)
  return <span className={`standing ${standing}`}>{t.stands(standing)}</span>
}
