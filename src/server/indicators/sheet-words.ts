import type { Language } from '../../core/refusal.ts'

interface SheetWords {
  readonly noIndicator: (words: string) => string
  readonly whichIndicator: string
  readonly whichYear: string
  readonly whichArea: string
  readonly twice: (at: string) => string
  readonly formula: string
  readonly errorValue: string
  readonly noNumber: (text: string) => string
  readonly published: (value: number) => string
  readonly noCode: (code: string) => string
  readonly notYours: (code: string) => string
  readonly noArea: (name: string) => string
  readonly manyAreas: (name: string) => string
}

/** What is wrong with a cell of a yearbook sheet, for whoever filled it in. */
export const sheetWords: Readonly<Record<Language, SheetWords>> = {
  zh: {
    noIndicator: (words) => `没有“${words}”这个指标`,
    whichIndicator: '没写是哪个指标',
    whichYear: '没写是哪一年',
    whichArea: '没写是哪个地区',
    twice: (at) => `同一个数写了两次（${at}）`,
    formula: '这一格是公式，请改成数值（复制，再“选择性粘贴—数值”）',
    errorValue: '这一格是错误值（如 #N/A），请改正',
    noNumber: (text) => `“${text}”不是数`,
    published: (value) => `已发布为 ${value}，更正要写原因`,
    noCode: (code) => `没有代码是“${code}”的地区`,
    notYours: (code) => `“${code}”不在本级范围内`,
    noArea: (name) => `没有叫“${name}”的地区，或不在本级范围内`,
    manyAreas: (name) => `叫“${name}”的地区不止一个，请写代码`,
  },
  en: {
    noIndicator: (words) => `there is no indicator “${words}”`,
    whichIndicator: 'it does not say which indicator',
    whichYear: 'it does not say which year',
    whichArea: 'it does not say which area',
    twice: (at) => `the same value is told twice (${at})`,
    formula: 'this is a formula: paste it as a value',
    errorValue: 'this is an error value (such as #N/A)',
    noNumber: (text) => `“${text}” is not a number`,
    published: (value) => `published as ${value}: a correction needs its reason`,
    noCode: (code) => `there is no area with the code “${code}”`,
    notYours: (code) => `“${code}” is not of your area`,
    noArea: (name) => `there is no area “${name}”, or it is not yours`,
    manyAreas: (name) => `more than one area is called “${name}”: give its code`,
  },
}
