import { useParams } from '@tanstack/react-router'
import { useState } from 'react'
import { AppLink } from '../../kit/AppLink.tsx'
import { Breadcrumb } from '../../kit/Breadcrumb.tsx'
import { DueBadge } from '../../kit/DueBadge.tsx'
import { Icon } from '../../kit/Icon.tsx'
import { language, useTexts } from '../../kit/i18n.ts'
import { Panel } from '../../kit/Panel.tsx'
import { PrivacyMark } from '../../kit/PrivacyMark.tsx'
import { Steps } from '../../kit/Steps.tsx'
import { useMe } from '../data/session.ts'
import { WordingPanel } from '../employment/WordingPanel.tsx'
import { PlacePanels } from '../family/PlacePanels.tsx'
import { Belonging } from '../initiatives/Belonging.tsx'
import { usePageTitle } from '../page-title.ts'
import { recordTexts } from '../texts/record.ts'
import { recordsTexts } from '../texts/records.ts'
import { sentTexts } from '../texts/sent-records.ts'
import { ProjectShifts } from '../volunteers/ProjectShifts.tsx'
import { ShiftSignups } from '../volunteers/ShiftSignups.tsx'
import './styles/list.css'
import './styles/form.css'
import './styles/dialogs.css'
import './styles/page.css'
import './styles/attendance.css'
import './styles/imports.css'
import { AttendancePanel } from './attendance/AttendancePanel.tsx'
import type { Ability, ProgrammeShape, RecordView } from './data/shapes.ts'
import { DocumentsPanel } from './documents/DocumentsPanel.tsx'
import { Files } from './files/Files.tsx'
import { ProgrammeGate } from './ProgrammeGate.tsx'
import { ActionDialog } from './page/ActionDialog.tsx'
import { ActionPanel } from './page/ActionPanel.tsx'
import { AnswerRows } from './page/AnswerRows.tsx'
import { Arisen } from './page/Arisen.tsx'
import { byDeadline } from './page/by-deadline.ts'
import { Clocks } from './page/Clocks.tsx'
import { CountsPanel } from './page/CountsPanel.tsx'
import { DeskLink } from './page/DeskLink.tsx'
import { Gates } from './page/Gates.tsx'
import { History } from './page/History.tsx'
import { Parties } from './page/Parties.tsx'
import { Parts } from './page/Parts.tsx'
import { stepsOf } from './page/path-of.ts'
import { SafetyBand } from './page/SafetyBand.tsx'
import { SeenBy } from './page/SeenBy.tsx'
import { RecordGate } from './RecordGate.tsx'

/** One record: where it stands, what it says, what happened, what can be done now and by when. */
export function RecordPage() {
  const { id = '' }: { id?: string } = useParams({ strict: false })
  return (
    <ProgrammeGate>
      {(programme) => (
        <RecordGate programme={programme} id={id}>
          {(view) => <Record programme={view.madeUnder ?? programme} view={view} />}
        </RecordGate>
      )}
    </ProgrammeGate>
  )
}

function Record({ programme, view }: { programme: ProgrammeShape; view: RecordView }) {
  const t = useTexts(recordTexts)
  const list = useTexts(recordsTexts)
  const sent = useTexts(sentTexts)
  const chosen = language.use()
  const { today } = useMe()
  const [acting, setActing] = useState<Ability | null>(null)
  usePageTitle(`${view.title} · ${programme.label[chosen]}`)
  const steps = stepsOf(programme, view, chosen, { notYet: t.notYet, times: t.times })
  const people = programme.fields.filter(({ kind }) => kind === 'people')
  const next = view.clocks.filter(({ endedOn, pausedOn }) => endedOn === null && pausedOn === null).sort(byDeadline)[0]
  return (
    <div className="page rec-page">
      <Breadcrumb
        label={list.path}
        path={[{ key: 'list', label: programme.label[chosen], to: `/records/${programme.id}` }]}
        here={view.number ?? view.title}
      />
      <div className="head">
        <h1>{view.title}</h1>
        {next && <DueBadge dueOn={next.dueOn} dueAt={next.dueAt} today={today} clock label={next.label[chosen]} />}
        <span className="state">{view.stateLabel[chosen]}</span>
        <PrivacyMark level={programme.class} named />
        <span className="mut">
          {[view.org.name, view.brand?.name, !view.received && view.receiver && sent.sentTo(view.receiver.name)]
            .filter(Boolean)
            .join(' · ')}
        </span>
        <span className="sp" />
        <DeskLink view={view} />
        {view.abilities.edit && (
          <AppLink className="btn" to={`/records/${programme.id}/${view.id}/edit`}>
            <Icon name="edit" small />
            {list.edit}
          </AppLink>
        )}
      </div>
      {view.received && <p className="note-box">{sent.received(view.org.name)}</p>}
      <div className="rec-grid">
        <div className="rec-col">
          {steps.length > 1 && (
            <Panel label={t.steps}>
              <Steps steps={steps} />
            </Panel>
          )}
          {!view.received && <SafetyBand programme={programme} view={view} onAct={setActing} />}
          {people.map((field) => (
            <Parties key={field.key} field={field} view={view} />
          ))}
          {!view.received && <Gates programme={programme} view={view} />}
          <Panel tight title={t.facts(view.kind)}>
            <AnswerRows
              programme={programme}
              view={view}
              except={[programme.title, ...ownPanels(programme.id), ...people.map(({ key }) => key)]}
            />
          </Panel>
          {programme.id === 'family-place' && <PlacePanels view={view} />}
          {programme.id === 'volunteer-project' && <ProjectShifts view={view} />}
          {programme.id === 'volunteer-session' && view.answers.project !== undefined && <ShiftSignups view={view} />}
          {!view.received && <Parts view={view} />}
          {programme.id === 'job-post' && ['draft', 'checked'].includes(view.state) && (
            <WordingPanel fields={programme.fields} post={view.answers} />
          )}
          {!view.received && <AttendancePanel programme={programme} view={view} />}
          <DocumentsPanel view={view} />
          <Files programme={programme} view={view} />
          <History programme={programme} view={view} />
        </div>
        <aside className="rec-col" aria-label={t.side}>
          <Clocks view={view} today={today} />
          <ActionPanel programme={programme} view={view} onAct={setActing} />
          {!view.received && <CountsPanel programme={programme} view={view} />}
          <Arisen view={view} />
          {!view.received && programme.class !== 'P4' && <Belonging programme={programme.id} id={view.id} />}
          {!view.received && <SeenBy view={view} />}
        </aside>
      </div>
      {acting && (
        <ActionDialog
          key={acting.id}
          programme={programme}
          view={view}
          ability={acting}
          onClose={() => setActing(null)}
        />
      )}
    </div>
  )
}

/** Answers that a panel of the programme's own shows. */
const ownPanels = (programme: string): readonly string[] => (programme === 'family-place' ? ['roster'] : [])
