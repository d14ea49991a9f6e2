import { AppLink } from '../../../kit/AppLink.tsx'
import { language, useTexts } from '../../../kit/i18n.ts'
import { PrivacyMark } from '../../../kit/PrivacyMark.tsx'
import { recordTexts } from '../../texts/record.ts'
import { answerText } from '../data/answer-text.ts'
import { recordPath } from '../data/records.ts'
import type { FieldShape, ProgrammeShape, RecordView } from '../data/shapes.ts'
import { FundName } from './FundName.tsx'
import { MaskedAnswer } from './MaskedAnswer.tsx'

interface Props {
  programme: ProgrammeShape
  view: RecordView
  /** Shown elsewhere on the page. */
  except: readonly string[]
}

/** What a record says, field by field; what is masked stands with an eye. */
export function AnswerRows({ programme, view, except }: Props) {
  const t = useTexts(recordTexts)
  const chosen = language.use()
  const masked = new Set(view.masked.map(({ field }) => field))
  const fields = programme.fields.filter(
    ({ key }) => !except.includes(key) && (masked.has(key) || (view.answers[key] ?? null) !== null),
  )
  if (fields.length === 0) return <p className="empty">{t.noFacts}</p>
  return (
    <dl className="says">
      {fields.map((field) => (
        <div key={field.key} className={field.long || field.kind === 'list' ? 'long' : undefined}>
          <dt>{field.label[chosen]}</dt>
          <dd>
            {masked.has(field.key) ? (
              <MaskedAnswer view={view} asked={field.key} field={field} />
            ) : (
              <Shown field={field} view={view} />
            )}
          </dd>
          <dd>{field.class >= 'P2' && <PrivacyMark level={field.class} />}</dd>
        </div>
      ))}
    </dl>
  )
}

function Shown({ field, view }: { field: FieldShape; view: RecordView }) {
  const chosen = language.use()
  const t = useTexts(recordTexts)
  const answer = view.answers[field.key]
  const linked = view.linked.find(({ id }) => id === answer)
  const org = field.kind === 'org' ? view.orgs.find(({ code }) => code === answer) : undefined
  if (org) return org.name
  if (field.kind === 'fund') return <FundName id={String(answer)} />
  if (linked) return <AppLink to={recordPath(linked.programme, linked.id)}>{linked.title}</AppLink>
  const nameOf = (id: string) =>
    view.persons.find((person) => person.id === id)?.name ??
    view.linked.find((one) => one.id === id)?.title ??
    t.outOfScope
  if (field.kind === 'person' && view.persons.some(({ id, name }) => id === answer && name !== null))
    return <AppLink to={`/people/${answer}`}>{nameOf(String(answer))}</AppLink>
  return answerText(field, answer, { language: chosen, nameOf })
}
