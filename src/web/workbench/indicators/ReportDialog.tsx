import { useState } from 'react'
import type { IndicatorShape, IndicatorValueShape } from '../../../core/api/indicators.ts'
import type { OrgRef } from '../../../core/api/shared.ts'
import { absentReasonIds, absentReasons } from '../../../core/indicators/indicator-value.ts'
import { FormDialog } from '../../kit/form/FormDialog.tsx'
import type { FormValues } from '../../kit/form/form-values.ts'
import { SelectField } from '../../kit/form/SelectField.tsx'
import { TextField } from '../../kit/form/TextField.tsx'
import { useNewId } from '../../kit/form/use-new-id.ts'
import { language, useTexts } from '../../kit/i18n.ts'
import { OrgField } from '../pick/OrgField.tsx'
import { indicatorsTexts } from '../texts/indicators.ts'
import { useIndicatorChange } from './indicator-data.ts'

interface Props {
  definition: Pick<IndicatorShape, 'code' | 'name'>
  org: OrgRef
  year: number
  /** What is there already: a correction. */
  before?: IndicatorValueShape
  onClose: () => void
}

type Kind = 'level' | 'change' | 'absent'

/** A value of an area and a year: told with its parts and its source, as a change with its base, or that there is none. */
export function ReportDialog({ definition, org, year, before, onClose }: Props) {
  const t = useTexts(indicatorsTexts)
  const chosen = language.use()
  const change = useIndicatorChange()
  const id = useNewId()
  const [kind, setKind] = useState<Kind>(before?.form ?? 'level')
  const number = (values: FormValues, name: string) => {
    const text = values.optional(name)
    return text === null ? null : Number(text.replaceAll(',', ''))
  }
  const send = (values: FormValues) =>
    change('/indicator-values', {
      id,
      indicator: definition.code,
      org: before ? org.code : values.number('org'),
      year: before ? year : values.number('year'),
      form: kind === 'change' ? 'change' : 'level',
      value: number(values, 'value'),
      numerator: number(values, 'numerator'),
      denominator: number(values, 'denominator'),
      baseTerm: values.optional('baseTerm'),
      baseValue: number(values, 'baseValue'),
      source: values.optional('source'),
      page: values.optional('page'),
      absent: kind === 'absent' ? values.text('absent') : null,
      note: values.optional('note'),
      reason: values.optional('reason'),
    })
  const part = { inputMode: 'decimal', pattern: '[0-9,]*\\.?[0-9]*' } as const
  return (
    <FormDialog
      title={`${before ? t.correct : t.report} · ${definition.name}`}
      submit={t.send}
      onClose={onClose}
      send={send}
    >
      {before?.state === 'published' && <p className="mut">{t.correctHint}</p>}
      {!before && <OrgField name="org" label={t.area} required under={org.code} defaultOrg={org} />}
      {!before && (
        <TextField name="year" label={t.year} type="number" required min={1990} max={2100} defaultValue={year} />
      )}
      <SelectField
        name="kind"
        label={t.form}
        required
        defaultValue={kind}
        onChange={(value) => setKind(value as Kind)}
        options={[
          { value: 'level', label: t.isLevel },
          { value: 'change', label: t.isChange },
          { value: 'absent', label: t.isAbsent },
        ]}
      />
      {kind === 'level' && (
        <>
          <TextField
            name="numerator"
            label={t.numerator}
            hint={t.partsHint}
            {...part}
            defaultValue={before?.numerator ?? ''}
          />
          <TextField name="denominator" label={t.denominator} {...part} defaultValue={before?.denominator ?? ''} />
          <TextField name="value" label={t.value} {...part} defaultValue={before?.value ?? ''} />
        </>
      )}
      {kind === 'change' && (
        <>
          <TextField
            name="value"
            label={t.changeValue}
            type="number"
            step="any"
            required
            defaultValue={before?.value ?? ''}
          />
          <TextField
            name="baseTerm"
            label={t.baseTerm}
            hint={t.baseHint}
            maxLength={60}
            defaultValue={before?.baseTerm ?? ''}
          />
          <TextField name="baseValue" label={t.baseValue} {...part} defaultValue={before?.baseValue ?? ''} />
        </>
      )}
      {kind === 'absent' ? (
        <SelectField
          name="absent"
          label={t.absent}
          required
          options={absentReasonIds.map((value) => ({ value, label: absentReasons[value][chosen] }))}
        />
      ) : (
        <>
          <TextField name="source" label={t.source} required maxLength={120} defaultValue={before?.source ?? ''} />
          <TextField name="page" label={t.page} maxLength={40} defaultValue={before?.page ?? ''} />
        </>
      )}
      <TextField name="note" label={t.noteText} maxLength={200} />
      {before && <TextField name="reason" label={t.reason} required={before.state === 'published'} maxLength={200} />}
    </FormDialog>
  )
}
