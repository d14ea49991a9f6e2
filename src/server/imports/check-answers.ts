import type { z } from 'zod'
import type { Day } from '../../core/day.ts'
import { answersSchema, type Field, type FieldMap, missingIn } from '../../core/field.ts'

type Issue = z.core.$ZodIssue

const says = (f: Field, issue: Issue): string => {
  switch (f.kind) {
    case 'text':
      return issue.code === 'too_small'
        ? `太短，至少 ${String(issue.minimum)} 个字`
        : issue.code === 'too_big'
          ? `太长，最多 ${f.max} 个字`
          : '含有不能用的字符'
    case 'integer':
      return issue.code === 'too_small'
        ? `不能小于 ${f.min}`
        : issue.code === 'too_big'
          ? `不能大于 ${String(issue.maximum)}`
          : '应是整数'
    case 'people':
      return issue.code === 'too_small'
        ? `至少 ${f.min} 人`
        : issue.code === 'too_big'
          ? `最多 ${f.max} 人`
          : '同一个人填了两次'
    case 'money':
      return '金额不对'
    case 'day':
      return '应是日期，如 2026-11-22'
    default:
      return '填写有误'
  }
}

const schemas = new WeakMap<FieldMap, z.ZodType<Record<string, unknown>>>()
const schemaFor = (fields: FieldMap) => {
  const held = schemas.get(fields) ?? answersSchema(fields)
  schemas.set(fields, held)
  return held
}

/**
 * Checks a row's answers with the definition's own schema: the answers as they will be kept, and what is wrong, in words.
 * Required answers that `asked` lists must be there; a day that has to be past may not be after `today`.
 */
export function checkAnswers(
  fields: FieldMap,
  asked: FieldMap,
  answers: Readonly<Record<string, unknown>>,
  today: Day,
): { answers: Record<string, unknown>; problems: string[] } {
  const result = schemaFor(fields).safeParse(answers)
  const problems: string[] = []
  const said = new Set<string>()
  for (const issue of result.error?.issues ?? []) {
    const key = String(issue.path[0] ?? '')
    const f = fields[key]
    if (f && !said.has(key)) problems.push(`“${f.label.zh}”${says(f, issue)}`)
    said.add(key)
  }
  for (const key of missingIn(asked, answers))
    if (!said.has(key)) problems.push(`“${fields[key]?.label.zh ?? key}”没有填`)
  for (const [key, value] of Object.entries(answers)) {
    const f = fields[key]
    if (f?.kind === 'day' && f.past && typeof value === 'string' && value > today)
      problems.push(`“${f.label.zh}”不能晚于今天`)
  }
  return { answers: result.data ?? {}, problems }
}
