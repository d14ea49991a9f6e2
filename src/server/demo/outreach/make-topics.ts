import type { Making } from '../making.ts'
import { regionOf } from './where-and-when.ts'

/** L024. Items as widely published; where the articles give only a name, its words are left to the federation. */
const topics: readonly (readonly [name: string, items: readonly string[], explained?: string])[] = [
  [
    '三个离不开',
    ['汉族离不开少数民族', '少数民族离不开汉族', '各少数民族之间也相互离不开'],
    '一家人过日子，谁也离不开谁。',
  ],
  ['四个与共', ['休戚与共', '荣辱与共', '生死与共', '命运与共'], '好日子一起过，难处一起扛。'],
  ['五个共同', []],
  [
    '五个认同',
    ['对伟大祖国的认同', '对中华民族的认同', '对中华文化的认同', '对中国共产党的认同', '对中国特色社会主义的认同'],
  ],
  ['五观', ['国家观', '历史观', '民族观', '文化观', '宗教观']],
  ['六句话的事实和道理', []],
  ['七个作模范', []],
  ['社会主义核心价值观', ['富强、民主、文明、和谐', '自由、平等、公正、法治', '爱国、敬业、诚信、友善']],
  ['中华优秀传统文化', []],
  ['新型婚育文化', [], '为爱而娶、因爱而嫁；简办婚事，不比彩礼；家务一起做，孩子一起带。'],
]

/** The region's topics: their ids, in this order. */
export async function makeTopics(making: Making): Promise<string[]> {
  const { calendar, filing } = making
  const from = calendar.day(calendar.indexOf('2022-03-01'))
  const ids: string[] = []
  for (const [name, items, explained] of topics) {
    const { id } = await filing.file({
      programme: 'outreach-topic',
      org: regionOf(making),
      made: from,
      answers: {
        name,
        from,
        source: items.length > 0 ? '公开发表的文件（演示）' : '原文由妇联按正式文件填写（演示）',
        ...(items.length > 0 && { items: items.map((words) => ({ words })) }),
        ...(explained && { explained }),
      },
    })
    ids.push(id)
  }
  return ids
}
