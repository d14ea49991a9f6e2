import { v7 } from 'uuid'
import { expect } from 'vitest'
import type { Answer, Signed, TestHouse } from './house.ts'

/** Makes records and takes their steps through the routes, as the pages do. */
export function recordsOf({ call }: TestHouse) {
  const put = async (who: Signed, programme: string, answers: object) => {
    const id = v7()
    const made = await call(who, 'POST', `/records/${programme}`, { id, actionId: v7(), answers })
    expect(made.status, made.raw.body).toBe(200)
    return { id, path: `/records/${programme}/${id}`, revision: made.body.revision as number }
  }
  /** Tries a step on the record as it stands. */
  const step = async (who: Signed, path: string, action: string, answers: object = {}): Promise<Answer> => {
    const { revision } = (await call(who, 'GET', path)).body
    return call(who, 'POST', `${path}/actions/${action}`, { actionId: v7(), revision, answers })
  }
  /** Takes a step that is not refused. */
  const take = async (who: Signed, path: string, action: string, answers: object = {}): Promise<void> => {
    const taken = await step(who, path, action, answers)
    expect(taken.status, taken.raw.body).toBe(200)
  }
  /** Takes a step that leads to a state. */
  const reaches = async (who: Signed, path: string, action: string, state: string, answers: object = {}) => {
    const { body } = await step(who, path, action, answers)
    expect(body.record?.state ?? body.state, JSON.stringify(body)).toBe(state)
  }
  return { put, step, take, reaches }
}
