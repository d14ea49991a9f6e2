import type { Label } from '../unit.ts'
import type { FieldSpec, LocalSpec, MeasureSpec } from './spec.ts'

/** What the choices of the composer are called. */
export const kindWords = {
  activity: { zh: '活动：有时间地点、有人来', en: 'Activity: a time, a place, people' },
  case: { zh: '办件：一件一件办的事', en: 'Case: one matter at a time' },
  place: { zh: '阵地：一直在那里的地方', en: 'Place: something that stands' },
  item: { zh: '内容：一篇、一份、一项', en: 'Item: a text, a paper, a thing' },
} as const satisfies Record<LocalSpec['kind'], Label>

export const patternWords = {
  record: { zh: '记了就算', en: 'Recorded is done' },
  check: { zh: '一人提交、一人核对', en: 'One records, another checks' },
  approval: { zh: '申请—审核—批准—办结', en: 'Apply – review – approve – done' },
} as const satisfies Record<LocalSpec['pattern'], Label>

export const fieldKindWords = {
  text: { zh: '一行文字', en: 'Line of text' },
  'long-text': { zh: '一段文字', en: 'Longer text' },
  number: { zh: '数量', en: 'Number' },
  money: { zh: '金额', en: 'Amount of money' },
  date: { zh: '日期', en: 'Date' },
  choice: { zh: '单选', en: 'One choice' },
  choices: { zh: '多选', en: 'Several choices' },
  'yes-no': { zh: '是或否', en: 'Yes or no' },
  person: { zh: '人员', en: 'Person' },
} as const satisfies Record<FieldSpec['kind'], Label>

export const classWords = {
  P0: { zh: 'P0 可公开', en: 'P0 public' },
  P1: { zh: 'P1 工作信息，不涉及个人', en: 'P1 work data, no persons' },
  P2: { zh: 'P2 个人信息', en: 'P2 personal' },
  P3: { zh: 'P3 敏感个人信息，加密保存', en: 'P3 sensitive, encrypted' },
} as const satisfies Record<FieldSpec['class'], Label>

export const countingWords = {
  records: { zh: '有多少', en: 'How many' },
  sum: { zh: '一项相加', en: 'The sum of a question' },
  attendances: { zh: '参加人次', en: 'Attendances' },
  persons: { zh: '多少人（实名，不重复）', en: 'Distinct persons' },
} as const satisfies Record<MeasureSpec['counts'], Label>
