import { useQuery } from '@tanstack/react-query'
import { useId } from 'react'
import type { listBrands } from '../../../../core/api/brands.ts'
import type { ResponseOf } from '../../../../core/api/contract.ts'
import { apiGet } from '../../../kit/api.ts'
import { useTexts } from '../../../kit/i18n.ts'
import { recordFormTexts } from '../../texts/record-form.ts'

interface Props {
  programme: string
  value: string
  onChange: (brand: string) => void
}

/** The series a new record belongs to, where this organisation or one above it keeps brands of the programme; else nothing. */
export function BrandRow({ programme, value, onChange }: Props) {
  const t = useTexts(recordFormTexts)
  const id = useId()
  const brands = useQuery({
    queryKey: ['brands', 'usable', programme],
    queryFn: ({ signal }) => apiGet<ResponseOf<typeof listBrands>>('/brands', { programme, usable: 'true' }, signal),
  })
  const items = brands.data?.items ?? []
  if (items.length === 0) return null
  return (
    <div className="form-row">
      <label htmlFor={id}>
        {t.brand}
        <span className="opt">{t.optional}</span>
      </label>
      <select id={id} className="field-in" value={value} onChange={(event) => onChange(event.target.value)}>
        <option value="">{t.noBrand}</option>
        {items.map((brand) => (
          <option key={brand.id} value={brand.id}>
            {brand.name}
          </option>
        ))}
      </select>
    </div>
  )
}
