/** What clients send that no client should: by itself, and in the place of each part of something good. */
export type Json = Readonly<Record<string, unknown>>

const deep = (levels: number): string => `${'{"a":'.repeat(levels)}1${'}'.repeat(levels)}`
const long = '长'.repeat(10_000)

export const values: readonly unknown[] = [
  null,
  true,
  0,
  -1,
  1e308,
  2 ** 53,
  1.5,
  '',
  ' ',
  '\u0000',
  'a\u0000b',
  '\ud800',
  long,
  '../../etc/passwd',
  "' OR 1=1 --",
  '%',
  '__proto__',
  '2026-02-30',
  '9999-12-31',
  '0000-00-00',
  '+020260-01-01',
  '0190c2f0-0000-7000-8000-000000000000',
  'NaN',
  '[object Object]',
  [],
  [null],
  [[[]]],
  {},
  { a: { b: {} } },
  { $sealed: 'AAAA' },
  { toString: 1, constructor: null },
  Array.from({ length: 300 }, () => 'x'),
]

/** Payloads that are no JSON object of ours at all, with the content type they come under. */
export const payloads: readonly (readonly [type: string, body: string])[] = [
  ['application/json', ''],
  ['application/json', '{'],
  ['application/json', '[]'],
  ['application/json', 'null'],
  ['application/json', '"text"'],
  ['application/json', '7'],
  ['application/json', '{"__proto__":{"x":1}}'],
  ['application/json', '{"constructor":{"prototype":{}}}'],
  ['application/json', deep(5_000)],
  ['application/json', `{"a":"${long}"}`],
  ['application/json', '{"a":1e999}'],
  ['application/json', '\u0000'],
  ['application/json', '\ufeff{}'],
  ['application/json; charset=utf-16', '{}'],
  ['text/plain', 'hello'],
  ['application/xml', '<a/>'],
  ['application/x-www-form-urlencoded', 'a=1'],
  ['multipart/form-data', 'x'],
  ['multipart/form-data; boundary=b', '--b\r\n'],
  [
    'multipart/form-data; boundary=b',
    '--b\r\ncontent-disposition: form-data; name="file"; filename="\u0000.pdf"\r\n\r\n%PDF\r\n--b--\r\n',
  ],
  ['multipart/form-data; boundary=b', '--b\r\ncontent-disposition: form-data; name="file"\r\n\r\nno file\r\n--b--\r\n'],
  ['', '{}'],
  ['application/json', `{"a":"${'x'.repeat(1_100_000)}"}`],
]

/** Texts for path segments and query values, as they stand in an address. */
export const texts: readonly string[] = [
  '%00',
  'a%00b',
  '%ff%fe',
  '%E4%B8',
  '%ed%a0%80',
  '..%2f..%2f',
  '%27%20OR%201%3D1',
  '-1',
  '0',
  '1e400',
  '99999999999999999999999',
  'NaN',
  'null',
  'undefined',
  '__proto__',
  'constructor',
  'toString',
  '%25',
  '%5C',
  'x'.repeat(2_000),
  encodeURIComponent('长'.repeat(500)),
  '0190c2f0-0000-7000-8000-000000000000',
  '2026-13-45',
  '1529211002010000',
  '{}',
  '%5B%5D',
]
/** Such that a router or a parser may stumble over: whole query strings. */
export const queries: readonly string[] = [
  '?',
  '?&&&',
  '?%',
  '?%zz=1',
  '?a[b]=c',
  '?=',
  `?q=${'x'.repeat(8_000)}`,
  '?limit=1&limit=2&org=1&org=2',
  '?__proto__=1',
  '?cursor=%00',
  '?asOf=%00',
]

/** A small generator of its own, so that a failure comes again with its seed. */
export function chance(seed: number): <T>(from: readonly T[]) => T {
  let state = seed >>> 0
  return (from) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return from[(state >>> 8) % from.length] as (typeof from)[number]
  }
}

/** Something a schema would take, as far as a schema says: what garbage is put into, piece by piece. */
export function sampleOf(schema: Json): unknown {
  const options = (schema.anyOf ?? schema.oneOf ?? schema.allOf) as readonly Json[] | undefined
  if (options?.[0]) return sampleOf(options[0])
  if ('const' in schema) return schema.const
  if (Array.isArray(schema.enum)) return schema.enum[0]
  if (schema.type === 'object') {
    const properties = (schema.properties ?? {}) as Record<string, Json>
    return Object.fromEntries(Object.entries(properties).map(([key, inner]) => [key, sampleOf(inner)]))
  }
  if (schema.type === 'array') return [sampleOf((schema.items ?? {}) as Json)]
  if (schema.type === 'integer' || schema.type === 'number') return 1
  if (schema.type === 'boolean') return true
  return schema.format === 'uuid' ? '0190c2f0-0000-7000-8000-000000000001' : 'text 2026'
}

/** The sample with one part, however deep, put out for garbage. */
export function spoil(sample: unknown, pick: <T>(from: readonly T[]) => T): unknown {
  if (Array.isArray(sample))
    return pick([true, false]) ? [...sample.map((inner) => spoil(inner, pick)), pick(values)] : pick(values)
  if (typeof sample !== 'object' || sample === null) return pick(values)
  const keys = Object.keys(sample)
  if (keys.length === 0) return { [pick(['x', '__proto__', 'toString', '\u0000'])]: pick(values) }
  const key = pick(keys)
  return { ...sample, [key]: spoil((sample as Record<string, unknown>)[key], pick) }
}
