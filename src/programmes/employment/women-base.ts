import { calendarMonths, workingDays } from '../../core/clock.ts'
import type { Day } from '../../core/day.ts'
import { field } from '../../core/field.ts'
import { stock } from '../../core/measure.ts'
import { defineProgramme } from '../../core/programme.ts'
import { industries, keepers, seers, upper, women } from './words.ts'

const baseKinds = {
  poverty: { zh: '巾帼脱贫示范基地', en: 'Poverty-relief demonstration base' },
  rural: { zh: '巾帼乡村振兴示范基地', en: 'Rural-revival demonstration base' },
  enterprise: { zh: '巾帼创业创新基地', en: 'Enterprise base' },
  farming: { zh: '巾帼现代农牧业基地', en: 'Farming and herding base' },
  craft: { zh: '巾帼手工基地', en: 'Handicraft base' },
} as const
const levels = {
  banner: { zh: '旗县级', en: 'Banner' },
  league: { zh: '盟市级', en: 'League' },
  region: { zh: '自治区级', en: 'Region' },
  national: { zh: '全国级', en: 'National' },
} as const

/** A name it holds: one place may hold several, each from its day to its end. */
const title = {
  kind: field.choice(baseKinds, { label: { zh: '哪种基地', en: 'Kind' }, class: 'P0', required: true }),
  level: field.choice(levels, { label: { zh: '哪一级', en: 'Level' }, class: 'P0', required: true }),
  document: field.text({ label: { zh: '命名文号', en: 'Document' }, class: 'P0', required: true, max: 60 }),
  namedOn: field.day({ label: { zh: '命名日期', en: 'Named on' }, class: 'P0', required: true, past: true }),
  endedOn: field.day({ label: { zh: '摘牌、转换日期', en: 'Ended on' }, class: 'P0', past: true }),
}
interface TitleRow {
  readonly kind?: string
  readonly level?: string
  readonly namedOn?: Day
  readonly endedOn?: Day
}
const living = (rows: readonly TitleRow[] = []) => rows.filter(({ endedOn }) => !endedOn)

const inspection = {
  seen: field.text({
    label: { zh: '实地看到什么', en: 'What was seen' },
    class: 'P1',
    required: true,
    min: 4,
    max: 500,
  }),
}
const review = {
  year: field.integer({ label: { zh: '哪一年', en: 'Year' }, class: 'P1', required: true, min: 2015, max: 2100 }),
  works: field.yesNo({
    label: { zh: '还在经营，还带动妇女', en: 'It still works and leads women' },
    class: 'P1',
    required: true,
  }),
  found: field.text({ label: { zh: '复核情况', en: 'What was found' }, class: 'P1', required: true, min: 2, max: 500 }),
}

/**
 * 巾帼示范基地 — L092; figures F076, F077. A place stands once; its names are counted by kind and level, so a base named by region
 * and state is one place and two names. Poverty-relief names end in favour of rural revival, they are not rewritten.
 */
export const womenBase = defineProgramme({
  id: 'women-base',
  version: 1,
  kind: 'place',
  service: 'employment',
  label: { zh: '巾帼示范基地', en: 'Demonstration base' },
  short: { zh: '基地', en: 'Bases' },
  noun: { zh: '个', en: 'base' },
  help: {
    zh: '申报、实地看、另一个人命名；每年复核一次，不经营的摘牌。一个地方被几级命名写几行，地方只算一个，牌子各算各的。脱贫示范基地转成乡村振兴示范基地的，原来那行写上转换日期，再加一行。',
    en: 'Applied, inspected, named by another person, reviewed every year. A row for each name it holds: one place, as many names. A poverty-relief base that was converted has its day of ending and a new row.',
  },
  sources: ['L092', 'F076', 'F077', 'L085', 'R-HON-06'],
  access: { see: seers, create: keepers },
  fields: {
    name: field.text({ label: { zh: '基地名称', en: 'Name' }, class: 'P0', required: true, min: 2, max: 60 }),
    openedOn: field.day({ label: { zh: '申报日期', en: 'Applied on' }, class: 'P1', required: true, past: true }),
    owner: field.text({ label: { zh: '经营单位', en: 'Run by' }, class: 'P0', required: true, max: 80 }),
    industry: field.choice(industries, { label: { zh: '产业', en: 'Industry' }, class: 'P0', required: true }),
    address: field.text({ label: { zh: '地址', en: 'Address' }, class: 'P0', required: true, min: 4, max: 120 }),
    contact: field.text({ label: { zh: '负责人', en: 'Contact' }, class: 'P2', max: 60 }),
    led: women('带动妇女', 'Women it leads'),
    evidence: field.text({
      label: { zh: '带动的凭据（名册、分红表，写哪一样）', en: 'What shows it (a list, a sheet of dividends)' },
      class: 'P1',
      required: true,
      min: 2,
      max: 200,
    }),
    titles: field.list(title, { label: { zh: '命名', en: 'Names' }, class: 'P0', required: true, max: 12 }),
  },
  title: 'name',
  dated: 'openedOn',
  opens: ['name', 'openedOn', 'owner', 'industry', 'address', 'contact', 'led', 'evidence'],
  states: {
    applied: { zh: '已申报', en: 'Applied' },
    inspected: { zh: '已察看', en: 'Inspected' },
    named: { zh: '已命名', en: 'Named' },
    removed: { zh: '已摘牌', en: 'Removed' },
    refused: { zh: '未通过', en: 'Not accepted' },
  },
  initial: 'applied',
  editableIn: ['applied'],
  checks: {
    leads: {
      label: { zh: '带动了妇女，有凭据', en: 'It leads women, and there is proof' },
      rule: 'L092',
      met: ({ answers: { led = 0, evidence } }) => led > 0 && evidence !== undefined,
    },
    hasName: {
      label: { zh: '写了哪一级命名的什么基地', en: 'Its name and level are given' },
      rule: 'L092',
      met: ({ answers }) => living(answers.titles).length > 0,
    },
    namedOnce: {
      label: { zh: '同一级同一种没有写两行', en: 'No name twice' },
      rule: 'L092',
      met: ({ answers }) => {
        const held = living(answers.titles).map(({ kind, level }) => `${kind} ${level}`)
        return new Set(held).size === held.length
      },
    },
    stillWorks: {
      label: { zh: '最近一次复核还在经营', en: 'The last review found it at work' },
      rule: 'L092',
      met: ({ history }) => history.findLast(({ action }) => action === 'review')?.answers.works !== false,
    },
  },
  actions: {
    inspect: {
      label: { zh: '实地看过', en: 'Inspected' },
      from: ['applied'],
      to: 'inspected',
      by: keepers,
      reach: 'below',
      at: upper,
      asks: inspection,
      needs: ['leads'],
      tone: 'main',
    },
    name: {
      label: { zh: '命名', en: 'Name' },
      from: ['inspected'],
      to: 'named',
      by: keepers,
      reach: 'below',
      at: upper,
      fills: ['titles'],
      needs: ['hasName', 'namedOnce'],
      otherThan: ['create', 'inspect'],
      tone: 'main',
    },
    refuse: {
      label: { zh: '不通过', en: 'Not accepted' },
      from: ['applied', 'inspected'],
      to: 'refused',
      by: keepers,
      reach: 'below',
      at: upper,
      reason: true,
    },
    review: {
      label: { zh: '年度复核', en: 'Yearly review' },
      from: ['named'],
      to: 'same',
      by: keepers,
      reach: 'below',
      fills: ['led', 'evidence'],
      asks: review,
      tone: 'main',
    },
    convert: {
      label: { zh: '加一级命名，或转换', en: 'A further name, or converted' },
      from: ['named'],
      to: 'same',
      by: keepers,
      reach: 'below',
      at: upper,
      fills: ['titles'],
      needs: ['hasName', 'namedOnce', 'stillWorks'],
      secondPerson: true,
    },
    remove: {
      label: { zh: '摘牌', en: 'Remove' },
      from: ['named'],
      to: 'removed',
      by: keepers,
      reach: 'below',
      at: upper,
      secondPerson: true,
      reason: true,
    },
  },
  clocks: {
    inspect: {
      label: { zh: '实地看', en: 'Inspect' },
      from: 'applied',
      until: ['inspected', 'refused'],
      within: workingDays(20),
      legal: false,
      rule: 'L092',
    },
    name: {
      label: { zh: '决定命名', en: 'Decide' },
      from: 'inspected',
      until: ['named', 'refused'],
      within: workingDays(20),
      legal: false,
      rule: 'L092',
    },
    review: {
      label: { zh: '年度复核', en: 'Yearly review' },
      from: 'named',
      after: ['review'],
      done: ['review'],
      until: ['removed'],
      within: calendarMonths(12),
      legal: false,
      rule: 'L092',
      remindBefore: [30],
    },
  },
  measures: {
    bases: stock('place', {
      label: { zh: '巾帼示范基地', en: 'Bases' },
      includes: '命名了、没有摘牌的地方，几级命名也只算一个，按第一块牌子的日期',
      excludes: '申报、未通过、已摘牌；牌子（另计）',
    }),
    regional: stock('place', {
      label: { zh: '自治区巾帼脱贫示范基地（牌子）', en: 'Regional poverty-relief bases' },
      aliases: ['自治区巾帼脱贫示范基地'],
      includes: '自治区级命名的脱贫示范基地，从命名到摘牌或转换',
      excludes: '其他级别和种类；已转换成乡村振兴示范基地的',
    }),
    national: stock('place', {
      label: { zh: '全国巾帼脱贫示范基地（牌子）', en: 'National poverty-relief bases' },
      aliases: ['全国巾帼脱贫示范基地'],
      includes: '全国级命名的脱贫示范基地，从命名到摘牌或转换',
      excludes: '其他级别和种类；已转换的',
    }),
    others: stock('place', {
      label: { zh: '其他巾帼基地命名（牌子）', en: 'Other names of bases' },
      includes: '乡村振兴、创业创新、农牧业、手工等各级命名，和盟市、旗县级脱贫示范基地',
      excludes: '自治区级、全国级脱贫示范基地',
    }),
  },
  counts: ({ history, state, reached, answers }, count) => {
    if (!history.some(({ action }) => action === 'name')) return []
    const gone = state === 'removed' ? reached.removed : undefined
    const rows: readonly TitleRow[] = answers.titles ?? []
    const days = rows.flatMap(({ namedOn }) => (namedOn ? [namedOn] : [])).sort()
    const measureOf = ({ kind, level }: TitleRow) =>
      kind === 'poverty' && (level === 'region' || level === 'national')
        ? ({ region: 'regional', national: 'national' } as const)[level]
        : 'others'
    const [first] = days
    return [
      first && (!gone || gone >= first) && count.one('bases', first),
      first && gone && gone >= first && count.gone('bases', gone),
      ...rows.flatMap((row) => {
        const { namedOn } = row
        const end = [row.endedOn, gone].filter((day) => day !== undefined).sort()[0]
        if (!namedOn || (end !== undefined && end < namedOn)) return []
        return [count.one(measureOf(row), namedOn), end && count.gone(measureOf(row), end)]
      }),
    ]
  },
})
