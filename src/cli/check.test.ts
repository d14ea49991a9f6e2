import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, beforeEach, expect, test, vi } from 'vitest'
import { zipArchive } from '../server/documents/docx/zip-archive.ts'
import { run } from './check.ts'

const folder = mkdtempSync(join(tmpdir(), 'niangjia-check-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const said: string[] = []
beforeEach(() => {
  said.length = 0
  for (const stream of ['log', 'error'] as const)
    vi.spyOn(console, stream).mockImplementation((line) => void said.push(String(line)))
})
afterEach(() => vi.restoreAllMocks())

function file(name: string, content: string | Buffer): string {
  const path = join(folder, name)
  writeFileSync(path, content)
  return path
}

const clean = '2024年，全县调解纠纷320件。\n'

test('exit 0 without findings, 1 with, each with line and column, rule and what would mend it', async () => {
  expect(await run([file('clean.txt', clean)])).toBe(0)
  expect(said.join('\n')).toContain('没有发现问题')
  expect(await run([file('wrong.txt', `${clean}今年服务超3000多人次。\n`)])).toBe(1)
  expect(said.join('\n')).toMatch(/2:5\s+✗ 重复限定 {2}double-hedge/)
  expect(said.join('\n')).toContain('只留一个')
})

test('--json gives numbers and findings of Word files, checked against each other', async () => {
  const word = (text: string) => zipArchive([['word/document.xml', `<w:p><w:t>${text}</w:t></w:p>`]])
  const a = file('a.docx', word('2024年募集公益款物120万元。'))
  const b = file('b.docx', word('2024年募集各类款物180万元。'))
  expect(await run([a, b, '--json'])).toBe(1)
  const { drafts, findings } = JSON.parse(said.join('\n'))
  expect(drafts[0].numbers).toMatchObject([
    { text: '120万元', value: 1_200_000, unit: 'yuan', period: { text: '2024年' } },
  ])
  expect(findings).toMatchObject([
    { file: 'b.docx', line: '1:12', rule: 'two-values', other: { draft: 0, text: '120万元' } },
  ])
})

test('what cannot be read is exit 2, a wrong call says the usage', async () => {
  expect(await run([join(folder, 'none.txt')])).toBe(2)
  expect(await run([file('bad.docx', 'no')])).toBe(2)
  expect(said.join('\n')).toContain('.docx')
  await expect(run([])).rejects.toThrow('用法')
  await expect(run([file('c.txt', clean), '--people', '-1'])).rejects.toThrow('用法')
})
