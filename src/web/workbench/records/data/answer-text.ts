import { formatYuan } from '../../../../core/money.ts'
import { momentText } from '../../../kit/date-text.ts'
import type { Language } from '../../../kit/i18n.ts'
import type { Answers, FieldShape } from './shapes.ts'

export interface Reading {
  language: Language
  /** What people and linked records are called here, masked as the server gave them. */
  nameOf: (id: string) => string | undefined
}

const words = {
  zh: {
    yes: '是',
    no: '否',
    yuan: '元',
    comma: '、',
    end: '；',
    colon: '：',
    role: (name: string, role: string) => `${name}（${role}）`,
    unseen: '范围外的人',
    unlinked: '一条记录',
  },
  en: {
    yes: 'Yes',
    no: 'No',
    yuan: 'yuan',
    comma: ', ',
    end: '; ',
    colon: ': ',
    role: (name: string, role: string) => `${name} (${role})`,
    unseen: 'someone out of scope',
    unlinked: 'a record',
  },
} as const

/** An answer in words, as a page, a timeline or a comparison shows it. Empty for no answer. */
export function answerText(field: FieldShape, answer: unknown, reading: Reading): string {
  if (answer === null || answer === undefined || answer === '') return ''
  const { language, nameOf } = reading
  const say = words[language]
  const optionText = (value: unknown) => field.options?.find((option) => option.value === value)?.label[language] ?? ''
  switch (field.kind) {
    case 'choice':
      return optionText(answer)
    case 'choices':
      return Array.isArray(answer) ? answer.map(optionText).join(say.comma) : ''
    case 'yes-no':
      return answer === true ? say.yes : say.no
    case 'integer':
      return [String(answer), field.unitLabel?.[language]].filter(Boolean).join(' ')
    case 'money':
      return typeof answer === 'number' ? `${formatYuan(answer)} ${say.yuan}` : ''
    case 'date-time':
      return momentText(String(answer))
    case 'person':
      return nameOf(String(answer)) ?? say.unseen
    case 'org':
      return nameOf(String(answer)) ?? String(answer)
    case 'fund':
      return nameOf(String(answer)) ?? say.unlinked
    case 'record':
      return nameOf(String(answer)) ?? say.unlinked
    case 'people':
      return rowsOf(answer)
        .map((row) => say.role(nameOf(String(row.person)) ?? say.unseen, optionText(row.role)))
        .join(say.comma)
    case 'screening':
      return (field.options ?? [])
        .map(
          (question) =>
            `${question.label[language]}${say.colon}${(answer as Answers)[question.value] ? say.yes : say.no}`,
        )
        .join(say.end)
    case 'list':
      return rowsOf(answer)
        .map((row) =>
          (field.of ?? [])
            .map((inner) => answerText(inner, row[inner.key], reading))
            .filter(Boolean)
            .join(say.comma),
        )
        .join(say.end)
    default:
      return String(answer)
  }
}

function rowsOf(answer: unknown): readonly Answers[] {
  return Array.isArray(answer) ? answer : []
}
