/** Times in milliseconds of one piece of work, by so many clients at once, each with its next as soon as the last ended. */
export interface Timing {
  readonly clients: number
  readonly times: number
  readonly p50: number
  readonly p95: number
  readonly p99: number
  /** Per second, all clients together. */
  readonly rate: number
}

interface Plan {
  readonly clients: number
  /** How long to go on; slow work goes on until each client has done `atLeast`. */
  readonly seconds?: number
  readonly atLeast?: number
  /** Runs before the clock starts, per client: connections made, statements prepared (pg plans anew five times). */
  readonly warm?: number
}

/** Gives false when there is nothing left to do. */
export type Work = (client: number) => Promise<unknown>

export async function measure(work: Work, { clients, seconds = 1, atLeast = 2, warm = 8 }: Plan): Promise<Timing> {
  const everybody = (run: (client: number) => Promise<void>) =>
    Promise.all(Array.from({ length: clients }, (_, client) => run(client)))
  const patience = performance.now() + seconds * 1000
  await everybody(async (client) => {
    for (let n = 0; n < warm && (n < 1 || performance.now() < patience); n++) await work(client)
  })
  const times: number[] = []
  const from = performance.now()
  await everybody(async (client) => {
    for (let n = 0; n < atLeast || performance.now() - from < seconds * 1000; n++) {
      const began = performance.now()
      if ((await work(client)) === false) break
      times.push(performance.now() - began)
    }
  })
  const elapsed = (performance.now() - from) / 1000
  times.sort((a, b) => a - b)
  const at = (share: number) => times[Math.min(times.length - 1, Math.floor(times.length * share))] ?? Number.NaN
  return { clients, times: times.length, p50: at(0.5), p95: at(0.95), p99: at(0.99), rate: times.length / elapsed }
}
