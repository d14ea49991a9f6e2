import { kindWords } from '../../../core/local/choice-words.ts'
import { localKinds } from '../../../core/local/spec.ts'
import { language, useTexts } from '../../kit/i18n.ts'
import { localTexts } from '../texts/local-programmes.ts'
import { Choose, Words } from './Inputs.tsx'
import { fitted, type StepProps } from './spec-draft.ts'

/** What it is: its kind, and what it and one of its records are called. */
export function BasicsStep({ draft, put, before, english, onEnglish }: StepProps) {
  const t = useTexts(localTexts)
  const chosen = language.use()
  return (
    <>
      <Words label={t.name} max={20} english={english} value={draft.label} onChange={(label) => put({ label })} />
      <label className="check">
        <input type="checkbox" checked={english} onChange={(event) => onEnglish(event.target.checked)} />
        <span>{t.english}</span>
      </label>
      <Choose
        label={t.kind}
        value={draft.kind}
        disabled={before.fixed}
        {...(before.fixed && { hint: t.kindFixed })}
        options={localKinds.map((value) => ({ value, label: kindWords[value][chosen] }))}
        onChange={(kind) => put(fitted({ ...draft, kind }))}
      />
      <div className="form-two">
        <Words
          {...{ label: t.short, hint: t.shortHint, max: 4, english }}
          value={draft.short}
          onChange={(short) => put({ short })}
        />
        <Words
          {...{ label: t.noun, hint: t.nounHint, max: 4, english }}
          value={draft.noun}
          onChange={(noun) => put({ noun })}
        />
      </div>
      <Words label={t.help} max={200} english={english} value={draft.help} onChange={(help) => put({ help })} />
      <div className="form-two">
        <Words
          label={t.titleLabel}
          max={20}
          english={english}
          value={draft.title}
          onChange={(title) => put({ title })}
        />
        <Words
          label={t.datedLabel}
          max={20}
          english={english}
          value={draft.dated}
          onChange={(dated) => put({ dated })}
        />
      </div>
    </>
  )
}
