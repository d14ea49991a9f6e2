import { z } from 'zod'
import { contract } from './contract.ts'
import { privacyClass } from './record-shapes.ts'
import { day, label, orgRef, uuid } from './shared.ts'

const todo = z.object({
  id: z.string(),
  title: z.string(),
  detail: z.string(),
  kindLabel: label,
  privacy: privacyClass,
  clockKind: z.enum(['legal', 'service']),
  law: z.string().nullable(),
  dueOn: day,
  /** The moment, for deadlines of minutes and hours. */
  dueAt: z.string().nullable(),
  link: z.string(),
  programme: z.string(),
  record: uuid,
  number: z.string().nullable(),
})

export const listTodos = contract({
  id: 'listTodos',
  method: 'GET',
  path: '/todos',
  access: 'post',
  summary: '我的待办，按期限 / What this post has to do, by deadline',
  query: z.object({ all: z.stringbool().optional() }),
  response: z.object({
    overdue: z.array(todo),
    today: z.array(todo),
    week: z.array(todo),
    /** What is due after seven days: counted, and named where all was asked for. */
    later: z.object({ count: z.number(), items: z.array(todo) }),
  }),
})

export const listAgenda = contract({
  id: 'listAgenda',
  method: 'GET',
  path: '/agenda',
  access: 'post',
  summary: '近日安排 / Activities of the next seven days in the own subtree',
  response: z.object({
    items: z.array(
      z.object({
        id: uuid,
        programme: z.string(),
        programmeLabel: label,
        title: z.string(),
        onDate: day,
        place: z.string().nullable(),
        org: orgRef,
        stateLabel: label,
        link: z.string(),
      }),
    ),
    total: z.number(),
  }),
})
