import { AppLink } from '../../../kit/AppLink.tsx'
import type { Column } from '../../../kit/DataList.tsx'
import { DueBadge } from '../../../kit/DueBadge.tsx'
import { Icon } from '../../../kit/Icon.tsx'
import type { Language } from '../../../kit/i18n.ts'
import { groupDigits } from '../../../kit/number-text.ts'
import type { recordsTexts } from '../../texts/records.ts'
import { recordPath } from '../data/records.ts'
import type { ProgrammeShape, RecordRow } from '../data/shapes.ts'
import { listHref } from './list-view.ts'

interface About {
  programme: ProgrammeShape
  today: string
  language: Language
  t: (typeof recordsTexts)['zh']
}

/** The columns of a list, by the kind of its records. */
export function recordColumns(about: About): Column<RecordRow>[] {
  const { programme, language, t } = about
  const { kind } = programme
  const named = programme.fields.some((field) => field.kind === 'people' || field.kind === 'person')
  const clocked = programme.clocks.length > 0
  const columns: (Column<RecordRow> | false)[] = [
    {
      key: 'title',
      title: kind === 'case' || kind === 'activity' ? t.title : t.name,
      render: (row) => <Title row={row} about={about} />,
    },
    {
      key: 'state',
      title: t.state,
      render: (row) => <span className="state">{row.stateLabel[language]}</span>,
    },
    clocked && { key: 'due', title: t.due, render: (row) => <Due row={row} about={about} /> },
    named && {
      key: 'persons',
      title: kind === 'case' ? t.parties : t.person,
      render: (row) => row.persons.map((person) => person.name ?? t.noName).join(t.comma) || '—',
    },
    kind === 'activity' && {
      key: 'came',
      title: t.came,
      right: true,
      render: (row) => groupDigits(row.attended ?? 0),
    },
    kind === 'activity' && {
      key: 'counted',
      title: t.counted,
      right: true,
      render: (row) => groupDigits(row.heads ?? 0),
    },
    { key: 'on', title: t.onDate(kind), render: (row) => <span className="nowrap">{row.onDate}</span> },
    { key: 'org', title: t.org, render: (row) => row.org.name },
  ]
  return columns.filter((column) => column !== false)
}

function Title({ row, about: { programme, t } }: { row: RecordRow; about: About }) {
  return (
    <span className="row-title">
      <AppLink to={recordPath(programme.id, row.id)}>{row.title}</AppLink>
      {row.sealed && (
        <span title={t.sealed}>
          <Icon name="lock" small />
          <span className="vh">{t.sealed}</span>
        </span>
      )}
      {row.received && <span className="tag line">{t.receivedTag}</span>}
      {row.demo && <span className="demo-mark">{t.demo}</span>}
      {row.number && <small>{row.number}</small>}
      {row.brand && (
        <small>
          <AppLink to={listHref(programme.id, { brand: row.brand.id })} title={t.brandHere}>
            {row.brand.name}
          </AppLink>
        </small>
      )}
    </span>
  )
}

function Due({ row, about: { today, language } }: { row: RecordRow; about: About }) {
  if (!row.due) return '—'
  const { dueOn, label } = row.due
  return (
    <span title={label[language]}>
      <DueBadge dueOn={dueOn} dueAt={row.due?.dueAt ?? null} today={today} />
    </span>
  )
}
