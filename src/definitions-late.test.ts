import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'

const here = dirname(fileURLToPath(import.meta.url))
const [web, registry] = [join(here, 'web'), join(here, 'registry.ts')]

// All definitions are four times the rest of a record's page: a phone on a slow network must not wait for them.
test('definitions come beside a page that stands: whoever imports them is imported late', () => {
  const files = readdirSync(web, { recursive: true, encoding: 'utf8' })
  const sources = files.filter((file) => /\.tsx?$/.test(file) && !/\.test\.tsx?$/.test(file))
  const imports = new Map(
    sources.map((file) => {
      const path = join(web, file)
      const text = readFileSync(path, 'utf8')
      return [path, [...text.matchAll(/from '(\.[^']+)'/g)].map(([, to = '']) => join(dirname(path), to))]
    }),
  )
  const importersOf = (target: string) => [...imports].filter(([, to]) => to.includes(target)).map(([path]) => path)
  const late = importersOf(registry)
  expect(late.length).toBeGreaterThan(0)
  expect(late.flatMap(importersOf)).toEqual([])
})
