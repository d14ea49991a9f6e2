import { useState } from 'react'
import { AppLink } from '../../kit/AppLink.tsx'
import { CheckField } from '../../kit/form/CheckField.tsx'
import { FormDialog } from '../../kit/form/FormDialog.tsx'
import { useTexts } from '../../kit/i18n.ts'
import { Panel } from '../../kit/Panel.tsx'
import { recordPath } from '../records/data/records.ts'
import { initiativesTexts } from '../texts/initiatives.ts'
import './initiatives.css'
import { type Marks, useBelonging, useMarks, useTree } from './initiative-data.ts'

/** Beside a record: the projects and actions it belongs to. Nothing where there are none and none may be said. */
export function Belonging({ programme, id }: { programme: string; id: string }) {
  const t = useTexts(initiativesTexts)
  const path = recordPath(programme, id)
  const marks = useMarks(path).data
  const [open, setOpen] = useState(false)
  if (!marks || (marks.items.length === 0 && !marks.mayMark)) return null
  return (
    <Panel
      title={t.belongs}
      end={
        marks.mayMark && (
          <button type="button" className="btn sml" onClick={() => setOpen(true)}>
            {t.change}
          </button>
        )
      }
    >
      {marks.items.length === 0 ? (
        <p className="pad mut">{t.belongsNot}</p>
      ) : (
        <ul className="see">
          {marks.items.map((item) => (
            <li key={item.id}>
              <AppLink to={`/initiatives?id=${item.id}`}>{item.name}</AppLink>
            </li>
          ))}
        </ul>
      )}
      {open && <BelongingDialog path={path} marks={marks} onClose={() => setOpen(false)} />}
    </Panel>
  )
}

function BelongingDialog({ path, marks, onClose }: { path: string; marks: Marks; onClose: () => void }) {
  const t = useTexts(initiativesTexts)
  const tree = useTree()
  const change = useBelonging()
  const held = new Set(marks.items.map((item) => item.id))
  return (
    <FormDialog
      title={t.belongs}
      submit={t.save}
      onClose={onClose}
      send={(values) => change(`${path}/initiatives`, { initiatives: values.all('initiative') })}
    >
      <p className="mut">{t.belongsNote}</p>
      <div className="initiative-boxes">
        {tree.data?.items
          .filter((item) => held.has(item.id) || (item.counted && item.state === 'running'))
          .map((item) => (
            <CheckField key={item.id} name="initiative" value={item.id} label={item.name} ticked={held.has(item.id)} />
          ))}
      </div>
      {tree.data?.items.length === 0 && <p>{t.none}</p>}
    </FormDialog>
  )
}
