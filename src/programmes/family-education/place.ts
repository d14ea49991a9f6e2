import { calendarMonths, workingDays } from '../../core/clock.ts'
import { stock } from '../../core/measure.ts'
import { defineProgramme } from '../../core/programme.ts'
import { inspection, placeFields, safetyCheck, yearCheck } from './place-fields.ts'
import { plaqueSpans, standsFrom } from './place-worth.ts'

const keepers = ['chair', 'family'] as const
const readers = ['chair', 'family', 'guide', 'organisation', 'publicity', 'statistician'] as const
const above = ['township', 'banner', 'league', 'region'] as const

/**
 * 家庭教育阵地 — L059, L063–L066; figures F086–F089; R-EDU-02, R-EDU-05, R-EDU-07. One place, its plaques beside it: places
 * and plaques are two measures and never one (C08, C18, C19).
 */
export const familyPlace = defineProgramme({
  id: 'family-place',
  version: 1,
  kind: 'place',
  service: 'education',
  label: { zh: '家庭教育阵地', en: 'Family-education place' },
  short: { zh: '家教阵地', en: 'Places' },
  noun: { zh: '个', en: 'place' },
  help: {
    zh: '指导中心、家长学校、服务点、儿童之家、阅读和实践基地。一个地方记一条，挂几块牌子写几行。上级实地看过、验收了才算在册。要有值班表；有孩子活动的每年查一次安全。指导不收费。',
    en: 'Centres, parent schools, service points, children’s homes, reading and practice bases. One record for a place, a row for each plaque. It counts once it was inspected and accepted. A duty roster; a yearly safety check where children are. Guidance is free.',
  },
  sources: ['L059', 'L063', 'L064', 'L065', 'L066', 'F086', 'F087', 'F088', 'F089', 'R-EDU-01', 'R-EDU-02', 'R-EDU-07'],
  access: { see: readers, create: keepers },
  fields: placeFields,
  title: 'name',
  dated: 'openedOn',
  opens: ['name', 'openedOn', 'host', 'plaques', 'address', 'openHours', 'phone', 'area', 'equipment'],
  states: {
    applied: { zh: '待察看', en: 'Applied' },
    inspected: { zh: '已察看', en: 'Inspected' },
    open: { zh: '在用', en: 'In use' },
    dormant: { zh: '停用', en: 'Not in use' },
    closed: { zh: '已撤销', en: 'Closed' },
    refused: { zh: '未通过', en: 'Not accepted' },
  },
  initial: 'applied',
  editableIn: ['applied', 'inspected', 'open', 'dormant'],
  checks: {
    named: {
      label: { zh: '至少挂一块牌子', en: 'It has a plaque' },
      rule: 'L059',
      met: ({ answers }) => (answers.plaques ?? []).some((p) => !p.endedOn),
    },
    noneTwice: {
      label: { zh: '同一块牌子没有重复挂', en: 'No plaque twice' },
      rule: 'C18',
      met: ({ answers }) => {
        const held = (answers.plaques ?? []).filter((p) => !p.endedOn).map((p) => p.kind)
        return new Set(held).size === held.length
      },
    },
    safeForChildren: {
      label: { zh: '儿童之家查过安全', en: 'A children’s home was checked for safety' },
      rule: 'R-EDU-07',
      met: ({ answers, history }) =>
        !(answers.plaques ?? []).some((p) => p.kind === 'home' && !p.endedOn) ||
        history.findLast((done) => done.action === 'checkSafety')?.answers.safe === true,
    },
  },
  actions: {
    inspect: {
      label: { zh: '实地察看', en: 'Inspect' },
      from: ['applied'],
      to: 'inspected',
      by: keepers,
      reach: 'below',
      at: above,
      asks: inspection,
      tone: 'main',
    },
    accept: {
      label: { zh: '验收，列入名册', en: 'Accept' },
      from: ['inspected'],
      to: 'open',
      by: keepers,
      reach: 'below',
      at: above,
      otherThan: ['create'],
      needs: ['named', 'noneTwice', 'safeForChildren'],
      tone: 'main',
    },
    refuse: {
      label: { zh: '不通过', en: 'Not accepted' },
      from: ['applied', 'inspected'],
      to: 'refused',
      by: keepers,
      reach: 'below',
      at: above,
      reason: true,
    },
    setRoster: {
      label: { zh: '排值班表', en: 'Set the duty roster' },
      from: ['inspected', 'open', 'dormant'],
      to: 'same',
      by: keepers,
      fills: ['roster'],
      tone: 'main',
    },
    name: {
      label: { zh: '挂牌、摘牌', en: 'Plaques put up or taken down' },
      from: ['open', 'dormant'],
      to: 'same',
      by: keepers,
      reach: 'below',
      fills: ['plaques'],
      needs: ['named', 'noneTwice', 'safeForChildren'],
    },
    checkSafety: {
      label: { zh: '安全检查', en: 'Safety check' },
      from: ['applied', 'inspected', 'open', 'dormant'],
      to: 'same',
      by: keepers,
      reach: 'below',
      asks: safetyCheck,
    },
    checkYear: {
      label: { zh: '年度自查', en: 'Yearly self-check' },
      from: ['open'],
      to: 'same',
      by: keepers,
      asks: yearCheck,
    },
    rest: {
      label: { zh: '暂停使用', en: 'Put out of use' },
      from: ['open'],
      to: 'dormant',
      by: keepers,
      reach: 'below',
      reason: true,
    },
    wake: {
      label: { zh: '重新启用', en: 'Back in use' },
      from: ['dormant'],
      to: 'open',
      by: keepers,
      reach: 'below',
      needs: ['named', 'safeForChildren'],
      tone: 'main',
    },
    close: {
      label: { zh: '撤销', en: 'Close' },
      from: ['open', 'dormant'],
      to: 'closed',
      by: keepers,
      reach: 'below',
      reason: true,
    },
  },
  clocks: {
    inspect: {
      label: { zh: '实地察看', en: 'Inspect' },
      from: 'applied',
      until: ['inspected', 'refused'],
      within: workingDays(15),
      legal: false,
      rule: 'L059',
    },
    accept: {
      label: { zh: '验收', en: 'Accept or refuse' },
      from: 'inspected',
      until: ['open', 'refused'],
      within: workingDays(10),
      legal: false,
      rule: 'L059',
    },
    yearCheck: {
      label: { zh: '年度自查', en: 'Yearly self-check' },
      from: 'open',
      after: ['checkYear'],
      done: ['checkYear'],
      until: ['dormant', 'closed'],
      within: calendarMonths(12),
      legal: false,
      rule: 'processes 4.2',
      remindBefore: [30],
    },
    // Only where one was made: a place without children has none.
    safety: {
      label: { zh: '安全检查', en: 'Safety check' },
      after: ['checkSafety'],
      done: ['checkSafety'],
      until: ['closed', 'refused'],
      within: calendarMonths(12),
      legal: false,
      rule: 'R-EDU-07',
      remindBefore: [30, 7],
    },
  },
  measures: {
    places: stock('place', {
      label: { zh: '家庭教育阵地', en: 'Places of family education' },
      includes: '验收在册的地方，一个地方挂几块牌子也只算一个，含停用',
      excludes: '待验收、未通过、已撤销；牌子（另计）',
    }),
    dormant: stock('place', {
      label: { zh: '其中停用', en: 'Of these not in use' },
      includes: '在册但停用的地方',
      excludes: '在用、已撤销',
    }),
    centres: stock('place', {
      label: { zh: '家庭教育指导中心', en: 'Guidance centres' },
      aliases: ['家庭教育指导中心'],
      includes: '挂家庭教育指导中心牌子的，一块牌子一个，各级都算',
      excludes: '已摘牌；指导服务点',
    }),
    schools: stock('place', {
      label: { zh: '社区家长学校', en: 'Community parent schools' },
      aliases: ['社区家长学校', '家长学校'],
      includes: '挂社区（嘎查村）家长学校牌子的',
      excludes: '学校办的家长学校；已摘牌',
    }),
    schoolParents: stock('place', {
      label: { zh: '学校家长学校', en: 'Parent schools of schools' },
      includes: '学校、幼儿园办的家长学校',
      excludes: '社区家长学校；已摘牌',
    }),
    points: stock('place', {
      label: { zh: '家庭教育指导服务点', en: 'Guidance service points' },
      aliases: ['指导服务点'],
      includes: '挂家庭教育指导服务点牌子的',
      excludes: '指导中心；已摘牌',
    }),
    schoolsAndPoints: stock('place', {
      label: { zh: '社区家长学校和指导服务点（牌子）', en: 'Parent schools and service points (plaques)' },
      aliases: ['社区家长学校和家庭教育指导服务点'],
      includes: '两种牌子之和：同一个地方挂两块算两个',
      excludes: '学校家长学校；地方数（看“家庭教育阵地”）',
    }),
    homes: stock('place', {
      label: { zh: '儿童之家', en: 'Children’s homes' },
      aliases: ['儿童之家'],
      includes: '挂儿童之家牌子的',
      excludes: '已摘牌',
    }),
    bases: stock('place', {
      label: { zh: '亲子阅读和家庭教育实践基地（牌子）', en: 'Reading and practice bases (plaques)' },
      aliases: ['亲子阅读体验基地和家庭教育实践基地'],
      includes: '亲子阅读体验基地、家庭教育实践基地两种牌子之和',
      excludes: '教育基地等其他牌子；已摘牌',
    }),
  },
  counts: (place, count) => {
    const from = standsFrom(place)
    if (!from) return []
    const closed = place.reached.closed
    const spans = plaqueSpans(place, closed)
    const of = (...kinds: readonly string[]) => spans.filter(({ kind }) => kinds.includes(kind))
    const each = (
      measure: 'centres' | 'schools' | 'schoolParents' | 'points' | 'schoolsAndPoints' | 'homes' | 'bases',
      ...kinds: readonly string[]
    ) => of(...kinds).flatMap((span) => [count.one(measure, span.from), span.to && count.gone(measure, span.to)])
    return [
      count.one('places', from),
      closed && count.gone('places', closed),
      ...place.history.flatMap((done) => {
        if (done.action === 'rest') return [count.one('dormant', done.on)]
        const woken = done.action === 'wake' || (done.action === 'close' && done.from === 'dormant')
        return woken ? [count.gone('dormant', done.on)] : []
      }),
      ...each('centres', 'centre'),
      ...each('schools', 'school'),
      ...each('schoolParents', 'school-parents'),
      ...each('points', 'point'),
      ...each('schoolsAndPoints', 'school', 'point'),
      ...each('homes', 'home'),
      ...each('bases', 'reading', 'practice'),
    ]
  },
})
