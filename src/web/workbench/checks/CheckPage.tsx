import { useParams } from '@tanstack/react-router'
import { useState } from 'react'
import type { CheckShape, FindingShape } from '../../../core/api/checks.ts'
import { ruleIds, rules } from '../../../core/draft/rule-texts.ts'
import { Breadcrumb } from '../../kit/Breadcrumb.tsx'
import { EmptyState } from '../../kit/EmptyState.tsx'
import { ErrorNote } from '../../kit/ErrorNote.tsx'
import { language, useTexts } from '../../kit/i18n.ts'
import { ListBar } from '../../kit/ListBar.tsx'
import { LoadingBars } from '../../kit/LoadingBars.tsx'
import { groupDigits } from '../../kit/number-text.ts'
import { Panel } from '../../kit/Panel.tsx'
import { usePageTitle } from '../page-title.ts'
import { checksTexts } from '../texts/checks.ts'
import { AnswerDialog, EditDialog } from './CheckDialogs.tsx'
import { CheckedText } from './CheckedText.tsx'
import { levels, useCheck, useCheckChange } from './check-data.ts'
import { FindingItem, FindingsTogether, findingId } from './FindingItem.tsx'
import { groupFindings } from './group-findings.ts'

export function CheckPage() {
  const { id = '' }: { id?: string } = useParams({ strict: false })
  const { data, isError, error, refetch } = useCheck(id)
  if (data) return <Checked key={data.id} check={data} />
  return (
    <div className="page">
      {isError ? <ErrorNote error={error} onAgain={() => refetch()} /> : <LoadingBars rows={8} />}
    </div>
  )
}

/** The texts with what was found in them, and beside them the list of findings. */
function Checked({ check }: { check: CheckShape }) {
  const t = useTexts(checksTexts)
  const lang = language.use()
  const change = useCheckChange()
  const [level, setLevel] = useState('')
  const [rule, setRule] = useState('')
  const [state, setState] = useState('')
  const [chosen, setChosen] = useState<FindingShape | null>(null)
  const [answering, setAnswering] = useState<FindingShape | null>(null)
  const [editing, setEditing] = useState(false)
  usePageTitle(`${check.name} · ${t.pageTitle}`)
  const shown = check.findings.filter(
    (one) =>
      (!level || one.level === level) &&
      (!rule || one.rule === rule) &&
      (!state || (state === 'done') === (one.answer !== null)),
  )
  const open = check.findings.filter(({ answer }) => answer === null).length
  const present = ruleIds.filter((id) => check.findings.some((one) => one.rule === id))
  const levelWords = { error: t.levelError, warning: t.levelWarning, note: t.levelNote }
  const numbers = check.texts.reduce((sum, one) => sum + one.numbers.length, 0)
  const choose = (finding: FindingShape) => {
    setChosen(finding)
    const item = document.getElementById(findingId(finding))
    item?.closest('details')?.setAttribute('open', '')
    item?.focus({ preventScroll: true })
    item?.scrollIntoView({ block: 'nearest' })
  }
  const item = (finding: FindingShape, grouped = false) => (
    <FindingItem
      key={findingId(finding)}
      check={check}
      finding={finding}
      grouped={grouped}
      chosen={chosen?.key === finding.key && chosen.at === finding.at}
      onAnswer={() => setAnswering(finding)}
      onTakeBack={() => change('DELETE', `/checks/${check.id}/answers/${finding.key}`)}
    />
  )
  return (
    <div className="page">
      <Breadcrumb label={t.back} path={[{ key: 'checks', label: t.back, to: '/checks' }]} here={check.name} />
      <div className="head">
        <h1>{check.name}</h1>
        <div className="act">
          {check.mine && (
            <button type="button" className="btn" onClick={() => setEditing(true)}>
              {t.edit}
            </button>
          )}
        </div>
      </div>
      <p className="mut" role="status">
        {t.summary(groupDigits(numbers), groupDigits(check.findings.length), groupDigits(open))}
      </p>
      <div className="check-page">
        <div className="check-main">
          {check.texts.map((text, draft) => (
            <Panel key={text.name} title={text.name} label={t.textOf(text.name)}>
              <CheckedText draft={draft} text={text} findings={shown} chosen={chosen?.key ?? null} onChoose={choose} />
            </Panel>
          ))}
        </div>
        <section className="check-side" aria-label={t.list}>
          <ListBar
            total={shown.length}
            filters={[
              {
                key: 'level',
                label: t.level,
                value: level,
                onChange: setLevel,
                options: levels.map((value) => ({ value, label: levelWords[value] })),
              },
              {
                key: 'rule',
                label: t.rule,
                value: rule,
                onChange: setRule,
                options: present.map((value) => ({ value, label: rules[value].label[lang] })),
              },
              {
                key: 'state',
                label: t.state,
                value: state,
                onChange: setState,
                options: [
                  { value: 'open', label: t.open },
                  { value: 'done', label: t.done },
                ],
              },
            ]}
          />
          {shown.length === 0 && <EmptyState text={check.findings.length === 0 ? t.clean : t.noneOfThese} />}
          <ul className="finding-list">
            {groupFindings(shown).map((group) =>
              group.length === 1 ? (
                item(group[0])
              ) : (
                <FindingsTogether key={findingId(group[0])} group={group}>
                  {group.map((finding) => item(finding, true))}
                </FindingsTogether>
              ),
            )}
          </ul>
        </section>
      </div>
      {answering && <AnswerDialog check={check} finding={answering} onClose={() => setAnswering(null)} />}
      {editing && <EditDialog check={check} onClose={() => setEditing(false)} />}
    </div>
  )
}
