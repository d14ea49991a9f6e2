import type { FastifyInstance } from 'fastify'

const bounds = [5, 10, 25, 50, 100, 250, 500, 1000, 2500]

/** Counters in the Prometheus text form at /metrics: requests and their times by route and status; no query, no person. */
export function mountMetrics(app: FastifyInstance): void {
  const requests = new Map<string, { count: number; total: number; buckets: number[] }>()
  app.addHook('onResponse', async (request, reply) => {
    const key = `method="${request.method}",route="${request.routeOptions.url ?? 'none'}",status="${reply.statusCode}"`
    const held = requests.get(key) ?? { count: 0, total: 0, buckets: bounds.map(() => 0) }
    held.count++
    held.total += reply.elapsedTime
    held.buckets = held.buckets.map((n, i) => (reply.elapsedTime <= (bounds[i] ?? 0) ? n + 1 : n))
    requests.set(key, held)
  })
  app.get('/metrics', { logLevel: 'silent' }, async (_request, reply) => {
    const lines = ['# TYPE niangjia_request_ms histogram']
    for (const [key, { count, total, buckets }] of requests) {
      buckets.forEach((n, i) => {
        lines.push(`niangjia_request_ms_bucket{${key},le="${bounds[i]}"} ${n}`)
      })
      lines.push(
        `niangjia_request_ms_bucket{${key},le="+Inf"} ${count}`,
        `niangjia_request_ms_sum{${key}} ${total.toFixed(1)}`,
        `niangjia_request_ms_count{${key}} ${count}`,
      )
    }
    const memory = process.memoryUsage()
    lines.push(
      '# TYPE niangjia_memory_bytes gauge',
      `niangjia_memory_bytes{kind="rss"} ${memory.rss}`,
      `niangjia_memory_bytes{kind="heap"} ${memory.heapUsed}`,
    )
    return reply.type('text/plain; version=0.0.4').send(`${lines.join('\n')}\n`)
  })
}
