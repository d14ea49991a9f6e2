import { useState } from 'react'
import type { Household } from '../../../core/api/people.ts'
import { AppLink } from '../../kit/AppLink.tsx'
import { ErrorNote } from '../../kit/ErrorNote.tsx'
import { FormDialog } from '../../kit/form/FormDialog.tsx'
import { TextField } from '../../kit/form/TextField.tsx'
import { useTexts } from '../../kit/i18n.ts'
import { LoadingBars } from '../../kit/LoadingBars.tsx'
import { Panel } from '../../kit/Panel.tsx'
import { useMe } from '../data/session.ts'
import { personCareTexts } from '../texts/person-care.ts'
import { JoinDialog } from './JoinDialog.tsx'
import { useHousehold, usePeopleChange } from './person-data.ts'

type Member = Household['members'][number]

/** One household with those of its members the reader may see. */
export function HouseholdPanel({ id, may }: { id: string; may: boolean }) {
  const t = useTexts(personCareTexts)
  const { today } = useMe()
  const change = usePeopleChange()
  const household = useHousehold(id)
  const [joining, setJoining] = useState(false)
  const [leaving, setLeaving] = useState<Member | null>(null)
  const end = may && (
    <button type="button" className="btn sml" onClick={() => setJoining(true)}>
      {t.joinMember}
    </button>
  )
  return (
    <Panel title={[t.household, household.data?.address].filter(Boolean).join(' · ')} end={end}>
      {household.isPending && <LoadingBars rows={2} />}
      {household.isError && <ErrorNote error={household.error} onAgain={() => household.refetch()} />}
      <ul className="rows">
        {household.data?.members.map((member) => (
          <li key={member.person}>
            <span className="tag line">{t.relation(member.relation)}</span>
            <AppLink to={`/people/${member.person}`}>{member.name}</AppLink>
            <span className="end">
              {member.to && t.left(member.to)}
              {may && !member.to && (
                <button type="button" className="btn sml" onClick={() => setLeaving(member)}>
                  {t.leave}
                  <span className="vh">{member.name}</span>
                </button>
              )}
            </span>
          </li>
        ))}
      </ul>
      {joining && <JoinDialog household={id} onClose={() => setJoining(false)} />}
      {leaving && (
        <FormDialog
          title={t.leaveTitle(leaving.name)}
          submit={t.leave}
          onClose={() => setLeaving(null)}
          send={(values) =>
            change('POST', `/households/${id}/members/${leaving.person}/leave`, { on: values.text('on') })
          }
        >
          <TextField name="on" label={t.leaveOn} type="date" required max={today} defaultValue={today} />
        </FormDialog>
      )}
    </Panel>
  )
}
