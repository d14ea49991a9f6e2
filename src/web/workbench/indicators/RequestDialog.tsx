import type { IndicatorPage } from '../../../core/api/indicators.ts'
import { addCalendarDays } from '../../../core/day.ts'
import { FormDialog } from '../../kit/form/FormDialog.tsx'
import { TextField } from '../../kit/form/TextField.tsx'
import { useTexts } from '../../kit/i18n.ts'
import { useMe } from '../data/session.ts'
import { indicatorsTexts } from '../texts/indicators.ts'
import { useIndicatorChange } from './indicator-data.ts'

/** Asks the areas below for a year; those that have said something already are left. */
export function RequestDialog({ page, onClose }: { page: IndicatorPage; onClose: () => void }) {
  const t = useTexts(indicatorsTexts)
  const { today } = useMe()
  const change = useIndicatorChange()
  const below = page.areas.map(({ org }) => org.code).filter((code) => code !== page.org.code)
  return (
    <FormDialog
      title={`${t.ask} · ${page.definition.name}`}
      submit={t.ask}
      onClose={onClose}
      send={(values) =>
        change('/indicator-values/requests', {
          indicator: page.definition.code,
          year: values.number('year'),
          orgs: below,
          dueOn: values.text('dueOn'),
        })
      }
    >
      <p className="mut">{t.askNote(below.length)}</p>
      <TextField name="year" label={t.year} type="number" required min={1990} max={2100} defaultValue={page.year + 1} />
      <TextField
        name="dueOn"
        label={t.dueOn}
        type="date"
        required
        min={today}
        defaultValue={addCalendarDays(today, 30)}
      />
    </FormDialog>
  )
}
