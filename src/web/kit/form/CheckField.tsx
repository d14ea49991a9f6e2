/** One box to tick, with its sentence. */
export function CheckField({
  name,
  label,
  value = 'yes',
  required = false,
  onChange,
}: {
  name: string
  label: string
  value?: string
  required?: boolean
  onChange?: (ticked: boolean) => void
}) {
  return (
    <label className="check">
      <input
        type="checkbox"
        name={name}
        value={value}
        required={required}
        onChange={(event) => onChange?.(event.target.checked)}
      />
      <span>{label}</span>
    </label>
  )
}
