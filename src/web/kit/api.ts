import { language } from './i18n.ts'

const base = '/api/v1'

/** What the server says when it will not: a stable code, a sentence for the reader, the field it concerns, and the
 *  request number to quote. `status` is 0 when the server was not reached. */
export class ApiRefusal extends Error {
  readonly code: string
  readonly status: number
  readonly field: string | null
  readonly requestId: string | null
  readonly body: unknown

  constructor(given: {
    code: string
    text: string
    status: number
    field?: unknown
    requestId?: unknown
    body?: unknown
  }) {
    super(given.text)
    this.name = 'ApiRefusal'
    this.code = given.code
    this.status = given.status
    this.field = typeof given.field === 'string' ? given.field : null
    this.requestId = typeof given.requestId === 'string' ? given.requestId : null
    this.body = given.body
  }
}

type QueryValue = string | number | boolean | null | undefined | readonly (string | number)[]
export type Query = Readonly<Record<string, QueryValue>>

/** The path below /api/v1 with its query: empty values are left out, lists are repeated. */
export function apiUrl(path: string, query: Query = {}): string {
  const search = new URLSearchParams()
  for (const [key, value] of Object.entries(query)) {
    if (value === null || value === undefined || value === '') continue
    for (const one of Array.isArray(value) ? value : [value]) search.append(key, String(one))
  }
  const text = search.toString()
  return text ? `${base}${path}?${text}` : base + path
}

/** Reads. Gives the parsed body; throws ApiRefusal. */
export function apiGet<T>(path: string, query?: Query, signal?: AbortSignal): Promise<T> {
  return send<T>('GET', apiUrl(path, query), undefined, signal)
}

/** Writes with a JSON body, or a file with FormData. The header is the guard against forged cross-site requests. */
export function apiSend<T>(
  method: 'POST' | 'PUT' | 'PATCH' | 'DELETE',
  path: string,
  body?: unknown,
  signal?: AbortSignal,
): Promise<T> {
  return send<T>(method, apiUrl(path), body, signal)
}

async function send<T>(method: string, url: string, body: unknown, signal?: AbortSignal): Promise<T> {
  const form = body instanceof FormData
  const headers: Record<string, string> = { accept: 'application/json', 'accept-language': language.get() }
  if (method !== 'GET') headers['x-niangjia-request'] = '1'
  if (body !== undefined && !form) headers['content-type'] = 'application/json'
  const init: RequestInit = { method, headers, credentials: 'same-origin' }
  if (signal) init.signal = signal
  if (body !== undefined) init.body = form ? body : JSON.stringify(body)
  const response = await reach(url, init)
  const answer = await parsed(response)
  if (!response.ok) throw refusalOf(response, answer)
  return answer as T
}

async function reach(url: string, init: RequestInit): Promise<Response> {
  try {
    return await fetch(url, init)
  } catch (cause) {
    if (cause instanceof DOMException && cause.name === 'AbortError') throw cause
    throw new ApiRefusal({ code: 'network-unreachable', text: '', status: 0 })
  }
}

async function parsed(response: Response): Promise<unknown> {
  const text = await response.text()
  if (!text || !response.headers.get('content-type')?.includes('json')) return null
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}

function refusalOf(response: Response, answer: unknown): ApiRefusal {
  const record = isRecord(answer) ? answer : {}
  const said = isRecord(record.error) ? record.error : record
  return new ApiRefusal({
    code: typeof said.code === 'string' ? said.code : `http-${response.status}`,
    text: typeof said.text === 'string' ? said.text : '',
    status: response.status,
    field: said.field,
    requestId: said.requestId ?? response.headers.get('x-request-id'),
    body: answer,
  })
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null
}
