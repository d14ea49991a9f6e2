import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type pg from 'pg'
import type { z } from 'zod'
import type { Contract } from '../../core/api/contract.ts'
import { type Language, Refusal } from '../../core/refusal.ts'
import { type Actor, asAccount, asActor, type Tx, type TxOptions } from '../database/actor.ts'
import type { FileStore } from '../files/file-store.ts'
import type { Secrets } from '../secrets.ts'
import { type Caller, callerOf, guessCaller, isStill, keepGuess } from './caller.ts'
import { languageOf } from './language.ts'
import { readUpload, type Upload } from './upload.ts'

/** What the whole application shares; made once at start. */
export interface House {
  readonly pool: pg.Pool
  readonly secrets: Secrets
  readonly files: FileStore
  /** Starts a background job by name; it survives a restart. */
  readonly enqueue: (job: string, payload: Record<string, unknown>) => Promise<void>
}

export interface Input<P, Q, B> {
  readonly params: P
  readonly query: Q
  readonly body: B
}

interface Web {
  readonly house: House
  readonly request: FastifyRequest
  readonly reply: FastifyReply
  readonly language: Language
}
export interface PublicContext<P, Q, B> extends Input<P, Q, B>, Web {
  readonly caller: Caller | undefined
}
export interface AccountContext<P, Q, B> extends Input<P, Q, B>, Web {
  readonly caller: Caller
  readonly tx: Tx
}
export interface PostContext<P, Q, B> extends AccountContext<P, Q, B> {
  readonly actor: Actor
  /** The file of a route that takes one. */
  readonly upload: Upload | undefined
}

/** A contract with the handler that keeps it. */
export interface Route {
  readonly contract: Contract
  readonly mount: (app: FastifyInstance, house: House) => void
}

function parse<T>(schema: z.ZodType<T> | undefined, value: unknown, where: 'params' | 'query' | 'body'): T {
  if (!schema) return undefined as T
  const result = schema.safeParse(value ?? (where === 'body' ? undefined : {}))
  if (result.success) return result.data
  if (where === 'params') throw new Refusal('not-found')
  const issue = result.error.issues[0]
  const path = issue?.path.join('.') ?? ''
  throw new Refusal('input-invalid', { field: path || where, values: { what: path || where } })
}

function inputOf<P, Q, B>(contract: Contract<P, Q, B, unknown>, request: FastifyRequest): Input<P, Q, B> {
  return {
    params: parse(contract.params, request.params, 'params'),
    query: parse(contract.query, request.query, 'query'),
    body: parse(contract.body, request.body, 'body'),
  }
}

function refuseCrossSite(request: FastifyRequest): void {
  const writes = request.method !== 'GET' && request.method !== 'HEAD'
  // A cookie rides along with a forged form; a header of ours does not. Bearer tokens are not sent by themselves.
  if (writes && !request.headers.authorization && request.headers['x-niangjia-request'] !== '1')
    throw new Refusal('cross-site')
}

function route<P, Q, B, R>(contract: Contract<P, Q, B, R>, answer: (web: Web) => Promise<R>): Route {
  return {
    contract: contract as Contract,
    mount: (app, house) => {
      app.route({
        method: contract.method,
        url: `/api/v1${contract.path}`,
        handler: async (request, reply) => {
          if (contract.access !== 'public') refuseCrossSite(request)
          const result = await answer({ house, request, reply, language: languageOf(request) })
          return reply.sent ? reply : result
        },
      })
    },
  }
}

/** An endpoint for anybody: the handler opens its own transaction, for a duty of the house. */
export function publicRoute<P, Q, B, R>(
  contract: Contract<P, Q, B, R>,
  handler: (context: PublicContext<P, Q, B>) => Promise<R>,
): Route {
  return route(contract, async (web) => {
    const caller = await callerOf(web.house.pool, web.request)
    // A route about one's own account opens its transactions itself too; whoever is nobody is told so before anything else.
    if (!caller && contract.access !== 'public') throw new Refusal('signed-out')
    return handler({ ...web, ...inputOf(contract, web.request), caller })
  })
}

/** An endpoint for a signed-in account, with or without a post: one transaction that sees her own things only. */
export function accountRoute<P, Q, B, R>(
  contract: Contract<P, Q, B, R>,
  handler: (context: AccountContext<P, Q, B>) => Promise<R>,
): Route {
  return route(contract, async (web) => {
    const caller = await callerOf(web.house.pool, web.request)
    if (!caller) throw new Refusal('signed-out')
    const input = inputOf(contract, web.request)
    return asAccount(web.house.pool, caller.account, (tx) => handler({ ...web, ...input, caller, tx }))
  })
}

/** An endpoint for a post: caller → input → one transaction as that post → handler. Nothing is answered outside it. */
export function postRoute<P, Q, B, R>(
  contract: Contract<P, Q, B, R>,
  handler: (context: PostContext<P, Q, B>) => Promise<R>,
  options: { repeatable?: boolean } = {},
): Route {
  return route(contract, async (web) => {
    const { request, house, language } = web
    const answerTo = async (caller: Caller, confirm?: TxOptions['confirm']) => {
      const actor = actorOf(caller, language)
      const input = inputOf(contract, request)
      const upload = contract.consumes ? await readUpload(request) : undefined
      const { repeatable = false } = options
      const work = (tx: Tx) => handler({ ...web, ...input, caller, actor, tx, upload })
      return asActor(house.pool, actor, work, { repeatable, ...(confirm && { confirm }) })
    }
    const guess = contract.consumes ? undefined : guessCaller(request)
    if (guess) {
      let confirmed = false
      const confirm = async (client: pg.ClientBase) => {
        confirmed = await isStill(client, guess)
        if (!confirmed) throw new Refusal('signed-out')
      }
      try {
        return await answerTo(guess, confirm)
      } catch (error) {
        // What a guess refused without being confirmed was never said: she is looked up, and asked again.
        if (confirmed) throw error
      }
    }
    const caller = await callerOf(house.pool, request)
    keepGuess(request, caller)
    if (!caller) throw new Refusal('signed-out')
    return answerTo(caller)
  })
}

function actorOf(caller: Caller, language: Language): Actor {
  if (caller.mustChange) throw new Refusal('password-change-needed')
  if (!caller.post) throw new Refusal('post-needed')
  if (caller.needsSecondStep) throw new Refusal('totp-required')
  const { id, role, org } = caller.post
  return { account: caller.account, displayName: caller.displayName, post: id, role, org, language }
}
