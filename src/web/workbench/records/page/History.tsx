import { momentText } from '../../../kit/date-text.ts'
import { language, useTexts } from '../../../kit/i18n.ts'
import { Panel } from '../../../kit/Panel.tsx'
import { PrivacyMark } from '../../../kit/PrivacyMark.tsx'
import { Timeline } from '../../../kit/Timeline.tsx'
import { recordTexts } from '../../texts/record.ts'
import { answerText } from '../data/answer-text.ts'
import type { HistoryItem, ProgrammeShape, RecordView } from '../data/shapes.ts'
import { ChangedAnswer } from './ChangedAnswer.tsx'
import { MaskedAnswer } from './MaskedAnswer.tsx'

/** Everything that was done to a record, newest first. */
export function History({ programme, view }: { programme: ProgrammeShape; view: RecordView }) {
  const t = useTexts(recordTexts)
  const chosen = language.use()
  const events = [...view.history].reverse().map((item) => ({
    key: item.id,
    at: item.at,
    when: momentText(item.at).slice(5),
    title: titleOf(item),
    detail: <Detail programme={programme} view={view} item={item} />,
    end: item.masked.map(({ field, class: level }) => <PrivacyMark key={field} level={level} named />),
  }))
  function titleOf(item: HistoryItem) {
    const label = item.label[chosen]
    return item.from !== null && item.from !== item.to ? `${label} → ${item.toLabel[chosen]}` : label
  }
  return (
    <Panel tight title={t.history} end={t.historyCount(view.history.length)}>
      <Timeline events={events} />
    </Panel>
  )
}

function Detail({ programme, view, item }: { programme: ProgrammeShape; view: RecordView; item: HistoryItem }) {
  const t = useTexts(recordTexts)
  const chosen = language.use()
  const asks = programme.actions.find(({ id }) => id === item.action)?.asks ?? []
  const nameOf = (id: string) =>
    view.persons.find((person) => person.id === id)?.name ?? view.orgs.find(({ code }) => String(code) === id)?.name
  const said = asks.flatMap((field) => {
    const text = answerText(field, item.answers[field.key], { language: chosen, nameOf })
    return text ? [`${field.label[chosen]}${t.colon}${text}`] : []
  })
  const added = item.answers.added
  const changed = item.changes.map(({ label }) => label[chosen]).join(t.comma)
  const late = item.on === momentText(item.at).slice(0, 10) ? null : t.happenedOn(item.on)
  const words = [
    ...said,
    changed && t.changed(changed),
    Array.isArray(added) && added.length > 0 && item.action !== 'handlers' && t.addedPeople(added.length),
    item.reason && t.because(item.reason),
    late,
    item.by.name ?? item.by.org.name,
  ]
  return (
    <>
      {words.filter(Boolean).join(' · ')}
      {view.sealed &&
        item.action === 'edit' &&
        item.changes.map(({ field }) => {
          const shape = programme.fields.find(({ key }) => key === field)
          return shape && <ChangedAnswer key={field} view={view} item={item} field={shape} />
        })}
      {item.masked.map(({ field }) => {
        const shape = asks.find(({ key }) => key === field)
        return (
          shape && (
            <span key={field} className="opened">
              {shape.label[chosen]}
              {t.colon}
              <MaskedAnswer view={view} asked={`action:${item.id}:${field}`} field={shape} />
            </span>
          )
        )
      })}
    </>
  )
}
