export interface Step {
  key: string
  label: string
  note?: string
  state: 'done' | 'now' | 'todo'
}

/** Where a record stands in its procedure. */
export function Steps({ steps }: { steps: readonly Step[] }) {
  return (
    <ol className="steps">
      {steps.map((step) => (
        <li
          key={step.key}
          className={step.state === 'todo' ? undefined : step.state}
          aria-current={step.state === 'now' ? 'step' : undefined}
        >
          {step.label}
          {step.note && <small>{step.note}</small>}
        </li>
      ))}
    </ol>
  )
}
