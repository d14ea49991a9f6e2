import { useQuery } from '@tanstack/react-query'
import type { ResponseOf } from '../../../core/api/contract.ts'
import type { listTodos } from '../../../core/api/todos.ts'
import { apiGet } from '../../kit/api.ts'

export type Todos = ResponseOf<typeof listTodos>
export type Todo = Todos['today'][number]

/** My to-dos by deadline, those after next week only counted unless all are asked for; asked only once there is a post. */
export function useTodos(enabled = true, all = false) {
  return useQuery({
    queryKey: ['todos', all],
    queryFn: ({ signal }) => apiGet<Todos>('/todos', all ? { all } : {}, signal),
    refetchInterval: 60_000,
    enabled,
  })
}

/** How many to-dos stand on the first page and beyond. */
export function countTodos(todos: Todos | undefined): number {
  if (!todos) return 0
  return todos.overdue.length + todos.today.length + todos.week.length + todos.later.count
}
