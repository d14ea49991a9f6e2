import { setTimeout as sleep } from 'node:timers/promises'
import { v7 } from 'uuid'

/** What the service has said yes to: no more and no less must be found. */
export interface Evening {
  readonly id: string
  readonly state: string
  readonly revision: number
  readonly people: readonly string[]
}

interface Answer {
  readonly status: number
  // biome-ignore lint/suspicious/noExplicitAny: a test reads answers it has just described
  readonly body: any
}

/** One request, once. Undefined: nobody knows whether it was done. */
export async function ask(
  url: string,
  token: string,
  method: string,
  path: string,
  body?: object,
): Promise<Answer | undefined> {
  try {
    const answer = await fetch(`${url}/api/v1${path}`, {
      method,
      headers: {
        authorization: `Bearer ${token}`,
        'x-niangjia-request': '1',
        ...(body ? { 'content-type': 'application/json' } : {}),
      },
      ...(body ? { body: JSON.stringify(body) } : {}),
      signal: AbortSignal.timeout(10_000),
    })
    return { status: answer.status, body: await answer.json() }
  } catch {
    return undefined
  }
}

/** A chair at her desk: makes evenings, puts people on the list, holds, reopens and holds again; sends each thing until it is acknowledged. */
export class FrontLine {
  readonly held = new Map<string, Evening>()
  readonly refused: string[] = []
  acknowledged = 0
  retried = 0
  #stopped = false
  readonly #url: string
  readonly #token: string
  readonly #people: readonly string[]

  constructor(url: string, token: string, people: readonly string[]) {
    this.#url = url
    this.#token = token
    this.#people = people
  }

  /** Finishes what was sent, then rests. */
  stop(): void {
    this.#stopped = true
  }

  async work(): Promise<void> {
    this.#stopped = false
    for (let n = 0; !this.#stopped; n++) {
      const id = v7()
      const path = `/records/family-story/${id}`
      const answers = { title: `第 ${n} 场`, heldOn: `2026-0${1 + (n % 9)}-15`, place: '嘎查活动室' }
      await this.#insist('POST', '/records/family-story', { id, actionId: v7(), answers }, id, [])
      const people = this.#people.filter((_, at) => at === n % this.#people.length || Math.random() < 0.4)
      await this.#insist(
        'POST',
        `${path}/attendance`,
        { actionId: v7(), people: people.map((person) => ({ person })) },
        id,
        people,
      )
      await this.#act(id, 'hold')
      if (n % 3 === 0) {
        await this.#act(id, 'reopen')
        await this.#act(id, 'hold')
      }
    }
  }

  #act(id: string, action: string): Promise<void> {
    const body = {
      actionId: v7(),
      revision: this.held.get(id)?.revision ?? 1,
      ...(action === 'reopen' ? { reason: '人数记错了' } : {}),
    }
    return this.#insist('POST', `/records/family-story/${id}/actions/${action}`, body, id)
  }

  async #insist(
    method: string,
    path: string,
    body: object,
    id: string,
    people = this.held.get(id)?.people ?? [],
  ): Promise<void> {
    for (;;) {
      const answer = await ask(this.#url, this.#token, method, path, body)
      if (answer?.status === 200) {
        this.held.set(id, { id, people, state: answer.body.state, revision: answer.body.revision })
        this.acknowledged++
        return
      }
      // Anything but "try again" is wrong: the same request was right a moment ago.
      if (answer && answer.status !== 503) {
        this.refused.push(`${path} ${answer.status} ${JSON.stringify(answer.body)}`)
        throw new Error(this.refused.at(-1))
      }
      this.retried++
      await sleep(60)
    }
  }
}
