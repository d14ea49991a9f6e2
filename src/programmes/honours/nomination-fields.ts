import { field } from '../../core/field.ts'
import { agencies, criteria, decidedAt, exclusions } from './words.ts'

const text = (zh: string, en: string, max: number, more: { required?: boolean; min?: number } = {}) =>
  field.text({ label: { zh, en }, class: 'P1', max, ...more })
const many = (zh: string, en: string, min = 0) =>
  field.integer({
    label: { zh, en },
    class: 'P1',
    required: true,
    min,
    max: 500,
    unitLabel: { zh: '人', en: 'people' },
  })

/** What every nomination says, whoever or whatever is nominated. */
export const opening = {
  call: field.record('honour-call', { label: { zh: '哪一次评选', en: 'Call' }, class: 'P1', required: true }),
  level: field.choice(decidedAt, { label: { zh: '报哪一级', en: 'Level' }, class: 'P1', required: true }),
  nominatedOn: field.day({ label: { zh: '推荐日期', en: 'Nominated on' }, class: 'P1', required: true, past: true }),
  path: field.choice(
    {
      self: { zh: '自荐', en: 'Self' },
      others: { zh: '他荐', en: 'By others' },
      organisation: { zh: '组织推荐', en: 'By an organisation' },
    },
    { label: { zh: '怎么推荐的', en: 'Path' }, class: 'P1', required: true },
  ),
  nominator: field.text({ label: { zh: '推荐人（单位）', en: 'Nominator' }, class: 'P2', max: 60 }),
  short: text('事迹（200字内）', 'The story in short', 200, { required: true, min: 10 }),
  story: text('事迹（详）', 'The story', 1500),
}

/** Signed by whoever is honoured. */
export const consent = field.yesNo({
  label: { zh: '本人（全体成年家庭成员）同意申报和公示', en: 'All adults concerned consent' },
  class: 'P1',
  required: true,
})
export const clean = field.screening(exclusions, {
  label: { zh: '没有不能参评的情形', en: 'Nothing that excludes' },
  class: 'P3',
  required: true,
  help: { zh: '逐项问本人；说假话的，称号撤销。', en: 'Asked one by one; a false answer costs the title.' },
})

/** The meeting of the village or the unit (R-HON-02, R-HON-04): five or more, half of them no relatives or friends. */
export const meeting = {
  metOn: field.day({ label: { zh: '评议会日期', en: 'Meeting on' }, class: 'P1', required: true, past: true }),
  present: many('到会', 'Present', 5),
  unrelated: many('其中不是亲友的', 'Of them unrelated'),
  inFavour: many('同意', 'In favour'),
  against: many('不同意', 'Against'),
  visited: field.yesNo({ label: { zh: '上门核实过', en: 'Visited' }, class: 'P1', required: true }),
}

export const localNotice = {
  localFrom: field.day({ label: { zh: '本村（单位）公示开始', en: 'Local notice from' }, class: 'P1', required: true }),
  localTo: field.day({ label: { zh: '本村（单位）公示结束', en: 'Local notice to' }, class: 'P1', required: true }),
}

export const publicNotice = {
  noticeFrom: field.day({ label: { zh: '公示开始', en: 'Notice from' }, class: 'P1', required: true }),
  noticeTo: field.day({ label: { zh: '公示结束', en: 'Notice to' }, class: 'P1', required: true }),
  phone: field.text({
    label: { zh: '监督电话（单位）', en: 'Phone for objections' },
    class: 'P1',
    required: true,
    max: 20,
  }),
}

export const decision = {
  decidedBy: text('哪次会议决定', 'Decided by', 80, { required: true }),
  document: text('决定文号', 'Document no.', 60, { required: true }),
}

/** Of an agency: yes, no, or nothing to say; why is not kept (processes 5.2). */
export const opinion = {
  agency: field.choice(agencies, { label: { zh: '单位', en: 'Agency' }, class: 'P1', required: true }),
  result: field.choice(
    {
      yes: { zh: '同意', en: 'Agrees' },
      none: { zh: '没有意见', en: 'Nothing to say' },
      no: { zh: '不同意', en: 'Objects' },
    },
    { label: { zh: '意见', en: 'Opinion' }, class: 'P3', required: true },
  ),
  givenOn: field.day({ label: { zh: '日期', en: 'Date' }, class: 'P1', required: true, past: true }),
}

/** One judge's sheet: marks from 0 to 10 for each criterion of the call. */
export const sheet = {
  marks: field.list(
    {
      criterion: field.choice(criteria, { label: { zh: '看什么', en: 'Criterion' }, class: 'P1', required: true }),
      mark: field.integer({ label: { zh: '分', en: 'Mark' }, class: 'P1', required: true, min: 0, max: 10 }),
    },
    { label: { zh: '评分', en: 'Marks' }, class: 'P1', required: true, max: 6 },
  ),
  comment: text('评语', 'Comment', 500),
  free: field.choice(
    { free: { zh: '我与被推荐的没有亲友、师生、隶属等利害关系', en: 'No interest of mine is touched' } },
    { label: { zh: '声明', en: 'Statement' }, class: 'P1', required: true },
  ),
}

export const objection = {
  from: field.text({
    label: { zh: '谁提的（保密，可以不留）', en: 'By whom (kept secret, may be left out)' },
    class: 'P3',
    max: 60,
  }),
  what: field.text({
    label: { zh: '异议内容', en: 'What is objected' },
    class: 'P3',
    required: true,
    min: 10,
    max: 2000,
  }),
}

export const finding = {
  stands: field.choice(
    { no: { zh: '不成立', en: 'It does not stand' }, yes: { zh: '成立', en: 'It stands' } },
    { label: { zh: '结论', en: 'Finding' }, class: 'P1', required: true },
  ),
  finding: field.text({
    label: { zh: '核实和答复', en: 'What was found' },
    class: 'P3',
    required: true,
    min: 5,
    max: 2000,
  }),
}
