import { formatPeriod } from '../../../core/period.ts'
import { EvidenceBar } from '../../kit/EvidenceBar.tsx'
import { FigureNumber } from '../../kit/FigureNumber.tsx'
import { GradeMark } from '../../kit/GradeMark.tsx'
import { gradeLetters } from '../../kit/grades.ts'
import { language, useTexts } from '../../kit/i18n.ts'
import { figureText, groupDigits } from '../../kit/number-text.ts'
import type { Figure } from '../data/figures.ts'
import type { MeasureInfo } from '../data/measures.ts'
import { figuresTexts } from '../texts/figures.ts'

interface Props {
  figure: Figure
  measure: MeasureInfo
  onOpen: () => void
}

/** The number, how it stood a year ago, and how well it is evidenced. */
export function FigureHero({ figure, measure, onOpen }: Props) {
  const t = useTexts(figuresTexts)
  const chosen = language.use()
  const unit = figure.unit
  const long = figureText(figure.value, unit).length > 7
  return (
    <section className="panel hero" aria-label={t.number}>
      <div>
        <p className={long ? 'big long' : 'big'}>
          {figure.suppressed ? (
            '—'
          ) : (
            <FigureNumber value={figure.value} unit={unit} unitLabel={measure.unitLabel} onOpen={onOpen} />
          )}
        </p>
        <Delta figure={figure} />
        {figure.covers !== undefined && (
          <p className="delta">{figure.covers ? t.covers(formatPeriod(figure.covers, chosen)) : t.coversNone}</p>
        )}
      </div>
      {figure.unit !== 'percent' && (
        <div className="ev">
          <h2>
            {t.evidence}
            <span>{t.evidenceNote(measure.unitLabel)}</span>
          </h2>
          <EvidenceBar grades={figure.grades} size="thick" />
          <dl className="grades">
            {gradeLetters.map((letter) => (
              <div key={letter}>
                <dt>
                  <GradeMark grade={letter} />
                  <span>
                    {figureText(figure.grades[letter], unit)}
                    <span className="unit">{measure.unitLabel}</span>
                  </span>
                </dt>
                <dd>{t[`gradeNote${letter}`]}</dd>
              </div>
            ))}
          </dl>
        </div>
      )}
    </section>
  )
}

function Delta({ figure }: { figure: Figure }) {
  const t = useTexts(figuresTexts)
  if (figure.suppressed) return <p className="delta">{t.suppressed}</p>
  const rate = figure.denominator !== undefined && (
    <>
      {groupDigits(figure.numerator ?? 0)} / {groupDigits(figure.denominator)}
      <br />
    </>
  )
  const last = figure.previous.value
  if (figure.value === null || last === null) return <p className="delta">{rate || t.noLast}</p>
  const by = figure.value - last
  const off = figureText(Math.abs(by), figure.unit)
  const size = figure.unit === 'percent' ? t.points(off) : off
  return (
    <p className="delta">
      {rate}
      {t.lastSame(figureText(last, figure.unit))}
      <b>{by === 0 ? t.same : by > 0 ? t.more(size) : t.less(size)}</b>
    </p>
  )
}
