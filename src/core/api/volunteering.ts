import { z } from 'zod'
import { contract } from './contract.ts'
import { day, label, uuid } from './shared.ts'

const one = z.object({ id: uuid })
const sums = z.object({
  places: z.number(),
  accepted: z.number(),
  applied: z.number(),
  waiting: z.number(),
  /** On the list, of them those who signed in and are not out, and minutes so far. */
  came: z.number(),
  inside: z.number(),
  minutes: z.number(),
})

const shift = sums.extend({
  id: uuid,
  title: z.string(),
  post: z.string().nullable(),
  on: day,
  startsAt: z.string().nullable(),
  endsAt: z.string().nullable(),
  stateLabel: label,
})

const signup = z.object({
  id: uuid,
  person: uuid,
  name: z.string().nullable(),
  state: z.enum(['applied', 'waiting', 'accepted']),
  revision: z.number(),
  registered: z.boolean(),
  checked: z.boolean(),
  trained: z.boolean(),
  busy: z.boolean(),
})

export const projectShifts = contract({
  id: 'projectShifts',
  method: 'GET',
  path: '/volunteering/projects/:id',
  access: 'post',
  summary:
    '招募项目的班次 / The shifts of a project with their places, sign-ups, who is in and the minutes, by day; at most 200',
  params: one,
  response: z.object({ shifts: z.array(shift) }),
  refuses: ['programme-unknown', 'not-found'],
})

export const shiftPeople = contract({
  id: 'shiftPeople',
  method: 'GET',
  path: '/volunteering/shifts/:id',
  access: 'post',
  summary:
    '班次的报名 / Who signed up for a shift, names masked, in the order they did: accepted, waiting and unanswered ones, with what stands in the way as yes or no; at most 600',
  params: one,
  response: sums.extend({
    withChildren: z.boolean(),
    training: z.string().nullable(),
    people: z.array(signup),
  }),
  refuses: ['programme-unknown', 'not-found'],
})
