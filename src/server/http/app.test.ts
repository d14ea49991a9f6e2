import { describe, expect, test } from 'vitest'
import { makeHouse, orgs } from '../../../test/support/house.ts'
import { routes } from './routes.ts'

const house = await makeHouse()
const chair = await house.signIn('chair', orgs.village)
const get = (url: string, headers: Record<string, string> = {}) => house.app.inject({ method: 'GET', url, headers })

describe('every answer', () => {
  test.each([
    '/api/v1/health',
    '/api/v1/me',
    '/api/v1/nothing',
    '/api/v1/people/%ff',
    '/api/openapi.json',
    '/metrics',
    '/s/AAAABBBBCCCC',
    '/',
  ])('%s carries the security headers', async (url) => {
    const { headers } = await get(url)
    expect(headers).toMatchObject({
      'x-content-type-options': 'nosniff',
      'x-frame-options': 'DENY',
      'referrer-policy': 'no-referrer',
    })
    const policy = String(headers['content-security-policy'])
    expect(policy).toContain("default-src 'self'")
    expect(policy).toContain("frame-ancestors 'none'")
    expect(policy).not.toContain('unsafe-eval')
    expect(headers).not.toHaveProperty('server')
    expect(headers).not.toHaveProperty('x-powered-by')
    expect(headers).not.toHaveProperty('access-control-allow-origin')
  })
})

describe('a refusal', () => {
  test('says in the language asked for what happened, and its number', async () => {
    const zh = (await get('/api/v1/me')).json()
    const en = (await get('/api/v1/me', { 'accept-language': 'en-GB,en' })).json()
    expect(zh).toMatchObject({ code: 'signed-out', requestId: expect.stringMatching(/^[\w-]{8}$/) })
    expect(zh.text).toMatch(/\p{Script=Han}/u)
    expect(en.text).toMatch(/^[\x20-\x7e’–—]+$/)
    expect(en.requestId).not.toBe(zh.requestId)
  })

  test('of an address nobody can read is one like any other', async () => {
    for (const url of ['/api/v1/people/%ff', `/api/v1/people/${'x'.repeat(400)}`, '/api/v1/nothing', '/api/v9/me']) {
      const answer = await get(url, chair.headers)
      expect(answer.statusCode, url).toBeGreaterThanOrEqual(400)
      expect(answer.statusCode, url).toBeLessThan(500)
      expect(answer.json(), url).toMatchObject({
        code: expect.any(String),
        text: expect.any(String),
        requestId: expect.any(String),
      })
    }
  })

  test('repeats nothing of what was sent', async () => {
    for (const answer of [
      await get('/api/v1/people/secret-word-7', chair.headers),
      await get('/api/v1/records/secret-word-7', chair.headers),
      await house.app.inject({
        method: 'POST',
        url: '/api/v1/people',
        headers: { ...chair.headers, 'content-type': 'application/json' },
        payload: '{"secret-word-7"',
      }),
    ]) {
      expect(answer.body).not.toContain('secret-word-7')
    }
  })

  test('of a body too large comes before it is read', async () => {
    const answer = await house.app.inject({
      method: 'POST',
      url: '/api/v1/people',
      headers: { ...chair.headers, 'content-type': 'application/json' },
      payload: `"${'x'.repeat(1_100_000)}"`,
    })
    expect([answer.statusCode, answer.json().code]).toEqual([413, 'too-large'])
  })
})

describe('what a browser sends by itself', () => {
  test('a write that rides on the cookie needs the header of our own pages', async () => {
    const cookies = { niangjia_session: chair.token }
    const forged = await house.app.inject({
      method: 'PUT',
      url: '/api/v1/me/post',
      cookies,
      payload: { postId: chair.actor.post },
    })
    expect(forged.json().code).toBe('cross-site')
    const form = await house.app.inject({
      method: 'POST',
      url: '/api/v1/people',
      cookies,
      headers: { 'content-type': 'text/plain', 'x-niangjia-request': '0' },
      payload: '{}',
    })
    expect(form.statusCode).toBeGreaterThanOrEqual(400)
    const ours = await house.app.inject({
      method: 'PUT',
      url: '/api/v1/me/post',
      cookies,
      headers: { 'x-niangjia-request': '1' },
      payload: { postId: chair.actor.post },
    })
    expect(ours.statusCode).toBe(200)
    expect((await house.app.inject({ method: 'GET', url: '/api/v1/me', cookies })).statusCode).toBe(200)
  })

  test('a token that is none signs nobody in', async () => {
    for (const authorization of [
      'Bearer x',
      `Bearer ${'a'.repeat(43)}`,
      `Basic ${chair.token}`,
      chair.token,
      'Bearer ',
      `Bearer ${chair.token}\t`,
    ]) {
      expect((await get('/api/v1/me', { authorization })).json().code, authorization).toBe('signed-out')
    }
  })
})

describe('the catalogue of routes', () => {
  test('names each once, documents each, and signs nobody in to more than it says', async () => {
    const ids = routes.map((r) => r.contract.id)
    expect(ids).toEqual([...new Set(ids)])
    const { paths } = (await get('/api/openapi.json')).json()
    const documented = Object.values(paths as Record<string, object>).reduce(
      (n, methods) => n + Object.keys(methods).length,
      0,
    )
    expect(documented).toBe(routes.length)
    expect(
      routes
        .filter((r) => r.contract.access === 'public')
        .map((r) => r.contract.id)
        .sort(),
    ).toEqual(['getHealth', 'listDemoAccounts', 'postSession'])
    for (const { contract } of routes.filter((r) => r.contract.access !== 'public')) {
      const url = `/api/v1${contract.path.replace(/:\w+/g, '0190c2f0-0000-7000-8000-000000000000')}`
      const answer = await house.app.inject({
        method: contract.method,
        url,
        headers: { 'x-niangjia-request': '1' },
        ...(contract.method === 'GET' ? {} : { payload: {} }),
      })
      expect(answer.json().code, contract.id).toBe('signed-out')
    }
  })

  test('says of every route that takes a file which form it takes, and what goes beside the file', async () => {
    const { paths } = (await get('/api/openapi.json')).json()
    const forms = routes.filter((r) => r.contract.consumes)
    expect(forms.length).toBeGreaterThanOrEqual(4)
    for (const { contract } of forms) {
      const path = `/api/v1${contract.path.replace(/:(\w+)/g, '{$1}')}`
      const { requestBody } = paths[path][contract.method.toLowerCase()]
      const { schema } = requestBody.content['multipart/form-data']
      expect(requestBody.required, contract.id).toBe(true)
      expect(schema.properties.file, contract.id).toEqual({ type: 'string', format: 'binary' })
      expect(schema.required, contract.id).toContain('file')
      const beside = Object.keys((contract.form as { shape?: object } | undefined)?.shape ?? {})
      expect(Object.keys(schema.properties).sort(), contract.id).toEqual([...beside, 'file'].sort())
    }
    const { schema } = paths['/api/v1/imports'].post.requestBody.content['multipart/form-data']
    expect(Object.keys(schema.properties)).toContain('what')
  })

  test('no page a person reads may be kept by a cache on the way', async () => {
    for (const path of ['/me', '/people?q=', '/records/family-story', '/figures/home', '/todos']) {
      const { headers } = await get(`/api/v1${path}`, chair.headers)
      expect(String(headers['cache-control']), path).toMatch(/no-store|private/)
    }
  })
})
