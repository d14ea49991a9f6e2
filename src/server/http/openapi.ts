import { z } from 'zod'
import type { Contract } from '../../core/api/contract.ts'
import { refusalBody } from '../../core/api/shared.ts'

type Json = Record<string, unknown>

const schemaOf = (schema: z.ZodType, io: 'input' | 'output'): Json => {
  const { $schema: _, ...json } = z.toJSONSchema(schema, { io, unrepresentable: 'any' }) as Json
  return json
}

function parametersOf(schema: z.ZodType | undefined, where: 'path' | 'query'): Json[] {
  if (!schema) return []
  const json = schemaOf(schema, 'input') as { properties?: Record<string, Json>; required?: string[] }
  return Object.entries(json.properties ?? {}).map(([name, inner]) => ({
    name,
    in: where,
    required: where === 'path' || (json.required ?? []).includes(name),
    schema: inner,
  }))
}

/** JSON, or a form of one file with whatever fields go beside it. */
function bodyOf(c: Contract): Json {
  if (c.body)
    return { requestBody: { required: true, content: { 'application/json': { schema: schemaOf(c.body, 'input') } } } }
  if (!c.consumes) return {}
  const fields = c.form ? schemaOf(c.form, 'input') : { type: 'object', properties: {} }
  const schema = {
    ...fields,
    properties: { ...(fields.properties as Json), file: { type: 'string', format: 'binary' } },
    required: [...((fields.required as string[] | undefined) ?? []), 'file'],
  }
  return { requestBody: { required: true, content: { [c.consumes]: { schema } } } }
}

function operationOf(c: Contract): Json {
  const content = (schema: Json) => ({ 'application/json': { schema } })
  return {
    operationId: c.id,
    summary: c.summary,
    security: c.access === 'public' ? [] : [{ session: [] }, { bearer: [] }],
    parameters: [...parametersOf(c.params, 'path'), ...parametersOf(c.query, 'query')],
    ...bodyOf(c),
    responses: {
      200: {
        description: 'OK',
        content: c.produces
          ? { [c.produces]: { schema: { type: 'string', format: 'binary' } } }
          : content(schemaOf(c.response, 'output')),
      },
      '4XX': {
        description: c.refuses?.join(', ') ?? 'Refused',
        content: content({ $ref: '#/components/schemas/Refusal' }),
      },
    },
  }
}

/** The OpenAPI 3.1 document of the contracts; nothing in it is written twice. */
export function openApi(contracts: readonly Contract[]): Json {
  const paths: Record<string, Json> = {}
  for (const c of contracts) {
    const path = `/api/v1${c.path}`.replace(/:(\w+)/g, '{$1}')
    paths[path] = { ...paths[path], [c.method.toLowerCase()]: operationOf(c) }
  }
  return {
    openapi: '3.1.0',
    info: { title: '娘家 Niangjia', version: '1', description: '记一次，处处可用；每个数字都能点开。' },
    paths,
    components: {
      schemas: { Refusal: schemaOf(refusalBody, 'output') },
      securitySchemes: {
        session: { type: 'apiKey', in: 'cookie', name: 'niangjia_session' },
        bearer: { type: 'http', scheme: 'bearer' },
      },
    },
  }
}
