import { defineTexts } from '../../kit/i18n.ts'

/** Fields that pick an organisation or a person. */
export const pickTexts = defineTexts(
  { orgHint: '汉字、拼音或首字母', personHint: '姓名开头，或手机后四位' },
  { orgHint: 'Chinese, pinyin or initials', personHint: 'Start of the name, or last 4 digits of the phone' },
)
