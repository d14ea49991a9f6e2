import type { ReactNode } from 'react'

export interface TimelineEvent {
  key: string
  /** ISO moment, for machines. */
  at: string
  when: string
  title: ReactNode
  detail?: ReactNode
  /** Documents, a privacy mark. */
  end?: ReactNode
}

/** What happened to a record, newest first. */
export function Timeline({ events }: { events: readonly TimelineEvent[] }) {
  return (
    <ol className="tl">
      {events.map((event) => (
        <li key={event.key}>
          <time dateTime={event.at}>{event.when}</time>
          <i />
          <div>
            <b>{event.title}</b>
            {event.detail && <p>{event.detail}</p>}
          </div>
          {event.end && <span>{event.end}</span>}
        </li>
      ))}
    </ol>
  )
}
