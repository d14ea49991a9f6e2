import { expect, test } from 'vitest'
import { readMarkdown } from './markdown.ts'
import type { ReviewMark } from './marks.ts'

const figure: ReviewMark = { mark: 'figure', measure: 'a.b', manner: 'auto', before: false }
const chart: ReviewMark = { mark: 'chart', measure: 'a.b' }
const marks = [figure, chart]

test('titles, headings, paragraphs joined as Chinese is, items, tables and marks', () => {
  const text = `# 题目
## 一、概况
第一行
第二行\uE0000\uE001场。

- 一项**重点**
| 指标 | 数 |
|---|---|
| 场次 | \uE0000\uE001 |
### 小节
前\uE0001\uE001后`
  expect(readMarkdown(text, marks)).toEqual([
    { block: 'title', text: '题目' },
    { block: 'heading', level: 1, text: '一、概况' },
    { block: 'paragraph', pieces: ['第一行第二行', figure, '场。'] },
    { block: 'item', pieces: ['一项重点'] },
    { block: 'table', head: ['指标', '数'], rows: [[['场次'], [figure]]] },
    { block: 'heading', level: 2, text: '小节' },
    { block: 'paragraph', pieces: ['前', '后'] },
    { block: 'mark', mark: chart },
  ])
})

test('a number of no mark says nothing, an empty text has no blocks', () => {
  expect(readMarkdown('有\uE0009\uE001场', marks)).toEqual([{ block: 'paragraph', pieces: ['有', '场'] }])
  expect(readMarkdown('\n \n', marks)).toEqual([])
})
