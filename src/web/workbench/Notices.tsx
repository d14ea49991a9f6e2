import type { Day } from '../../core/day.ts'
import { AppLink } from '../kit/AppLink.tsx'
import { Icon } from '../kit/Icon.tsx'
import { useTexts } from '../kit/i18n.ts'
import { Popover } from '../kit/Popover.tsx'
import { useNotices, useReadNotices } from './data/notices.ts'
import { NoticeLine } from './NoticeLine.tsx'
import { noticesTexts } from './texts/notices.ts'

/** The bell: what the house has told me and I have not read. Quiet: a dot and a number, no sound, nothing that moves. */
export function Notices({ today, enabled }: { today: Day; enabled: boolean }) {
  const t = useTexts(noticesTexts)
  const { data } = useNotices(enabled)
  const read = useReadNotices()
  const unread = data?.unread ?? 0
  const items = data?.items ?? []
  const face = (
    <>
      <Icon name="bell" />
      {unread > 0 && <i className="dot" />}
    </>
  )
  return (
    <Popover className="ghost sq" label={unread > 0 ? t.bellCount(unread) : t.bell} face={face} side="end">
      {(close) => (
        <>
          <p className="g">{items.length === 0 ? t.none : unread > 0 ? t.bellCount(unread) : t.bell}</p>
          <ul className="notices">
            {items.map((notice) => (
              <li key={notice.id}>
                <NoticeLine
                  notice={notice}
                  today={today}
                  onOpen={() => {
                    if (!notice.read) read.mutate([notice.id])
                    close()
                  }}
                />
              </li>
            ))}
          </ul>
          <p className="g notices-foot">
            <AppLink to="/notices" onClick={close}>
              {t.all}
            </AppLink>
            {unread > 0 && (
              <button type="button" onClick={() => read.mutate(undefined)}>
                {t.readAll}
              </button>
            )}
          </p>
        </>
      )}
    </Popover>
  )
}
