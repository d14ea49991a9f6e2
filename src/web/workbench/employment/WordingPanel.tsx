import { findDiscrimination, type PostText } from '../../../programmes/employment/discrimination.ts'
import { Icon } from '../../kit/Icon.tsx'
import { language, useTexts } from '../../kit/i18n.ts'
import { Panel } from '../../kit/Panel.tsx'
import type { FieldShape } from '../records/data/shapes.ts'
import { employmentTexts } from '../texts/employment.ts'
import './wording.css'

interface Props {
  fields: readonly FieldShape[]
  /** What the post says, or as much of it as has been typed. */
  post: Readonly<Record<string, unknown>>
}

/** What the check finds in a post: the words, the law, and what would mend them. The same check stops the step. */
export function WordingPanel({ fields, post }: Props) {
  const t = useTexts(employmentTexts)
  const chosen = language.use()
  const findings = findDiscrimination(textOf(post))
  return (
    <Panel
      tight
      title={t.wording}
      label={t.wording}
      end={findings.length > 0 && <span className="wording-count">{t.found(findings.length)}</span>}
    >
      {findings.length === 0 ? (
        <p className="wording-clean">
          <Icon name="ok" small />
          {t.clean}
        </p>
      ) : (
        <>
          <p className="wording-stops">{t.stops}</p>
          <ul className="wording">
            {findings.map(({ kind, field, words, what, law, mend }, at) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: the same words may stand twice, in the order of the text
              <li key={`${kind} ${field} ${at}`}>
                <h3>
                  <q lang="zh">{words}</q>
                  <span>{what[chosen]}</span>
                </h3>
                <dl>
                  <dt>{t.where}</dt>
                  <dd>{fields.find(({ key }) => key === field)?.label[chosen]}</dd>
                  <dt>{t.law}</dt>
                  <dd>{law[chosen]}</dd>
                  <dt>{t.mend}</dt>
                  <dd>{mend[chosen]}</dd>
                </dl>
              </li>
            ))}
          </ul>
        </>
      )}
    </Panel>
  )
}

/** Its texts only: what is no text is nothing to read. */
function textOf(post: Props['post']): PostText {
  return Object.fromEntries(Object.entries(post).filter(([, answer]) => typeof answer === 'string'))
}
