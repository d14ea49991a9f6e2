import { patternWords } from '../../../core/local/choice-words.ts'
import { type LocalSpec, patterns, recordingRoles } from '../../../core/local/spec.ts'
import { levelWords } from '../../../core/local/words.ts'
import { roles } from '../../../core/role.ts'
import { language, useTexts } from '../../kit/i18n.ts'
import { localTexts } from '../texts/local-programmes.ts'
import { Choose, Line, Ticks } from './Inputs.tsx'
import { fitted, type StepProps } from './spec-draft.ts'

/** How it is dealt with, and by whom. */
export function PeopleStep({ draft, put, before, levels }: StepProps) {
  const t = useTexts(localTexts)
  const chosen = language.use()
  const own = recordingRoles.map((value) => ({ value, label: roles[value][chosen] }))
  const readers = [...own, { value: 'statistician' as const, label: roles.statistician[chosen] }]
  const ways = patterns.filter((pattern) => draft.kind !== 'activity' || pattern !== 'approval')
  const step = (key: 'record' | 'check' | 'approve', title: string) => {
    const who = draft[key]
    const change = (part: Partial<LocalSpec['record']>) => who && put({ [key]: { ...who, ...part } })
    return (
      who && (
        <fieldset className="local-part">
          <legend>{title}</legend>
          <Ticks
            label={t.levels}
            value={who.levels}
            onChange={(list) => change({ levels: list })}
            options={levels.map((value) => ({ value, label: levelWords[value][chosen] }))}
          />
          <Ticks label={t.roles} value={who.roles} onChange={(list) => change({ roles: list })} options={own} />
        </fieldset>
      )
    )
  }
  return (
    <>
      <Choose
        label={t.pattern}
        value={draft.pattern}
        disabled={before.fixed}
        {...(before.fixed && { hint: t.kindFixed })}
        options={ways.map((value) => ({ value, label: patternWords[value][chosen] }))}
        onChange={(pattern) => put(fitted({ ...draft, pattern }))}
      />
      {step('record', t.recordBy)}
      {step('check', draft.pattern === 'approval' ? t.reviewBy : t.checkBy)}
      {step('approve', t.approveBy)}
      {draft.pattern !== 'record' && (
        <Line
          label={t.days}
          hint={t.daysHint}
          max={2}
          value={draft.days === undefined ? '' : String(draft.days)}
          onChange={(text) => put({ days: /^[1-9]\d?$/.test(text) ? Number(text) : undefined })}
        />
      )}
      <fieldset className="local-part">
        <legend>{t.see}</legend>
        <Ticks label={t.roles} value={draft.see} onChange={(see) => put({ see })} options={readers} />
      </fieldset>
    </>
  )
}
