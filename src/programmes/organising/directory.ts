import { field } from '../../core/field.ts'
import { stock } from '../../core/measure.ts'
import { defineProgramme } from '../../core/programme.ts'

const everybody = [
  'chair',
  'rights',
  'family',
  'development',
  'organisation',
  'publicity',
  'finance',
  'operator',
  'mediator',
  'lawyer',
  'guide',
  'volunteer-leader',
  'statistician',
] as const

/** Kinds that are organisations of the federation: homes are places, partner agencies are not ours. */
const own = ['federation', 'new-field', 'industry', 'group-member'] as const

/**
 * 组织目录 — L140, L143, L144; figures F103, F105, F106; C22. No records of its own: an organisation of the directory is what
 * is counted, its facts are told from its row (docs/decisions/0011). Kinds add up to the whole.
 */
export const organisationDirectory = defineProgramme({
  id: 'organisation',
  version: 1,
  kind: 'team',
  service: 'organising',
  label: { zh: '组织目录', en: 'Directory of organisations' },
  short: { zh: '组织', en: 'Organisations' },
  noun: { zh: '家', en: 'organisation' },
  help: {
    zh: '各级妇联、妇女之家、新领域组织，从组织目录数：成立加一，撤并减一。',
    en: 'Federations, homes and organisations in new fields, counted from the directory as they are set up and merged.',
  },
  sources: ['L140', 'L143', 'L144', 'F103', 'F105', 'F106', 'C22'],
  access: { see: everybody, create: [] },
  fields: {
    name: field.text({ label: { zh: '名称', en: 'Name' }, class: 'P0', required: true, max: 60 }),
    from: field.day({ label: { zh: '成立日期', en: 'Since' }, class: 'P0', required: true }),
    kind: field.text({ label: { zh: '哪一种', en: 'Kind' }, class: 'P0', required: true, max: 20 }),
  },
  title: 'name',
  dated: 'from',
  states: { standing: { zh: '现有', en: 'Standing' }, ended: { zh: '已撤并', en: 'Ended' } },
  initial: 'standing',
  editableIn: [],
  actions: {},
  measures: {
    all: stock('item', {
      label: { zh: '妇联组织', en: 'Organisations' },
      aliases: ['各级妇联组织'],
      unitLabel: { zh: '家', en: 'organisations' },
      includes: '现有的妇联、新领域妇联组织、行业妇联、团体会员，四类相加就是总数',
      excludes: '妇女之家、微家、协作单位；已撤并',
    }),
    federations: stock('item', {
      label: { zh: '其中各级妇联', en: 'Of these federations' },
      unitLabel: { zh: '家', en: 'organisations' },
      includes: '自治区、盟市、旗县、苏木乡镇街道、嘎查村社区妇联',
      excludes: '新领域、行业、团体会员',
    }),
    newFields: stock('item', {
      label: { zh: '其中新领域妇联组织', en: 'Of these in new fields' },
      aliases: ['新领域妇联组织'],
      unitLabel: { zh: '家', en: 'organisations' },
      includes: '新经济组织、社会组织、新就业群体里现有的妇联组织；含在妇联组织总数里',
      excludes: '筹备中（看新领域建会）',
    }),
    industries: stock('item', {
      label: { zh: '其中行业妇联', en: 'Of these industry federations' },
      unitLabel: { zh: '家', en: 'organisations' },
      includes: '现有的行业妇联、机关事业单位妇委会',
      excludes: '新领域妇联组织',
    }),
    groupMembers: stock('item', {
      label: { zh: '其中团体会员', en: 'Of these group members' },
      unitLabel: { zh: '家', en: 'organisations' },
      includes: '女性社会组织等团体会员',
      excludes: '协作单位',
    }),
    homes: stock('place', {
      label: { zh: '妇女之家（微家）', en: 'Women’s Homes and micro-homes' },
      aliases: ['妇女之家', '妇女微家'],
      unitLabel: { zh: '家', en: 'homes' },
      includes: '现有的妇女之家和微家',
      excludes: '已撤销；流动服务点',
    }),
    microHomes: stock('place', {
      label: { zh: '其中微家', en: 'Of these micro-homes' },
      unitLabel: { zh: '家', en: 'homes' },
      includes: '现有的微家',
      excludes: '妇女之家',
    }),
  },
  counts: ({ on, answers, reached }, count) => {
    const ended = reached.ended
    if (ended !== undefined && ended <= on) return []
    const items = {
      federation: 'federations',
      'new-field': 'newFields',
      industry: 'industries',
      'group-member': 'groupMembers',
    } as const
    const kind = own.find((one) => one === answers.kind)
    if (kind)
      return (['all', items[kind]] as const).flatMap((measure) => [
        count.one(measure, on),
        ended && count.gone(measure, ended),
      ])
    if (answers.kind !== 'womens-home' && answers.kind !== 'micro-home') return []
    const places = answers.kind === 'micro-home' ? (['homes', 'microHomes'] as const) : (['homes'] as const)
    return places.flatMap((measure) => [count.one(measure, on), ended && count.gone(measure, ended)])
  },
})

/** 执委 — L141; figure F104. A seat on a committee of the directory; a woman on two committees is one person and two seats. */
export const committeeDirectory = defineProgramme({
  id: 'committee-seat',
  version: 1,
  kind: 'member',
  service: 'organising',
  label: { zh: '执委名册', en: 'Committee members' },
  short: { zh: '执委', en: 'Members' },
  noun: { zh: '人', en: 'member' },
  help: {
    zh: '各级妇联执委，从组织目录的执委名册数：任职加一，离任减一。',
    en: 'Committee members, counted from the directory as they are seated and leave.',
  },
  sources: ['L141', 'F104'],
  access: { see: everybody, create: [] },
  fields: {
    name: field.text({ label: { zh: '职务', en: 'Position' }, class: 'P0', required: true, max: 20 }),
    from: field.day({ label: { zh: '任职日期', en: 'Since' }, class: 'P0', required: true }),
    person: field.person({ label: { zh: '本人', en: 'Person' }, class: 'P2', required: true }),
  },
  title: 'name',
  dated: 'from',
  personField: 'person',
  states: { sitting: { zh: '在任', en: 'Sitting' }, ended: { zh: '已离任', en: 'Left' } },
  initial: 'sitting',
  editableIn: [],
  actions: {},
  measures: {
    members: stock('person', {
      label: { zh: '妇联执委', en: 'Committee members' },
      aliases: ['各级妇联执委', '执委'],
      includes: '各级妇联在任执委（含常委、副主席、主席），按人去重',
      excludes: '已离任；候选人',
    }),
    seats: stock('item', {
      label: { zh: '执委席位', en: 'Seats' },
      unitLabel: { zh: '席', en: 'seats' },
      includes: '各级妇联在任席位，一人在两级任职算两席',
      excludes: '空缺席位',
    }),
  },
  counts: ({ on, person, reached }, count) => {
    const ended = reached.ended
    if (!person || (ended !== undefined && ended <= on)) return []
    return [
      count.person('members', on, person),
      count.one('seats', on),
      ended && count.person('members', ended, person, -1),
      ended && count.gone('seats', ended),
    ]
  },
})
