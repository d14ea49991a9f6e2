import { field } from '../../core/field.ts'

export const kinds = {
  festival: { zh: '节庆纪念', en: 'Commemoration' },
  theme: { zh: '主题教育', en: 'Theme education' },
  homecoming: { zh: '回娘家座谈', en: 'Talk of those who come home' },
  seminar: { zh: '研讨、成果展示', en: 'Seminar' },
  reading: { zh: '读书分享', en: 'Reading meeting' },
  tour: { zh: '文艺宣传一站', en: 'Stop of a troupe' },
  marriage: { zh: '婚育新风', en: 'New ways of marriage' },
} as const

const book = {
  title: field.text({ label: { zh: '书名', en: 'Title' }, class: 'P0', required: true, max: 80 }),
  author: field.text({ label: { zh: '作者', en: 'Author' }, class: 'P0', max: 60 }),
}

/** What an outreach event asks; what only one kind has is asked of all and needed of that kind only. */
export const eventFields = {
  title: field.text({ label: { zh: '题目', en: 'Title' }, class: 'P1', required: true, min: 2, max: 80 }),
  heldOn: field.day({ label: { zh: '日期', en: 'Date' }, class: 'P1', required: true }),
  kind: field.choice(kinds, { label: { zh: '做什么', en: 'Kind' }, class: 'P1', required: true }),
  place: field.text({ label: { zh: '地点', en: 'Place' }, class: 'P1', required: true, min: 2, max: 80 }),
  campaign: field.record('campaign', {
    label: { zh: '属于哪次行动', en: 'Campaign' },
    class: 'P1',
    help: { zh: '选上就算报了，不用另填表。', en: 'Naming it is the report; no other form.' },
  }),
  topic: field.record('outreach-topic', { label: { zh: '主题', en: 'Topic' }, class: 'P1' }),
  base: field.record('education-base', { label: { zh: '在哪个教育基地', en: 'Education base' }, class: 'P1' }),
  coHosts: field.text({ label: { zh: '合办单位', en: 'Held together with' }, class: 'P1', max: 120 }),
  guests: field.people(
    {
      representative: { zh: '女代表、先进典型', en: 'Representative' },
      newwork: { zh: '新就业群体代表', en: 'Of new kinds of work' },
      expert: { zh: '专家学者', en: 'Expert' },
      speaker: { zh: '讲述、主持', en: 'Speaker' },
    },
    {
      label: { zh: '请来的人', en: 'Guests' },
      class: 'P2',
      min: 0,
      max: 200,
    },
  ),
  guestsAgree: field.yesNo({
    label: { zh: '讲述的人都同意公开她的讲述和照片', en: 'Who speaks agrees to her words and pictures being shown' },
    class: 'P1',
  }),
  appeal: field.record('outreach-story', { label: { zh: '发出的倡议', en: 'Appeal' }, class: 'P1' }),
  call: field.record('honour-call', { label: { zh: '哪次征文的成果', en: 'Of which call for papers' }, class: 'P1' }),
  books: field.list(book, { label: { zh: '读什么书', en: 'Books' }, class: 'P0', max: 20 }),
  troupe: field.text({ label: { zh: '哪支乌兰牧骑、文艺队', en: 'Troupe' }, class: 'P1', max: 60 }),
  stop: field.text({ label: { zh: '第几站、在哪个嘎查', en: 'Which stop' }, class: 'P1', max: 60 }),
  pledged: field.integer({
    label: { zh: '自愿承诺', en: 'Pledged, freely' },
    class: 'P1',
    max: 100_000,
    unitLabel: { zh: '人次', en: 'attendances' },
    help: {
      zh: '承诺不收高额彩礼、简办婚事等，自愿的，只数人头，不留名单、不公布、不排名。',
      en: 'No high bride price, a simple wedding: freely, counted by head, no list, nothing shown, nobody ranked.',
    },
  }),
  note: field.text({ label: { zh: '做了什么', en: 'What was done' }, class: 'P1', max: 2000 }),
}
