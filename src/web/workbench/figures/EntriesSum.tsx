import { isAdditive } from '../../../core/unit.ts'
import { Icon } from '../../kit/Icon.tsx'
import { useTexts } from '../../kit/i18n.ts'
import { figureText, groupDigits } from '../../kit/number-text.ts'
import type { EntryPage, Figure, FigureEntry } from '../data/figures.ts'
import { figuresTexts } from '../texts/figures.ts'

interface Props {
  figure: Figure
  unitLabel: string
  page: EntryPage
  rows: readonly FigureEntry[]
  /** Every page has been read. */
  all: boolean
}

/** Adds up what is listed and what is hidden, and says that it is the figure, only when it is. */
export function EntriesSum({ figure, unitLabel, page, rows, all }: Props) {
  const t = useTexts(figuresTexts)
  const text = (value: number | null) => figureText(value, figure.unit)
  const total = `${text(figure.value)} ${unitLabel}`
  const visible = rows.reduce((sum, entry) => sum + entry.value, 0)
  const exact = all && isAdditive(figure.unit) && visible + page.hidden.value === figure.value
  const equation =
    page.hidden.count === 0 ? t.equationOpen(total) : t.equation(text(visible), text(page.hidden.value), total)
  return (
    <div className="df">
      {exact ? (
        <p className="eq">
          <Icon name="ok" />
          {equation}
        </p>
      ) : (
        <p>
          {all && !isAdditive(figure.unit)
            ? t.united
            : t.listed(groupDigits(rows.length), groupDigits(page.total.count))}
        </p>
      )}
      <p className="mut sm">{t.ledgerNumber(`${figure.org.code}-${figure.watermark}`)}</p>
    </div>
  )
}
