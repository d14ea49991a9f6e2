/** What the house says of figures that are to be published; part of the one catalogue in refusal-texts.ts. */
export const publishedRefusals = {
  'release-figure-twice': {
    status: 422,
    zh: '同一个数字选了两次，请去掉一个。',
    en: 'The same figure is chosen twice. Please take one out.',
  },
  'release-reveals': {
    status: 422,
    zh: '“{label}”涉及隐私，这个数不到 5，不能发布。',
    en: '“{label}” is confidential and below 5: it cannot be released.',
  },
  'release-whole-years': {
    status: 422,
    zh: '“{label}”涉及隐私，只能由自治区按整年发布。',
    en: '“{label}” is confidential: only whole years of the region are released.',
  },
  'release-table-closed': {
    status: 422,
    zh: '“{label}”涉及隐私：各地表只由自治区按盟市出，年度结束一个月后才能出，只列件数、人次、金额。',
    en: '“{label}” is confidential: its table is the region’s, by league, of years closed for a month, and of sums only.',
  },
  'release-table-wrong': {
    status: 422,
    zh: '各地表要有下级组织，年份从早到晚、最多十年，比率不能分地列表；同一张表只要一次。',
    en: 'A table needs organisations below, at most ten years in order, and no rate; each table once.',
  },
  'release-not-yours': {
    status: 422,
    zh: '要替代的发布不是本单位已封存的。',
    en: 'What it is to supersede is not a sealed release of your organisation.',
  },
  'release-decided': {
    status: 409,
    zh: '这次发布已经处理过了，请刷新。',
    en: 'This release has been decided already. Please reload.',
  },
  'release-moved': {
    status: 409,
    zh: '第 {position} 个数与送批时不同，不能封存，请退回重做。',
    en: 'Figure {position} is not what it was when it was asked for. Please return it.',
  },
  'release-not-sealed': {
    status: 409,
    zh: '只有已封存的发布才能这样做。',
    en: 'Only a sealed release can be handled so.',
  },
  'review-template-wrong': {
    status: 422,
    zh: '正文第 {line} 行的数字引用写得不对，请对照“怎么写”改正。',
    en: 'The figure reference in line {line} of the text cannot be read. Please see how it is written.',
  },
  'review-measure-unknown': {
    status: 422,
    zh: '正文里的“{what}”不是现有的指标或服务，请核对编号。',
    en: '“{what}” in the text is no measure or service. Please check its id.',
  },
  'review-too-many': {
    status: 422,
    zh: '一篇综述最多 {limit} 个数，请拆成几篇。',
    en: 'A review holds at most {limit} numbers. Please make several of it.',
  },
  'review-not-draft': {
    status: 409,
    zh: '这一版已经送批过了，请先存成新的一版。',
    en: 'This version has been submitted already. Save a new one first.',
  },
  'review-no-figures': {
    status: 422,
    zh: '这篇综述里没有一个数，没有什么可以封存。',
    en: 'There is not one number in this review: nothing could be sealed.',
  },
  'statement-number-unclear': {
    status: 422,
    zh: '原句里要有这个数，还要有单位；有几个数时请写明是哪一个。',
    en: 'The sentence must have the number, with its unit; where it has several, say which.',
  },
  'statement-not-yours': {
    status: 422,
    zh: '被替代的要是本单位现行的已发布数字；不同于哪一个，要是看得到的。',
    en: 'What it supersedes must be a standing number of your organisation; what it differs from, one you can see.',
  },
  'statement-because': {
    status: 422,
    zh: '与哪个数不同、为什么，两样要一起写。',
    en: 'From which number it differs, and why: both belong together.',
  },
  'statement-decided': {
    status: 409,
    zh: '这个数已经处理过了，请刷新。',
    en: 'This number has been decided already. Please reload.',
  },
  'initiative-quoted': {
    status: 422,
    zh: '这是上级的工作或一个提法，只引用，不归入记录，也不计数。',
    en: 'This is the agenda of a higher body or a wording: it is quoted, nothing belongs to it and nothing is counted.',
  },
  'initiative-sealed': {
    status: 422,
    zh: '这类记录涉及隐私，不能逐条归入；请让工程或行动把这项服务整个归入。',
    en: 'Records of this service are confidential and are not marked one by one. Let the whole service belong to the action.',
  },
} as const
