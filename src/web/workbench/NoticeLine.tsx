import type { Day } from '../../core/day.ts'
import { AppLink } from '../kit/AppLink.tsx'
import { DueBadge } from '../kit/DueBadge.tsx'
import { useTexts } from '../kit/i18n.ts'
import type { Notice } from './data/notices.ts'
import { noticesTexts } from './texts/notices.ts'

interface Props {
  notice: Notice
  today: Day
  onOpen: () => void
}

/** One notice: its sentence, and where it leads. One about a sealed record leads to the to-dos and names nothing. */
export function NoticeLine({ notice, today, onOpen }: Props) {
  const t = useTexts(noticesTexts)
  const words = (
    <span className={notice.read ? 'notice' : 'notice new'}>
      {!notice.read && <span className="vh">{t.unread}</span>}
      <span>{notice.text}</span>
      {notice.detail && <span className="mut">{notice.detail}</span>}
    </span>
  )
  const due = notice.dueOn && (
    <span className="after">
      <DueBadge dueOn={notice.dueOn} dueAt={notice.dueAt} today={today} />
    </span>
  )
  if (!notice.link)
    return (
      <button type="button" onClick={onOpen}>
        {words}
        {due}
      </button>
    )
  return (
    <AppLink to={notice.link} onClick={onOpen}>
      {words}
      {due}
    </AppLink>
  )
}
