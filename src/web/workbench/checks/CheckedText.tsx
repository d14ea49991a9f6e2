import { Fragment, type ReactNode } from 'react'
import type { CheckShape, FindingShape } from '../../../core/api/checks.ts'
import { useTexts } from '../../kit/i18n.ts'
import { checksTexts } from '../texts/checks.ts'
import { levels, markId } from './check-data.ts'

interface Props {
  draft: number
  text: CheckShape['texts'][number]
  findings: readonly FindingShape[]
  chosen: string | null
  onChoose: (finding: FindingShape) => void
}

interface Marked {
  at: number
  end: number
  findings: FindingShape[]
}

/** A draft as it stands, its findings marked in place; a mark is a button that opens what was found there. */
export function CheckedText({ draft, text, findings, chosen, onChoose }: Props) {
  const t = useTexts(checksTexts)
  const marks = marksOf(findings.filter((one) => one.draft === draft))
  const pieces: ReactNode[] = []
  let from = 0
  for (const mark of marks) {
    const [first] = mark.findings
    if (!first || mark.at < from) continue
    const level = levels.find((one) => mark.findings.some((f) => f.level === one && !f.answer))
    pieces.push(
      <Fragment key={mark.at}>
        {text.text.slice(from, mark.at)}
        <button
          type="button"
          id={markId({ draft, at: mark.at })}
          className={`check-mark ${level ?? 'answered'}`}
          aria-pressed={mark.findings.some(({ key }) => key === chosen)}
          aria-label={t.markOf(text.text.slice(mark.at, mark.end), mark.findings.length)}
          onClick={() => onChoose(first)}
        >
          {text.text.slice(mark.at, mark.end)}
        </button>
      </Fragment>,
    )
    from = mark.end
  }
  return (
    <div className="check-text" lang="zh">
      {pieces}
      {text.text.slice(from)}
    </div>
  )
}

/** One mark for each number, whatever is wrong with it. */
function marksOf(findings: readonly FindingShape[]): Marked[] {
  const byPlace = new Map<number, Marked>()
  for (const finding of findings) {
    const held = byPlace.get(finding.at)
    if (held) held.findings.push(finding)
    else byPlace.set(finding.at, { at: finding.at, end: finding.end, findings: [finding] })
  }
  return [...byPlace.values()].sort((a, b) => a.at - b.at)
}
