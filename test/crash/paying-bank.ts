import { setTimeout as sleep } from 'node:timers/promises'
import { ask } from './front-line.ts'

/** A finance post with the bank's answers on her desk: gives each line's result, again and again, until it is acknowledged. */
export class PayingBank {
  readonly refused: string[] = []
  acknowledged = 0
  #next = 1
  #stopped = false
  readonly #url: string
  readonly #token: string
  readonly #batch: string
  readonly #lines: number

  constructor(url: string, token: string, batch: string, lines: number) {
    this.#url = url
    this.#token = token
    this.#batch = batch
    this.#lines = lines
  }

  stop(): void {
    this.#stopped = true
  }

  async work(): Promise<void> {
    this.#stopped = false
    while (!this.#stopped && this.#next <= this.#lines) {
      // Every tenth was given before: a bank repeats itself.
      const no = this.#next % 10 === 0 ? Math.max(1, this.#next - 7) : this.#next
      if (await this.#give(no)) this.#next += 1
    }
  }

  /** The rest, and then until the house has taken every answer to its record. */
  async finish(): Promise<{ paidLines: number; stuckLines: number }> {
    await this.work()
    for (let no = 10; no <= this.#lines; no += 10) while (!(await this.#give(no)));
    for (let tick = 0; tick < 600; tick++) {
      const answer = await ask(this.#url, this.#token, 'GET', `/payment-batches/${this.#batch}`)
      const page = answer?.status === 200 ? answer.body : undefined
      if (page?.waitingAnswers === 0) return { paidLines: page.batch.paidLines, stuckLines: page.stuckLines }
      await sleep(100)
    }
    throw new Error('answers are still waiting')
  }

  async #give(no: number): Promise<boolean> {
    const said = { result: 'paid', reason: '银行来电' }
    const answer = await ask(this.#url, this.#token, 'POST', `/payment-batches/${this.#batch}/lines/${no}`, said)
    if (answer?.status === 200) this.acknowledged += 1
    else if (answer && answer.status !== 503)
      this.refused.push(`${no}: ${answer.status} ${JSON.stringify(answer.body)}`)
    else await sleep(100)
    return answer?.status === 200
  }
}
