import { expect, test } from 'vitest'
import type { FieldShape } from '../data/shapes.ts'
import { keepable } from './draft.ts'

const shape = (key: string, kind: string, level: FieldShape['class'], of?: FieldShape[]): FieldShape => ({
  key,
  kind,
  label: { zh: key, en: key },
  class: level,
  required: false,
  ...(of && { of }),
})

test('a draft holds no P3 or P4 answer, not even inside a list', () => {
  const fields = [
    shape('title', 'text', 'P1'),
    shape('host', 'text', 'P2'),
    shape('facts', 'text', 'P3'),
    shape('children', 'text', 'P4'),
    shape('terms', 'list', 'P1', [shape('type', 'choice', 'P1'), shape('content', 'text', 'P3')]),
  ]
  const values = { title: '甲', host: '乙', facts: '丙', children: '丁', terms: [{ type: 'care', content: '戊' }] }
  expect(keepable(fields, values)).toEqual({ title: '甲', host: '乙', terms: [{ type: 'care' }] })
})
