/** One box to tick, with its sentence. */
export function CheckField({
  name,
  label,
  value = 'yes',
  required = false,
  ticked = false,
  onChange,
}: {
  name: string
  label: string
  value?: string
  required?: boolean
  /** Ticked when the form opens. */
  ticked?: boolean
  onChange?: (ticked: boolean) => void
}) {
  return (
    <label className="check">
      <input
        type="checkbox"
        name={name}
        value={value}
        required={required}
        defaultChecked={ticked}
        onChange={(event) => onChange?.(event.target.checked)}
      />
      <span>{label}</span>
    </label>
  )
}
