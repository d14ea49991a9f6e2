import { expect, test } from 'vitest'
import { checkDrafts, checkGround, readDrafts } from './check-draft.ts'
import { type KnownMeasure, type KnownStatement, measureOf } from './known.ts'

const measures: KnownMeasure[] = [
  {
    id: 'story.sessions',
    programme: 'story',
    label: '场次',
    aliases: ['家风故事会'],
    about: ['家风故事会'],
    unit: 'session',
    unitLabel: '场',
  },
  {
    id: 'story.people',
    programme: 'story',
    label: '参加人次',
    aliases: [],
    about: ['家风故事会'],
    unit: 'person-time',
    unitLabel: '人次',
  },
  {
    id: 'gifts.helped',
    programme: 'gifts',
    label: '受助人次',
    aliases: ['帮助妇女儿童'],
    about: ['送温暖'],
    unit: 'person-time',
    unitLabel: '人次',
  },
]

const statement = (value: number, quote: string, unit = 'item'): KnownStatement => ({
  kind: 'statement',
  id: `S${value}`,
  measure: '调解',
  value,
  bound: '=',
  unit,
  period: '2024年',
  org: '某盟',
  source: '2024年报告',
  quote,
})

const rulesOf = (text: string, known: Parameters<typeof checkDrafts>[1]) =>
  checkDrafts([{ name: 't', text }], known).findings.filter(({ rule }) => /figure|unit-differs/.test(rule))

test('a number finds its measure by name, or by its programme and unit', () => {
  const ground = readDrafts([{ name: 't', text: '2024年，举办家风故事会320场，参加群众9000人次，种树300棵。' }])
  expect(ground.numbers.map((one) => measureOf(ground, one, measures)?.id)).toEqual([
    'story.sessions',
    'story.people',
    undefined,
  ])
})

test('persons where the measure counts attendances', () => {
  expect(rulesOf('2024年，帮助1.2万妇女儿童过年。', { measures }).map(({ rule }) => rule)).toEqual(['unit-differs'])
  expect(rulesOf('2024年，帮助妇女儿童1.2万人次。', { measures })).toEqual([])
  expect(rulesOf('2024年，走访1.2万名老人。', { measures })).toEqual([])
})

test('a statement is met, differed from, or missing', () => {
  const statements = [statement(320, '2024年，化解家庭矛盾320件'), statement(44.75, '女性参保率44.75%', 'percent')]
  expect(rulesOf('2024年，化解家庭矛盾320件。', { statements })).toEqual([])
  expect(rulesOf('2024年，化解家庭矛盾300余件。', { statements })).toEqual([])
  const [differs] = rulesOf('2024年，调解家庭纠纷510件。', { statements })
  expect(differs).toMatchObject({ rule: 'figure-differs', known: { id: 'S320', source: '2024年报告' } })
  expect(differs?.why.zh).toContain('320')
  expect(rulesOf('2024年，慰问老人880人。', { statements }).map(({ rule }) => rule)).toEqual(['figure-unknown'])
  // What cannot be told from a set phrase is not asked for.
  expect(rulesOf('实施三大行动。', { statements })).toEqual([])
})

test('a figure of the house decides before any statement', () => {
  const ground = readDrafts([{ name: 't', text: '2024年，化解家庭矛盾320件。' }])
  const [one] = ground.numbers
  const figure = (value: number) => [
    { draft: 0, at: one?.n.at ?? 0, figure: { ...statement(value, ''), kind: 'figure' as const } },
  ]
  const found = (value: number) =>
    checkGround(ground, { figures: figure(value), statements: [statement(320, '化解家庭矛盾320件')] }).findings.map(
      ({ rule }) => rule,
    )
  expect(found(320)).toEqual([])
  expect(found(317)).toEqual(['figure-differs'])
})

test('a release decides beside the figure of now: as released is right, and what has gone on since is a note', () => {
  const ground = readDrafts([{ name: 't', text: '2024年，化解家庭矛盾320件。' }])
  const at = ground.numbers[0]?.n.at ?? 0
  const value = (n: number, kind: 'figure' | 'release') => ({
    draft: 0,
    at,
    figure: { ...statement(n, ''), id: kind === 'release' ? 'FB-1-01' : 'm', kind },
    because: { zh: '补记 3 笔', en: 'late (3)' },
  })
  const found = (now: number | undefined, released: number) =>
    checkGround(ground, {
      figures: now === undefined ? [] : [value(now, 'figure')],
      releases: [value(released, 'release')],
    }).findings.map(({ rule, why }) => [rule, why.zh])
  expect(found(320, 320)).toEqual([])
  expect(found(undefined, 320)).toEqual([])
  expect(found(323, 320)).toEqual([['figure-explained', '与发布的FB-1-01一致；现在的数是 323，因为补记 3 笔。']])
  expect(found(320, 317).map(([rule]) => rule)).toEqual(['release-differs'])
  expect(found(undefined, 317).map(([rule]) => rule)).toEqual(['release-differs'])
  expect(found(323, 317).map(([rule]) => rule)).toEqual(['release-differs', 'figure-differs'])
})

test('two statements of one thing, of which one says why it is not the other', () => {
  const first = statement(320, '2024年，化解家庭矛盾320件')
  const second = { ...statement(300, '2024年，化解家庭矛盾300件'), differs: { from: 'S320', because: '不含热线' } }
  const [note, ...rest] = rulesOf('2024年，化解家庭矛盾300件。', { statements: [first, second] })
  expect(note).toMatchObject({ rule: 'figure-explained', level: 'note', known: { id: 'S320' } })
  expect(note?.why.zh).toContain('不含热线')
  expect(rest).toEqual([])
  expect(rulesOf('2024年，化解家庭矛盾320件。', { statements: [first, second] })).toEqual([])
})
