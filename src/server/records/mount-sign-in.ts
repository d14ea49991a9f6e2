import rateLimit from '@fastify/rate-limit'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { v7 } from 'uuid'
import { z } from 'zod'
import { uuid } from '../../core/api/shared.ts'
import { Refusal, refusalText } from '../../core/refusal.ts'
import { asRefusal } from '../http/database-errors.ts'
import { languageOf } from '../http/language.ts'
import type { House } from '../http/route.ts'
import { openDoor, readSign, signIn, signOut } from './sign-in-door.ts'
import { donePage, formPage, gonePage } from './sign-in-page.ts'

const formOf = z.object({
  id: uuid.catch(() => v7()),
  name: z.string().max(200).catch(''),
  phone: z.string().max(60).catch(''),
  way: z.enum(['in', 'out']).catch('in'),
})

/** GET and POST /s/:code — the sign-in page at the door of an activity: server-rendered, without script, for anybody with the code. */
export async function mountSignIn(app: FastifyInstance, house: House): Promise<void> {
  await app.register(async (door) => {
    // One village, one mobile gateway: many phones share an address. Guessing twelve letters still takes for ever.
    await door.register(rateLimit, { max: 240, timeWindow: '1 minute' })
    door.addContentTypeParser(
      'application/x-www-form-urlencoded',
      { parseAs: 'string', bodyLimit: 8192 },
      (_request, body, done) => {
        done(null, Object.fromEntries(new URLSearchParams(String(body))))
      },
    )
    door.get('/s/:code', (request, reply) => show(house, request, reply))
    door.post('/s/:code', (request, reply) => take(house, request, reply))
  })
}

const codeOf = (request: FastifyRequest) =>
  String((request.params as { code?: unknown }).code ?? '')
    .slice(0, 40)
    .toUpperCase()
const isLarge = (request: FastifyRequest) => (request.query as { type?: unknown }).type === 'large'
const html = (reply: FastifyReply, text: string, status = 200) =>
  reply.code(status).type('text/html; charset=utf-8').header('cache-control', 'no-store').send(text)

async function show(house: House, request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> {
  const language = languageOf(request)
  try {
    const sign = await readSign(house, await openDoor(house, codeOf(request)), language)
    return html(reply, formPage(sign, { id: v7(), name: '', phone: '' }, language, isLarge(request)))
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    return html(reply, gonePage(language, isLarge(request)), error.status)
  }
}

async function take(house: House, request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> {
  const language = languageOf(request)
  const form = formOf.parse(typeof request.body === 'object' && request.body !== null ? request.body : {})
  const door = await openDoor(house, codeOf(request)).catch(refusalOnly)
  if (door instanceof Refusal) return html(reply, gonePage(language, isLarge(request)), door.status)
  const sign = await readSign(house, door, language)
  const way = sign.timed ? form.way : 'in'
  const refusal = await (way === 'out' ? signOut : signIn)(house, door, form).catch(refusalOnly)
  if (!(refusal instanceof Refusal)) return html(reply, donePage(sign, way, language, isLarge(request)))
  const wrong = refusalText(refusal.code, language, refusal.detail.values)
  return html(reply, formPage(sign, { ...form, wrong }, language, isLarge(request)), refusal.status)
}

function refusalOnly(error: Error & { code?: string }): Refusal {
  const refusal = error instanceof Refusal ? error : asRefusal(error)
  if (!refusal) throw error
  return refusal
}
