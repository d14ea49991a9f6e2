import { field } from '../../core/field.ts'
import { plaques } from './plaques.ts'

const plaque = {
  kind: field.choice(plaques, { label: { zh: '牌子', en: 'Plaque' }, class: 'P0', required: true }),
  namedOn: field.day({ label: { zh: '挂牌日期', en: 'Put up on' }, class: 'P0', required: true, past: true }),
  namedBy: field.text({ label: { zh: '命名单位', en: 'Named by' }, class: 'P0', max: 60 }),
  endedOn: field.day({ label: { zh: '摘牌日期', en: 'Taken down on' }, class: 'P0', past: true }),
}

export const weekdays = {
  mon: { zh: '周一', en: 'Monday' },
  tue: { zh: '周二', en: 'Tuesday' },
  wed: { zh: '周三', en: 'Wednesday' },
  thu: { zh: '周四', en: 'Thursday' },
  fri: { zh: '周五', en: 'Friday' },
  sat: { zh: '周六', en: 'Saturday' },
  sun: { zh: '周日', en: 'Sunday' },
} as const

const duty = {
  day: field.choice(weekdays, { label: { zh: '哪天', en: 'Day' }, class: 'P1', required: true }),
  hours: field.text({
    label: { zh: '几点到几点', en: 'Hours' },
    class: 'P1',
    required: true,
    max: 30,
    help: { zh: '如 9:00—11:30', en: 'e.g. 9:00–11:30' },
  }),
  who: field.text({
    label: { zh: '谁值班', en: 'On duty' },
    class: 'P1',
    required: true,
    max: 30,
    help: {
      zh: '写岗位或称呼，如“指导员乌老师”，贴在门上的就是这张表。',
      en: 'A post or how she is called: this hangs on the door.',
    },
  }),
}

/** What any place of family education says of itself. No price: guidance is free (家庭教育促进法 第三十一条; R-EDU-02). */
export const placeFields = {
  name: field.text({ label: { zh: '名称', en: 'Name' }, class: 'P0', required: true, min: 2, max: 60 }),
  openedOn: field.day({ label: { zh: '启用日期', en: 'In use since' }, class: 'P0', required: true, past: true }),
  host: field.choice(
    {
      village: { zh: '嘎查村、社区', en: 'Village or community' },
      federation: { zh: '妇联', en: 'Federation' },
      school: { zh: '学校、幼儿园', en: 'School' },
      hospital: { zh: '医院、妇幼保健院', en: 'Hospital' },
      court: { zh: '法院、检察院', en: 'Court or procuratorate' },
      library: { zh: '图书馆、文化馆、公园', en: 'Library, culture house, park' },
      other: { zh: '其他', en: 'Other' },
    },
    { label: { zh: '设在哪里', en: 'Where it stands' }, class: 'P0', required: true },
  ),
  plaques: field.list(plaque, {
    label: { zh: '牌子', en: 'Plaques' },
    class: 'P0',
    required: true,
    max: 7,
    help: {
      zh: '一个地方挂几块牌子就写几行；统计地方时只算一个，统计牌子时各算各的。',
      en: 'A row for each plaque. As a place it counts once, each plaque by itself.',
    },
  }),
  address: field.text({ label: { zh: '地址', en: 'Address' }, class: 'P0', max: 120 }),
  openHours: field.text({ label: { zh: '开放时间', en: 'Open hours' }, class: 'P0', max: 80 }),
  phone: field.text({ label: { zh: '联系电话', en: 'Phone' }, class: 'P0', max: 30 }),
  area: field.integer({
    label: { zh: '面积', en: 'Area' },
    class: 'P1',
    max: 100_000,
    unitLabel: { zh: '平方米', en: 'm²' },
  }),
  equipment: field.text({ label: { zh: '设施、图书、玩具', en: 'Equipment' }, class: 'P1', max: 500 }),
  roster: field.list(duty, { label: { zh: '值班表', en: 'Duty roster' }, class: 'P1', required: true, max: 30 }),
}

export const inspection = {
  seen: field.text({
    label: { zh: '实地看到什么', en: 'What was seen' },
    class: 'P1',
    required: true,
    min: 2,
    max: 500,
  }),
}

export const safetyCheck = {
  by: field.text({ label: { zh: '谁检查的', en: 'Checked by' }, class: 'P1', required: true, max: 60 }),
  safe: field.yesNo({ label: { zh: '安全', en: 'Safe' }, class: 'P1', required: true }),
  found: field.text({ label: { zh: '问题和整改', en: 'Found and put right' }, class: 'P1', max: 500 }),
}

export const yearCheck = {
  year: field.integer({ label: { zh: '哪一年', en: 'Year' }, class: 'P1', required: true, min: 2015, max: 2100 }),
  plan: field.yesNo({ label: { zh: '有年度计划', en: 'There is a plan of the year' }, class: 'P1', required: true }),
  open: field.yesNo({ label: { zh: '按时开放', en: 'Open at its hours' }, class: 'P1', required: true }),
  found: field.text({
    label: { zh: '自查情况', en: 'What was found' },
    class: 'P1',
    required: true,
    min: 2,
    max: 1000,
  }),
}
