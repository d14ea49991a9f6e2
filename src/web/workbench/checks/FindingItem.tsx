import type { ReactNode } from 'react'
import type { CheckShape, FindingShape } from '../../../core/api/checks.ts'
import { rules } from '../../../core/draft/rule-texts.ts'
import { AppLink } from '../../kit/AppLink.tsx'
import { momentText } from '../../kit/date-text.ts'
import { language, useTexts } from '../../kit/i18n.ts'
import { checksTexts } from '../texts/checks.ts'
import { markId } from './check-data.ts'
import type { FindingGroup } from './group-findings.ts'

interface Props {
  check: CheckShape
  finding: FindingShape
  chosen: boolean
  /** One of several of its rule, said above them. */
  grouped?: boolean
  onAnswer: () => void
  onTakeBack: () => void
}

export const findingId = ({ key, draft, at }: FindingShape) => `finding-${draft}-${at}-${key}`

/** One finding: what, why, what would mend it, and the reason somebody gave for leaving it. */
export function FindingItem({ check, finding, chosen, grouped = false, onAnswer, onTakeBack }: Props) {
  const t = useTexts(checksTexts)
  const lang = language.use()
  const { other, answer, known, level } = finding
  const levelWord = { error: t.levelError, warning: t.levelWarning, note: t.levelNote }[level]
  const named = (word: string) => (
    <>
      {word}
      <span className="vh" lang="zh">
        {finding.text}
      </span>
    </>
  )
  return (
    <li id={findingId(finding)} className={chosen ? 'finding now' : 'finding'} tabIndex={-1}>
      <h3>
        {!grouped && (
          <>
            <span className={`tag ${level === 'error' ? '' : 'line'}`}>{levelWord}</span>
            <span>{rules[finding.rule].label[lang]}</span>
          </>
        )}
        <b lang="zh">{finding.text}</b>
      </h3>
      <p>{finding.why[lang]}</p>
      {!grouped && (
        <p className="mut">
          {t.why}
          {finding.fix[lang]}
        </p>
      )}
      {other && (
        <p className="mut" lang="zh">
          {t.elsewhere(check.texts[other.draft]?.name ?? '', other.quote)}
        </p>
      )}
      {known && (
        <p className="mut" lang="zh">
          {t.known(known.source)}{' '}
          {known.link && (
            <AppLink to={known.link}>
              {t.explain}
              <span className="vh">{known.id}</span>
            </AppLink>
          )}
        </p>
      )}
      {answer && (
        <div className="note-box">
          <p lang="zh">{answer.reason}</p>
          <p>{t.answerOf(answer.by, momentText(answer.at))}</p>
        </div>
      )}
      <div className="tags">
        <button type="button" className="btn sml" onClick={() => showMark(finding)}>
          {named(t.toText)}
        </button>
        {other && (
          <button type="button" className="btn sml" onClick={() => showMark(other)}>
            {named(t.toOther)}
          </button>
        )}
        {check.mine && !answer && (
          <button type="button" className="btn sml" onClick={onAnswer}>
            {named(t.accept)}
          </button>
        )}
        {check.mine && answer && (
          <button type="button" className="btn sml" onClick={onTakeBack}>
            {named(t.takeBack)}
          </button>
        )}
      </div>
    </li>
  )
}

/** A rule said once, with every place it was found at; folded only when the reader folds it. */
export function FindingsTogether({ group, children }: { group: FindingGroup; children: ReactNode }) {
  const t = useTexts(checksTexts)
  const lang = language.use()
  const [first] = group
  return (
    <li className="finding-group">
      <details open>
        <summary>
          {rules[first.rule].label[lang]} · {t.places(group.length)}
        </summary>
        <p className="mut">
          {t.why}
          {first.fix[lang]}
        </p>
        <ul className="finding-list">{children}</ul>
      </details>
    </li>
  )
}

/** Goes to a place of the text: to its mark, which takes the focus. */
function showMark(place: { draft: number; at: number }): void {
  const mark = document.getElementById(markId(place))
  mark?.focus()
  mark?.scrollIntoView({ block: 'center' })
}
