/** What the house says of indicators; part of the one catalogue in refusal-texts.ts. */
export const indicatorRefusals = {
  'indicator-domain-unknown': {
    status: 422,
    zh: '这个纲要里没有这个领域。',
    en: 'That outline has no such domain.',
  },
  'indicator-moved': {
    status: 409,
    zh: '这个指标已有第 {version} 版，请刷新后再改。',
    en: 'The indicator is at version {version} already. Please reload.',
  },
  'indicator-parts-words': {
    status: 422,
    zh: '这个单位的指标要写明分子、分母各是什么。',
    en: 'An indicator in this unit must say in words what its numerator and denominator are.',
  },
  'indicator-not-collected': {
    status: 422,
    zh: '这个指标不在“{org}”这一级统计。',
    en: 'The indicator is not collected at the level of “{org}”.',
  },
  'indicator-parts-disagree': {
    status: 422,
    zh: '分子除以分母得 {computed}，和填的 {value} 对不上。',
    en: 'Numerator by denominator gives {computed}, not {value}.',
  },
  'indicator-part-over-whole': {
    status: 422,
    zh: '这是占比，分子不能大于分母。',
    en: 'This is a share: its numerator cannot be more than its denominator.',
  },
  'indicator-implausible': {
    status: 422,
    zh: '{value} 不可能是“{name}”的数，请核对单位和小数点。',
    en: '{value} cannot be a value of “{name}”. Please check the unit and the decimal point.',
  },
  'indicator-checked': {
    status: 409,
    zh: '这个数已经核对过，请先退回或发布。',
    en: 'That value has been checked. Return or publish it first.',
  },
  'indicator-step-not-now': {
    status: 409,
    zh: '“{org}”{year} 年的数现在是“{state}”，不能这样做。',
    en: '“{org}” {year} is “{state}” now; that cannot be done.',
  },
  'indicator-base-missing': {
    status: 422,
    zh: '“{org}”{year} 年只有增减的百分点，没有写从哪一届、多少起算：基数未说明，不能发布。',
    en: '“{org}” {year} is a change whose base term and base value are not stated: it cannot be published.',
  },
  'indicator-parts-missing': {
    status: 422,
    zh: '“{org}”{year} 年没有分子、分母：这个指标叫“率”却按占比算，缺了就分不清，不能发布。',
    en: '“{org}” {year} has no numerator and denominator: it is called a coverage and computed as a share, so it is not published without them.',
  },
  'indicator-sheet-wrong': {
    status: 422,
    zh: '看不懂这张表：找不到“地区”这一列，或“年份”“指标”打头的一行。',
    en: 'The sheet cannot be read: it has no column “Area” and no row that begins with “Year” or “Indicator”.',
  },
  'indicator-sheet-large': {
    status: 422,
    zh: '一张表最多 {limit} 格，请分几张。',
    en: 'A sheet has at most {limit} cells. Please split it.',
  },
} as const
