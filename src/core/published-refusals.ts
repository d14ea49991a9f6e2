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
