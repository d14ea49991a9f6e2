import { useState } from 'react'
import { AppLink } from '../../../kit/AppLink.tsx'
import { Icon } from '../../../kit/Icon.tsx'
import { useTexts } from '../../../kit/i18n.ts'
import { groupDigits } from '../../../kit/number-text.ts'
import { Panel } from '../../../kit/Panel.tsx'
import { attendanceTexts } from '../../texts/attendance.ts'
import type { ProgrammeShape, RecordView } from '../data/shapes.ts'
import { AddPeople } from './AddPeople.tsx'
import { AttendanceList } from './AttendanceList.tsx'
import { HeadCounts } from './HeadCounts.tsx'
import { HeadsDialog } from './HeadsDialog.tsx'
import { SignInCode } from './SignInCode.tsx'

/** Who came: by list, by code at the door, and heads counted besides. */
export function AttendancePanel({ programme, view }: { programme: ProgrammeShape; view: RecordView }) {
  const t = useTexts(attendanceTexts)
  const [open, setOpen] = useState<'heads' | 'code' | null>(null)
  const told = view.attendance
  if (!told) return null
  // Service time is asked only where it counts for something.
  const timed = programme.measures.some(({ id }) => id.endsWith('.minutes'))
  return (
    <Panel
      tight
      title={t.title}
      end={
        view.abilities.attend && (
          <span className="sec-acts">
            <button type="button" className="btn" onClick={() => setOpen('code')}>
              <Icon name="scan" small />
              {t.showCode}
            </button>
            <button type="button" className="btn" onClick={() => setOpen('heads')}>
              <Icon name="people" small />
              {t.countHeads}
            </button>
            <AppLink className="btn" to={`/imports?what=attendance&record=${view.id}&programme=${programme.id}`}>
              <Icon name="import" small />
              {t.importList}
            </AppLink>
          </span>
        )
      }
    >
      <dl className="came">
        <div>
          <dt>{t.signedIn}</dt>
          <dd>
            {groupDigits(told.people)}
            <span className="unit">{t.people}</span>
          </dd>
        </div>
        <div>
          <dt>{t.counted}</dt>
          <dd>
            {groupDigits(told.heads)}
            <span className="unit">{t.people}</span>
          </dd>
        </div>
        {timed && (
          <div>
            <dt>{t.minutes}</dt>
            <dd>
              {groupDigits(told.minutes)}
              <span className="unit">{t.minuteUnit}</span>
            </dd>
          </div>
        )}
      </dl>
      <HeadCounts view={view} />
      {view.abilities.attend && <AddPeople view={view} timed={timed} />}
      <AttendanceList view={view} timed={timed} />
      {open === 'heads' && <HeadsDialog view={view} onClose={() => setOpen(null)} />}
      {open === 'code' && <SignInCode view={view} timed={timed} onClose={() => setOpen(null)} />}
    </Panel>
  )
}
