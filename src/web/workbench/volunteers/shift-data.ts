import { useQuery } from '@tanstack/react-query'
import type { ResponseOf } from '../../../core/api/contract.ts'
import type { projectShifts, shiftPeople } from '../../../core/api/volunteering.ts'
import { apiGet } from '../../kit/api.ts'

export type ShiftPeople = ResponseOf<typeof shiftPeople>

// Under 'records', so that whatever is done to a record asks for them anew.
export const useProjectShifts = (project: string) =>
  useQuery({
    queryKey: ['records', 'volunteer-project', project, 'shifts'],
    queryFn: ({ signal }) => apiGet<ResponseOf<typeof projectShifts>>(`/volunteering/projects/${project}`, {}, signal),
  })

export const useShiftPeople = (shift: string) =>
  useQuery({
    queryKey: ['records', 'volunteer-session', shift, 'people'],
    queryFn: ({ signal }) => apiGet<ShiftPeople>(`/volunteering/shifts/${shift}`, {}, signal),
  })

/** The hour of a moment in Shanghai: 09:30. */
export const hourText = (moment: string): string =>
  new Date(Date.parse(moment) + 8 * 3_600_000).toISOString().slice(11, 16)

export const hoursText = (from: string | null, to: string | null): string =>
  from && to ? `${hourText(from)}–${hourText(to)}` : '—'
