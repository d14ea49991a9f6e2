import fc from 'fast-check'
import { expect, test } from 'vitest'
import { checkDrafts } from './check-draft.ts'

const pieces = [
  ...[
    '3',
    '1,200',
    '５',
    '一',
    '万',
    '千',
    '余',
    '多',
    '超',
    '约',
    '近',
    '%',
    '个百分点',
    '人',
    '人次',
    '场',
    '元',
    '户',
    '个',
    '家',
  ],
  ...[
    '妇女',
    '家庭',
    '和',
    '、',
    '，',
    '。',
    '“',
    '”',
    '《',
    '》',
    '（',
    '\n',
    '其中',
    '共计',
    '培训',
    '基地',
    '拟',
    '2024年',
    '截至',
  ],
  ...['全覆盖', '人均', '排名第一', '线上', ' ', 'A', '\ud83d\ude00', '\ud800'],
]

test('any text is read: places are in the text and in order, findings at numbers', () => {
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...pieces), { maxLength: 60 }), (parts) => {
      const text = parts.join('')
      const { drafts, findings } = checkDrafts([{ name: 'a', text }])
      let end = 0
      for (const n of drafts[0]?.numbers ?? []) {
        expect(n.at).toBeGreaterThanOrEqual(end)
        expect(text.slice(n.at, n.end)).toBe(n.text)
        expect(n.value).not.toBeNaN()
        expect(n.sentence.at <= n.at && n.end <= n.paragraph.end).toBe(true)
        end = n.end
      }
      for (const { at, end: to, text: said } of findings) expect(text.slice(at, to)).toBe(said)
    }),
    { numRuns: 400 },
  )
})

test.each(['1', '一', '“', '自', '3人，', '基地和中心', '甲、', '2024年', '妇女和', '《'])(
  'no text makes it slow: %s over and over',
  (piece) => {
    const text = `${piece.repeat(Math.floor(20_000 / piece.length))}3个项目`
    const from = performance.now()
    checkDrafts([{ name: 'a', text }])
    // Quadratic work on such a text took minutes; a busy machine takes seconds.
    expect(performance.now() - from).toBeLessThan(20_000)
  },
  30_000,
)
