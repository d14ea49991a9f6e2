import { cameByGrade, surestGrade } from '../../core/attended.ts'
import { attendedChecks } from '../../core/attended-checks.ts'
import type { Counter } from '../../core/count.ts'
import { field } from '../../core/field.ts'
import { flow } from '../../core/measure.ts'
import type { Counted, Facts } from '../../core/programme.ts'

export const hands = ['chair', 'family', 'rights', 'volunteer-leader'] as const

/** What is asked of every activity for children. Those who sign in and those counted by head are the children. */
export const childFields = {
  title: field.text({ label: { zh: '题目', en: 'Title' }, class: 'P1', required: true, min: 2, max: 60 }),
  heldOn: field.day({ label: { zh: '日期', en: 'Date' }, class: 'P1', required: true }),
  place: field.text({ label: { zh: '地点', en: 'Place' }, class: 'P1', required: true, min: 2, max: 80 }),
  note: field.text({
    label: { zh: '做了什么', en: 'What was done' },
    class: 'P1',
    max: 1000,
    help: { zh: '别写孩子的姓名、学校和家里的事。', en: 'No child’s name, school or family matters.' },
  }),
  adults: field.integer({
    label: { zh: '来的家长、照料人', en: 'Parents and carers who came' },
    class: 'P1',
    max: 100_000,
    unitLabel: { zh: '人次', en: 'attendances' },
  }),
  adultsBy: field.choice(
    { sheet: { zh: '清点，有签到表', en: 'Counted, with sheet' }, estimate: { zh: '估计', en: 'Estimated' } },
    { label: { zh: '家长怎么数的', en: 'How they were counted' }, class: 'P1' },
  ),
  photos: field.choice(
    {
      none: { zh: '没拍照', en: 'None taken' },
      faceless: { zh: '拍了，看不出是哪个孩子', en: 'Taken, no child can be known' },
      agreed: { zh: '拍了，监护人都同意', en: 'Taken, every guardian agreed' },
      unasked: { zh: '拍了，还没问监护人', en: 'Taken, guardians not asked yet' },
    },
    { label: { zh: '拍照', en: 'Photos' }, class: 'P1', required: true },
  ),
}
interface ChildAnswers {
  readonly adults?: number
  readonly adultsBy?: 'sheet' | 'estimate'
  readonly photos?: string
}

export const childStates = {
  planned: { zh: '待举办', en: 'Planned' },
  held: { zh: '已举办', en: 'Held' },
  cancelled: { zh: '已取消', en: 'Cancelled' },
} as const

export const childChecks = {
  ...attendedChecks,
  photosAgreed: {
    label: { zh: '拍了照的，监护人都同意', en: 'Guardians agreed to photos' },
    rule: 'R-PRI-03',
    met: ({ answers }: { answers: ChildAnswers }) => answers.photos !== undefined && answers.photos !== 'unasked',
  },
  adultsKnown: {
    label: { zh: '写了家长人次的，写明怎么数的', en: 'Adults say how they were counted' },
    rule: 'R-STAT-01',
    met: ({ answers: { adults, adultsBy } }: { answers: ChildAnswers }) => !adults || adultsBy !== undefined,
  },
} as const

export const hold = {
  label: { zh: '办完了', en: 'Held' },
  from: ['planned'],
  to: 'held',
  by: hands,
  fills: ['adults', 'adultsBy', 'photos'],
  needs: ['hasHappened', 'someoneCame', 'photosAgreed', 'adultsKnown'],
  tone: 'main',
} as const

export const afterwards = {
  reopen: {
    label: { zh: '改回待举办', en: 'Back to planned' },
    from: ['held'],
    to: 'planned',
    by: hands,
    reason: true,
  },
  cancel: { label: { zh: '取消', en: 'Cancel' }, from: ['planned', 'held'], to: 'cancelled', by: hands, reason: true },
} as const

/** Measures of one kind of activity for children; `what` is its name in the sentences of its measures. */
export const childMeasures = (what: string, aliases: readonly string[]) => ({
  sessions: flow('session', {
    label: { zh: `${what}场次`, en: 'Activities held' },
    includes: '已举办的活动，按举办日期',
    excludes: '待举办、已取消；线上观看',
  }),
  children: flow('person-time', {
    label: { zh: `${what}儿童受益人次`, en: 'Children, person-times' },
    aliases,
    includes: '签到的孩子（A）、附签到表清点的（B）、写明原因估计的（C）；一个孩子来几次算几人次',
    excludes: '家长、照料人（另计）；志愿者、工作人员；线上观看；一对一看望（看“关爱对象”）',
  }),
  people: flow('person', {
    label: { zh: `${what}儿童（实名）`, en: 'Children signed in by name' },
    includes: '期间内实名签到的孩子，一人多次只算一人',
    excludes: '只数了人头的',
  }),
  adults: flow('person-time', {
    label: { zh: `${what}家长人次`, en: 'Parents and carers, person-times' },
    includes: '来的家长、照料人，有签到表清点（B）、估计（C）',
    excludes: '孩子；志愿者、工作人员',
  }),
})

/** What a held activity is worth. */
export function childCounts(
  facts: Pick<Facts, 'state' | 'on' | 'attendance' | 'heads'> & { readonly answers: ChildAnswers },
  count: Counter<ReturnType<typeof childMeasures>>,
): readonly Counted[] {
  if (facts.state !== 'held') return []
  const { on, attendance, answers } = facts
  return [
    count.one('sessions', on, surestGrade(facts)),
    ...cameByGrade(facts).map(({ came, grade }) => count.many('children', came, on, grade)),
    ...attendance.map(({ person }) => count.person('people', on, person)),
    count.many('adults', answers.adults ?? 0, on, answers.adultsBy === 'sheet' ? 'B' : 'C'),
  ]
}
