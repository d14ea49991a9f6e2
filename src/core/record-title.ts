import type { FieldMap } from './field.ts'
import type { Language } from './refusal.ts'
import type { Label } from './unit.ts'

interface Titled {
  readonly fields: FieldMap
  readonly title: string
}

/** What a record is called: the answer that names it, a choice by its words, so that a title can be chosen and hold no name. */
export function titleOf(programme: Titled, answers: Readonly<Record<string, unknown>>): string {
  const said = String(answers[programme.title])
  return optionsOf(programme)[said]?.zh ?? said
}

/** A title as it is kept, for a reader of this language. What no option says any more stays as it was written. */
export function titleIn(programme: Titled | undefined, title: string, language: Language): string {
  if (!programme || language === 'zh') return title
  return Object.values(optionsOf(programme)).find((option) => option.zh === title)?.[language] ?? title
}

/** Kept titles that a reader of another language than theirs means by these words. */
export function titlesLike(programme: Titled, words: string, language: Language): string[] {
  if (language === 'zh') return []
  const meant = Object.values(optionsOf(programme)).filter((option) =>
    option[language].toLowerCase().includes(words.toLowerCase()),
  )
  return meant.map((option) => option.zh)
}

function optionsOf({ fields, title }: Titled): Readonly<Record<string, Label>> {
  const field = fields[title]
  return field?.kind === 'choice' ? field.options : {}
}
