import { describe, expect, it, test } from 'vitest'
import { drawFrom } from '../../../test/support/answers.ts'
import { linesOf } from '../../../test/support/docx.ts'
import { madeData, madeName, madeNumber } from '../../../test/support/made-facts.ts'
import { documentSeries } from '../../core/document-number.ts'
import { orgCode } from '../../core/org-code.ts'
import { findProgramme, programmes } from '../../registry.ts'
import { renderDocx } from './docx/render-docx.ts'
import { pagesOf } from './pages.ts'

const templates = programmes.flatMap((programme) =>
  Object.entries(programme.documents).map(([key, template]) => ({ programme, key, template })),
)
const madeId = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-/
const madeOrgCode = '1529210000000000'

describe.each(templates.map((one) => [`${one.programme.id}/${one.key}`, one] as const))(
  '%s',
  (_, { programme, key, template }) => {
    // Everything answered, half of it, next to nothing.
    it.each([1, 2, 1000])('opens and says only words (one answer in %i)', async (sparse) => {
      for (const seed of [1, 2, 3]) {
        const data = madeData(programme, template, drawFrom(seed), sparse)
        const blocks = pagesOf(template, data)
        const lines = await linesOf(renderDocx(blocks))
        const text = lines.join('\n')
        expect(text).toContain(madeNumber)
        expect(blocks[0]?.block).toBe('heading')
        for (const block of blocks) if (block.block === 'seal') expect(lines).toContain(block.org)
        for (const junk of ['undefined', '[object', 'null', 'NaN', 'Invalid Date', 'true', 'false', madeOrgCode])
          expect(text).not.toContain(junk)
        expect(text).not.toMatch(madeId)
        if (template.masked) expect(text).not.toContain(madeName)
        // Pure: the same record gives the same page.
        expect(pagesOf(template, data)).toEqual(blocks)
        expect(renderDocx(pagesOf(template, data)).equals(renderDocx(blocks))).toBe(true)
      }
    })

    it('has a number of its own kind, a label in both languages, a rule, and lists what there is', () => {
      expect(documentSeries(programme, key, orgCode(152921100201), '2026')).toMatch(/^[A-Z0-9]{2,10}-152921-2026$/)
      expect(template.label.zh).toMatch(/\p{Script=Han}/u)
      expect(template.label.en).toMatch(/[a-z]/)
      expect(template.rule).not.toBe('')
      expect(template.by.length).toBeGreaterThan(0)
      for (const role of template.by) expect(programme.access.see, role).toContain(role)
      if (template.children !== undefined) {
        const child = findProgramme(template.children)
        const parent = child?.fields[child.parentField ?? '']
        expect(parent, template.children).toMatchObject({ kind: 'record', programme: programme.id })
      }
    })
  },
)

test('what a step makes is a document of the service', () => {
  for (const { id, actions, documents } of programmes)
    for (const [name, action] of Object.entries(actions))
      for (const made of action.makes ?? []) expect(Object.keys(documents), `${id}.${name}`).toContain(made)
})

test('what a masked page is given holds nothing sealed, whatever its template would print', () => {
  const programme = findProgramme('mediation')
  const agreement = programme?.documents.agreement
  if (!programme || !agreement) throw new Error('no mediation')
  const template = { ...agreement, masked: true }
  const open = JSON.stringify(pagesOf(agreement, madeData(programme, agreement, drawFrom(1), 1)))
  const shown = JSON.stringify(pagesOf(template, madeData(programme, template, drawFrom(1), 1)))
  expect(open).toContain('字字')
  expect(open).toContain(madeName)
  expect(shown).not.toContain('字字')
  expect(shown).not.toContain(madeName)
  expect(shown).toContain('萨*')
})
