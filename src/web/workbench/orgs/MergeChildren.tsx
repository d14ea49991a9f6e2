import { useState } from 'react'
import { v7 } from 'uuid'
import type { OrgPage } from '../../../core/api/orgs.ts'
import { SelectField } from '../../kit/form/SelectField.tsx'
import { useTexts } from '../../kit/i18n.ts'
import { OrgField } from '../pick/OrgField.tsx'
import { orgsTexts } from '../texts/orgs.ts'
import { useOrgChildren } from './org-data.ts'

/** Where single organisations below go, when a decision names another place for them than the successor itself. */
export function MergeChildren({ org, into }: { org: OrgPage; into: number }) {
  const t = useTexts(orgsTexts)
  const children = useOrgChildren(org.code).data?.items ?? []
  const [rows, setRows] = useState<readonly string[]>([])
  if (children.length === 0) return null
  const options = children.map((child) => ({ value: String(child.code), label: child.name }))
  return (
    <fieldset className="form-row">
      <legend>{t.mergeBelow}</legend>
      <p className="hint">{t.mergeBelowNote}</p>
      {rows.map((row) => (
        <div key={row} className="form-two">
          <SelectField name="child" label={t.mergeChild} required options={options} />
          <OrgField name="child-into" label={t.mergeChildInto} required under={into} />
          <button type="button" className="btn txt" onClick={() => setRows(rows.filter((one) => one !== row))}>
            {t.mergeDrop}
          </button>
        </div>
      ))}
      <div>
        <button type="button" className="btn sml" onClick={() => setRows([...rows, v7()])}>
          {t.mergeAddBelow}
        </button>
      </div>
    </fieldset>
  )
}
