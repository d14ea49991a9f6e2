import { v7 } from 'uuid'
import { expect } from 'vitest'
import { todayInShanghai } from '../../../src/core/day.ts'
import type { Visitor } from './visitor.ts'

export const today = todayInShanghai(new Date())

/** Holds an evening of `count` people, estimated, through the same interface the pages use. Gives its id. */
export async function holdEvening({ context }: Visitor, title: string, count: number): Promise<string> {
  const id = v7()
  const send = async (method: string, path: string, data: object): Promise<{ revision: number }> => {
    const answer = await context.request.fetch(`/api/v1/records/family-story${path}`, {
      method,
      headers: { 'x-niangjia-request': '1' },
      data,
    })
    expect(answer.ok(), await answer.text()).toBe(true)
    return answer.json()
  }
  const answers = { title, heldOn: today, place: '嘎查党群服务中心' }
  const made = await send('POST', '', { id, actionId: v7(), answers })
  const heads = [{ count, grade: 'C', reason: '按座位估的' }]
  const counted = await send('PUT', `/${id}/heads`, { actionId: v7(), revision: made.revision, heads })
  await send('POST', `/${id}/actions/hold`, { actionId: v7(), revision: counted.revision, answers: {} })
  return id
}
