import { preference } from './preference.ts'

export type Language = 'zh' | 'en'

/** The reader's language, kept on the device, shown in `<html lang>` and sent as Accept-Language. */
export const language = preference<Language>('niangjia.language', ['zh', 'en'], (value) => {
  if (typeof document !== 'undefined') document.documentElement.lang = value === 'zh' ? 'zh-CN' : 'en'
})

// A parameter list nobody calls through: each entry keeps its own, checked against its Chinese twin.
type Text = string | ((...parts: never[]) => string)
type Dictionary = Record<string, Text>
type Twin<D extends Dictionary> = {
  [K in keyof D]: D[K] extends (...parts: infer P) => string ? (...parts: P) => string : string
}

/** The texts of one area in both languages. */
export interface Texts<D extends Dictionary> {
  zh: Twin<D>
  en: Twin<D>
}

/** Declares an area's texts. English has exactly the keys of Chinese: one missing or too many does not compile. */
export function defineTexts<D extends Dictionary>(zh: D, en: Twin<D>): Texts<D> {
  // `D` is its own twin; the compiler cannot see through the mapped type.
  return { zh: zh as unknown as Twin<D>, en }
}

/** The texts of an area in the reader's language; the component follows a change of language. */
export function useTexts<D extends Dictionary>(texts: Texts<D>): Twin<D> {
  return texts[language.use()]
}
