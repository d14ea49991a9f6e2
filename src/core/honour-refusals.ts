/** What the house says of essays and their blind reviews; part of the one catalogue in refusal-texts.ts. */
export const honourRefusals = {
  'limit-not-said': {
    status: 422,
    zh: '这次评选的通知没有写重复率限度，不能登记查重结果。',
    en: 'The call of this selection says no limit for the check of texts.',
  },
  'limit-differs': {
    status: 422,
    zh: '限度要和评选通知一致：通知写的是 {limit}%。',
    en: 'The limit is the call’s own: {limit}%.',
  },
  'review-of-another': {
    status: 422,
    zh: '这份匿名评审不是这件作品的，请重新选。',
    en: 'This blind review is of another entry. Please choose again.',
  },
  'blind-copy-elsewhere': {
    status: 422,
    zh: '匿名稿由组织评选的旗县以上妇联来建，作品要是同一级的征文。',
    en: 'A blind copy is made by the organiser, at a banner or above, for an essay of the same level.',
  },
  'panel-of-the-author': {
    status: 422,
    zh: '不能送给推荐这件作品的单位评。',
    en: 'An essay is not judged by the unit that sent it in.',
  },
} as const
