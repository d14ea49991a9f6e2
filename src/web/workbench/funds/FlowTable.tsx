import type { FundFlow } from '../../../core/api/funds.ts'
import { fundAccounts } from '../../../core/fund-words.ts'
import type { FundAccount } from '../../../core/posting.ts'
import { EmptyState } from '../../kit/EmptyState.tsx'
import { language, useTexts } from '../../kit/i18n.ts'
import { Panel } from '../../kit/Panel.tsx'
import { fundsTexts } from '../texts/funds.ts'
import type { Opened } from './opened.ts'
import { yuan } from './yuan.ts'

interface Props {
  title: string
  empty: string
  flows: readonly FundFlow[]
  onOpen: (opened: Opened) => void
}

/** One side of a fund: each line with its share as a bar; the number opens its postings. */
export function FlowTable({ title, empty, flows, onOpen }: Props) {
  const t = useTexts(fundsTexts)
  const chosen = language.use()
  const largest = Math.max(1, ...flows.map((flow) => Math.abs(flow.fen)))
  const total = flows.reduce((sum, flow) => sum + flow.fen, 0)
  const accountOf = (flow: FundFlow) => fundAccounts[flow.account as FundAccount][chosen]
  return (
    <Panel title={title} end={`${yuan(total)} ${t.yuan}`}>
      {flows.length === 0 && <EmptyState text={empty} />}
      <ul className="flows">
        {flows.map((flow) => (
          <li key={`${flow.key} ${flow.account}`}>
            <span className="what">
              {flow.label}
              <small>
                {flow.label === accountOf(flow) ? t.lines(flow.lines) : `${accountOf(flow)} · ${t.lines(flow.lines)}`}
              </small>
            </span>
            <span className="track" aria-hidden="true">
              <i style={{ width: `${(Math.abs(flow.fen) / largest) * 100}%` }} />
            </span>
            <button
              type="button"
              className="num"
              onClick={() => onOpen({ key: flow.key, account: flow.account, label: flow.label })}
            >
              {yuan(flow.fen)}
              <span className="vh">{flow.label}</span>
            </button>
          </li>
        ))}
      </ul>
    </Panel>
  )
}
