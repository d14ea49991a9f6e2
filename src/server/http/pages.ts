import { existsSync } from 'node:fs'
import { join } from 'node:path'
import fastifyStatic from '@fastify/static'
import type { FastifyInstance } from 'fastify'
import { webFolder } from '../paths.ts'

/** The built workbench under /workbench; every path below it is its own router's. `/` leads there until the hall stands. */
export async function mountPages(app: FastifyInstance): Promise<void> {
  const root = webFolder
  app.get('/', async (_request, reply) => reply.redirect('/workbench/'))
  if (!existsSync(join(root, 'index.html'))) return
  await app.register(fastifyStatic, { root, serve: false })
  await app.register(fastifyStatic, {
    root: join(root, 'assets'),
    prefix: '/assets/',
    decorateReply: false,
    immutable: true,
    maxAge: '365d',
  })
  const page = { cacheControl: false } as const
  app.get('/workbench', async (_request, reply) => reply.redirect('/workbench/'))
  app.get('/workbench/*', async (_request, reply) =>
    reply.header('cache-control', 'no-cache').sendFile('index.html', root, page),
  )
}
