import type { Block, DocumentData, DocumentTemplate } from '../../core/document.ts'

/**
 * The pages of one document: what its template says, and its number under the title where the template left it out, since no
 * paper leaves the house without one. Pure.
 */
export function pagesOf(template: DocumentTemplate, data: DocumentData): readonly Block[] {
  const blocks = template.body(data)
  if (data.documentNumber === '' || JSON.stringify(blocks).includes(data.documentNumber)) return blocks
  const after = blocks.findIndex(({ block }) => block === 'heading') + 1
  const number: Block = { block: 'paragraph', text: `编号：${data.documentNumber}` }
  return [...blocks.slice(0, after), number, ...blocks.slice(after)]
}
