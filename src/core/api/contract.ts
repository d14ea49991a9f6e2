import type { z } from 'zod'

export type Access = 'public' | 'account' | 'post'

/**
 * One endpoint, said once: the server checks requests by it, the web takes its types from it, OpenAPI is printed from it.
 * Paths are below /api/v1, with :params. `access` public: nobody need be signed in; account: signed in; post: under a post.
 */
export interface Contract<P = unknown, Q = unknown, B = unknown, R = unknown> {
  readonly id: string
  readonly method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'
  readonly path: string
  readonly summary: string
  readonly access: Access
  readonly params?: z.ZodType<P>
  readonly query?: z.ZodType<Q>
  readonly body?: z.ZodType<B>
  readonly response: z.ZodType<R>
  /** Refusals worth naming in the documentation besides the general ones. */
  readonly refuses?: readonly string[]
  /** Answers with a file instead of JSON, or takes one (multipart). */
  readonly produces?: string
  readonly consumes?: string
  /** Text fields beside the file of such a form. */
  readonly form?: z.ZodType
}

export function contract<P = undefined, Q = undefined, B = undefined, R = unknown>(
  c: Contract<P, Q, B, R>,
): Contract<P, Q, B, R> {
  return c
}

export type ParamsOf<C> = C extends Contract<infer P, unknown, unknown, unknown> ? P : never
export type QueryOf<C> = C extends Contract<infer _P, infer Q, unknown, unknown> ? Q : never
export type BodyOf<C> = C extends Contract<infer _P, infer _Q, infer B, unknown> ? B : never
export type ResponseOf<C> = C extends Contract<infer _P, infer _Q, infer _B, infer R> ? R : never
