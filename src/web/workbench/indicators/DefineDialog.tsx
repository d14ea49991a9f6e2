import type { IndicatorShape } from '../../../core/api/indicators.ts'
import { indicatorLevels, indicatorUnitIds, indicatorUnits } from '../../../core/indicators/indicator.ts'
import { domainIds, domainLabel, outlineIds, outlines } from '../../../core/indicators/outline.ts'
import { FormDialog } from '../../kit/form/FormDialog.tsx'
import type { FormValues } from '../../kit/form/form-values.ts'
import { SelectField } from '../../kit/form/SelectField.tsx'
import { TextField } from '../../kit/form/TextField.tsx'
import { useNewId } from '../../kit/form/use-new-id.ts'
import { language, useTexts } from '../../kit/i18n.ts'
import { indicatorsTexts } from '../texts/indicators.ts'
import { useIndicatorChange } from './indicator-data.ts'

const targetYears = [2025, 2030] as const

function targetsIn(values: FormValues) {
  return targetYears.flatMap((year) => {
    const words = values.text(`words${year}`)
    const value = values.optional(`target${year}`)
    if (!words && value === null) return []
    const bound = value === null ? '=' : values.text(`bound${year}`)
    return { year, value: value === null ? null : Number(value), bound, words: words || `${bound} ${value}` }
  })
}

/** A new indicator, or the next version of one with its reason: the old version stays. */
export function DefineDialog({ of, onClose }: { of?: IndicatorShape; onClose: () => void }) {
  const t = useTexts(indicatorsTexts)
  const chosen = language.use()
  const change = useIndicatorChange()
  const id = useNewId()
  const domains = outlineIds.flatMap((outline) =>
    domainIds(outline).map((domain) => ({
      value: `${outline} ${domain}`,
      label: `${outlines[outline].label[chosen]} · ${domainLabel(outline, domain)?.[chosen]}`,
    })),
  )
  const send = (values: FormValues) => {
    const [outline = '', domain = ''] = values.text('domain').split(' ')
    return change('/indicators', {
      id,
      code: of?.code ?? values.text('code'),
      after: of?.version ?? 0,
      reason: values.optional('reason'),
      outline,
      domain,
      name: values.text('name'),
      nameEn: values.optional('nameEn'),
      unit: values.text('unit'),
      decimals: values.number('decimals'),
      direction: values.text('direction'),
      numerator: values.text('numerator'),
      denominator: values.text('denominator'),
      department: values.text('department'),
      level: values.text('level'),
      baseYear: values.number('baseYear'),
      targets: targetsIn(values),
    })
  }
  const target = (year: number) => of?.targets.find((one) => one.year === year)
  return (
    <FormDialog
      title={of ? t.newVersion : t.define}
      submit={of ? t.newVersion : t.define}
      onClose={onClose}
      send={send}
    >
      {!of && <TextField name="code" label={t.code} hint={t.codeHint} required pattern="[A-Z0-9][A-Z0-9\-]{1,19}" />}
      <TextField name="name" label={t.name} required minLength={2} maxLength={60} defaultValue={of?.name} />
      <TextField name="nameEn" label={t.nameEn} maxLength={120} defaultValue={of?.nameEn ?? ''} />
      <SelectField
        name="domain"
        label={t.domain}
        options={domains}
        required
        defaultValue={of && `${of.outline} ${of.domain}`}
      />
      <SelectField
        name="unit"
        label={t.unit}
        required
        defaultValue={of?.unit ?? 'percent'}
        options={indicatorUnitIds.map((unit) => ({ value: unit, label: indicatorUnits[unit].label[chosen] }))}
      />
      <TextField
        name="decimals"
        label={t.decimals}
        type="number"
        min={0}
        max={3}
        required
        defaultValue={of?.decimals ?? 1}
      />
      <SelectField
        name="direction"
        label={t.direction}
        required
        defaultValue={of?.direction ?? 'up'}
        options={(['up', 'down'] as const).map((value) => ({ value, label: t.directions(value) }))}
      />
      <TextField name="numerator" label={t.numerator} maxLength={200} defaultValue={of?.numerator} />
      <TextField name="denominator" label={t.denominator} maxLength={200} defaultValue={of?.denominator} />
      <TextField name="department" label={t.department} required maxLength={60} defaultValue={of?.department} />
      <SelectField
        name="level"
        label={t.level}
        required
        defaultValue={of?.level ?? 'league'}
        options={indicatorLevels.map((value) => ({ value, label: t.levels(value) }))}
      />
      <TextField
        name="baseYear"
        label={t.baseYear}
        type="number"
        min={1990}
        max={2100}
        required
        defaultValue={of?.baseYear ?? 2020}
      />
      {targetYears.map((year) => (
        <fieldset key={year} className="ind-target">
          <legend>
            {t.target} {year}
          </legend>
          <SelectField
            name={`bound${year}`}
            label={t.bound}
            defaultValue={target(year)?.bound === '<=' ? '<=' : '>='}
            options={[
              { value: '>=', label: t.atLeast },
              { value: '<=', label: t.atMost },
            ]}
          />
          <TextField
            name={`target${year}`}
            label={t.targetValue}
            type="number"
            step="any"
            defaultValue={target(year)?.value ?? ''}
          />
          <TextField name={`words${year}`} label={t.words} maxLength={200} defaultValue={target(year)?.words} />
        </fieldset>
      ))}
      {of && <TextField name="reason" label={t.why} required minLength={2} maxLength={200} />}
    </FormDialog>
  )
}
