import type { FieldMap } from './field.ts'

/** What a record is called: the answer that names it, a choice by its words, so that a title can be chosen and hold no name. */
export function titleOf(
  programme: { readonly fields: FieldMap; readonly title: string },
  answers: Readonly<Record<string, unknown>>,
): string {
  const said = String(answers[programme.title])
  const field = programme.fields[programme.title]
  return field?.kind === 'choice' ? (field.options[said]?.zh ?? said) : said
}
