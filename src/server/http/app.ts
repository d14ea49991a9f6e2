import compress from '@fastify/compress'
import cookie from '@fastify/cookie'
import multipart from '@fastify/multipart'
import fastify, { type FastifyError, type FastifyInstance, type FastifyReply, type FastifyRequest } from 'fastify'
import { Refusal, refusalText } from '../../core/refusal.ts'
import { mountSignIn } from '../records/mount-sign-in.ts'
import { mountFigures } from '../releases/mount-figures.ts'
import { mountReviews } from '../reviews/mount-reviews.ts'
import { asRefusal } from './database-errors.ts'
import { languageOf } from './language.ts'
import { mountMetrics } from './metrics.ts'
import { openApi } from './openapi.ts'
import { mountPages } from './pages.ts'
import type { House } from './route.ts'
import { routes } from './routes.ts'

export const largestFile = 20 * 1024 * 1024

/** The whole application on one Fastify, not listening yet: tests call `inject()` on it. */
export async function buildApp(house: House, options: { log?: boolean } = {}): Promise<FastifyInstance> {
  const app = fastify({
    logger: options.log
      ? { level: 'info', redact: ['req.headers.cookie', 'req.headers.authorization'], serializers: { req: logged } }
      : false,
    genReqId: () => crypto.randomUUID().slice(0, 8),
    bodyLimit: 1024 * 1024,
    // We listen on loopback only: whoever forwards to us is the operator's own proxy, and says who called.
    trustProxy: 'loopback',
    forceCloseConnections: true,
    // An address no route can read (broken escapes, a part too long) never comes as far as the handlers below.
    frameworkErrors: (_error, request, reply) => {
      refuse(new Refusal('not-found'), request, reply.headers(securityHeaders))
    },
  })
  await app.register(cookie)
  await app.register(compress, { threshold: 1024, encodings: ['br', 'gzip'] })
  await app.register(multipart, { limits: { fileSize: largestFile, files: 1, fields: 20 } })
  app.addHook('onSend', async (request, reply) => {
    reply.headers(securityHeaders)
    // What one reader was shown stays on no shared computer and in no cache between.
    if (request.url.startsWith('/api/') && !reply.hasHeader('cache-control')) reply.header('cache-control', 'no-store')
  })
  app.setErrorHandler((error: FastifyError, request, reply) => refuse(error, request, reply))
  app.setNotFoundHandler((request, reply) => refuse(new Refusal('method-unknown'), request, reply))
  for (const route of routes) route.mount(app, house)
  app.get('/api/openapi.json', async () => openApi(routes.map((r) => r.contract)))
  mountMetrics(app)
  await mountSignIn(app, house)
  await mountFigures(app, house)
  await mountReviews(app, house)
  await mountPages(app)
  return app
}

const securityHeaders = {
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
  'referrer-policy': 'no-referrer',
  'permissions-policy': 'geolocation=(), microphone=(), camera=(self)',
  'content-security-policy':
    "default-src 'self'; img-src 'self' data: blob:; style-src 'self' 'unsafe-inline'; object-src 'none'; base-uri 'none'; frame-ancestors 'none'",
}

// A path may hold a search for a woman's name or number: the log keeps the route, never the query.
const logged = (request: FastifyRequest) => ({ method: request.method, path: request.url.split('?')[0] })

/** The one place where a failure becomes an answer. What a client sent never gives a 5xx; what we broke says only its number. */
function refuse(error: FastifyError | Refusal, request: FastifyRequest, reply: FastifyReply): FastifyReply {
  const refusal = error instanceof Refusal ? error : (asRefusal(error) ?? fromFastify(error))
  const language = languageOf(request)
  if (!refusal) {
    request.log.error({ err: { message: error.message, stack: error.stack, code: error.code } }, 'unexpected')
    const text =
      language === 'en'
        ? `Something went wrong on our side; nothing was half-saved. Request ${request.id}`
        : `系统出错了，没有存下半条数据。请稍后再试，或报告编号 ${request.id}`
    return reply.code(500).send({ code: 'unexpected', text, requestId: request.id })
  }
  const { field, values, facts } = refusal.detail
  const text = refusalText(refusal.code, language, values)
  return reply.code(refusal.status).send({ code: refusal.code, text, field, facts, requestId: request.id })
}

function fromFastify(error: FastifyError): Refusal | undefined {
  const status = error.statusCode ?? 500
  if (status >= 500) return undefined
  if (status === 413) return new Refusal('too-large', { values: { limit: '20 MB' } })
  if (status === 415) return new Refusal('type-unsupported', { values: { allowed: 'application/json' } })
  if (status === 429) return new Refusal('too-many', { values: { seconds: 60 } })
  return new Refusal('input-invalid', { field: 'body', values: { what: 'body' } })
}
