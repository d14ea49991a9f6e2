import type { Unit } from '../../../core/unit.ts'
import { AppLink } from '../../kit/AppLink.tsx'
import { shortDate } from '../../kit/date-text.ts'
import { GradeMark } from '../../kit/GradeMark.tsx'
import { useTexts } from '../../kit/i18n.ts'
import { signedText } from '../../kit/number-text.ts'
import type { FigureEntry } from '../data/figures.ts'
import { figuresTexts } from '../texts/figures.ts'

/** One entry: when, what, how well evidenced, how much. A correction says that it is one. */
export function EntryRow({ entry, unit }: { entry: FigureEntry; unit: Unit }) {
  const t = useTexts(figuresTexts)
  const title = entry.correction ? `${t.correction} · ${entry.title}` : entry.title
  return (
    <li className={entry.correction ? 'rev' : undefined}>
      <time dateTime={entry.on} title={entry.on}>
        {shortDate(entry.on)}
      </time>
      <div>
        {entry.recordLink ? <AppLink to={entry.recordLink}>{title}</AppLink> : <span className="t">{title}</span>}
        <p>{entry.detail}</p>
      </div>
      <GradeMark grade={entry.grade} />
      <b>{signedText(entry.value, unit)}</b>
    </li>
  )
}
