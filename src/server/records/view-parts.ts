import type { z } from 'zod'
import type { abilityShape, clockShape, recordView } from '../../core/api/record-shapes.ts'
import { clocksOf } from '../../core/clock.ts'
import { abilitiesOf, type Standing } from '../../core/procedure.ts'
import type { Facts, Programme } from '../../core/programme.ts'
import { actionAsData } from './programme-shape.ts'
import type { RecordRow } from './record-row.ts'

/** What stands over a record whoever reads it. */
export function headOf(programme: Programme, row: RecordRow) {
  return {
    id: row.id,
    programme: programme.id,
    kind: programme.kind,
    version: row.version,
    number: row.number,
    state: row.state,
    stateLabel: programme.states[row.state] ?? { zh: row.state, en: row.state },
    onDate: row.on_date,
    org: { code: row.org, name: row.org_name },
    receiver: row.receiver === null ? null : { code: row.receiver, name: row.receiver_name ?? '' },
    revision: row.revision,
    sealed: row.sealed,
    demo: row.demo,
    createdAt: row.created_at.toISOString(),
    updatedAt: row.updated_at.toISOString(),
  }
}

/** Her buttons, each with the conditions it waits for. */
export function abilitiesAsData(programme: Programme, facts: Facts, who: Standing): z.infer<typeof abilityShape>[] {
  return abilitiesOf(programme, facts, who).flatMap(({ action, allowed, checks }) => {
    const said = programme.actions[action]
    if (!said) return []
    const { from: _f, to: _t, roles: _r, needs: _n, ...shape } = actionAsData(action, said)
    return [{ ...shape, allowed, checks: checks.map(({ check, met }) => checkState(programme, check, met)) }]
  })
}

export const checkState = (programme: Programme, check: string, met: boolean) => ({
  check,
  label: programme.checks[check]?.label ?? { zh: check, en: check },
  rule: programme.checks[check]?.rule ?? '',
  met,
  by: [...(programme.checks[check]?.by ?? [])],
  waits: programme.checks[check]?.waits ?? false,
  route: programme.checks[check]?.route ?? false,
})

/** Deadlines that ran or run, of those clocks that are asked for. */
export function clocksAsData(
  programme: Programme,
  facts: Facts,
  asked: (clock: string) => boolean = () => true,
): z.infer<typeof clockShape>[] {
  return clocksOf(programme.clocks, facts.history, facts.answers).flatMap((run) => {
    const clock = programme.clocks[run.clock]
    if (!clock || !asked(run.clock)) return []
    return [
      {
        clock: run.clock,
        label: clock.label,
        legal: clock.legal,
        law: clock.law ?? null,
        rule: clock.rule,
        startedOn: run.startedOn,
        dueOn: run.dueOn,
        dueAt: run.dueAt ?? null,
        round: run.round ?? 0,
        pausedOn: run.pausedOn ?? null,
        endedOn: run.endedOn ?? null,
      },
    ]
  })
}

export type RecordView = z.infer<typeof recordView>
