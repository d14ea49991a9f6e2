import { Agent, request } from 'node:http'

export interface Reply {
  readonly status: number
  readonly text: string
}

/** Sends requests to one port over connections that are kept. */
export interface HttpClient {
  readonly send: (method: string, path: string, headers: Record<string, string>, body?: string) => Promise<Reply>
  readonly close: () => void
}

export function httpClient(port: number): HttpClient {
  const agent = new Agent({ keepAlive: true, maxSockets: 64 })
  return {
    close: () => agent.destroy(),
    send: (method, path, headers, body) =>
      new Promise((resolve, reject) => {
        const length = body === undefined ? {} : { 'content-length': Buffer.byteLength(body) }
        const sent = request(
          { agent, host: '127.0.0.1', port, method, path, headers: { ...headers, ...length } },
          (reply) => {
            let text = ''
            reply.setEncoding('utf8')
            reply.on('data', (part: string) => {
              text += part
            })
            reply.on('end', () => resolve({ status: reply.statusCode ?? 0, text }))
            reply.on('error', reject)
          },
        )
        sent.on('error', reject)
        sent.end(body)
      }),
  }
}
