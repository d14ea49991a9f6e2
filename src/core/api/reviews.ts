import { z } from 'zod'
import { contract } from './contract.ts'
import { releasedFigure, releaseState } from './releases.ts'
import { cursor, day, limit, orgRef, pageOf, uuid } from './shared.ts'

const params = z.object({ id: uuid })
const count = z.number().int()

/** A run of text; `figure` is the place of the figure it says. */
const piece = z.object({ text: z.string(), figure: count.optional() })
export type ReviewPiece = z.infer<typeof piece>
const pieces = z.array(piece)

/** What a review is made of, the same for its page, the Word file and the public page. */
const block = z.discriminatedUnion('block', [
  z.object({ block: z.literal('title'), text: z.string() }),
  z.object({ block: z.literal('heading'), level: z.literal([1, 2]), text: z.string() }),
  z.object({ block: z.literal('paragraph'), pieces }),
  z.object({ block: z.literal('item'), pieces }),
  z.object({
    block: z.literal('table'),
    caption: z.string(),
    head: z.array(z.string()),
    rows: z.array(z.array(pieces)),
  }),
  /** Bars of one measure, one for each place; `value` in the unit written on it (yuan, not fen). */
  z.object({
    block: z.literal('chart'),
    caption: z.string(),
    unit: z.string(),
    bars: z.array(z.object({ label: z.string(), value: z.number(), text: z.string(), figure: count })),
  }),
])
export type ReviewBlock = z.infer<typeof block>

const drawn = z.object({
  asOf: z.string(),
  blocks: z.array(block),
  /** Every number of it, by place; without trace codes until it is approved. */
  figures: z.array(releasedFigure),
  /** Measures left out because nothing of them may leave the house so (decision 0010). */
  closed: z.array(z.string()),
})
export type DrawnReview = z.infer<typeof drawn>

const state = z.enum(['draft', 'asked', 'returned', 'sealed', 'withdrawn'])
export type ReviewState = z.infer<typeof state>

const ability = z.object({ allowed: z.boolean(), why: z.string().nullable() })
const reviewRow = z.object({
  id: uuid,
  title: z.string(),
  org: orgRef,
  from: z.string(),
  to: z.string(),
  version: count,
  state,
  /** Of its newest version that is public. */
  number: z.string().nullable(),
  updatedAt: z.string(),
  demo: z.boolean(),
})
export type ReviewRow = z.infer<typeof reviewRow>

const review = reviewRow.extend({
  template: z.string(),
  release: z.object({ id: uuid, number: z.string().nullable(), state: releaseState }).nullable(),
  reason: z.string().nullable(),
  sha256: z.string().nullable(),
  versions: z.array(z.object({ version: count, at: z.string(), by: z.string(), state, number: z.string().nullable() })),
  abilities: z.object({ edit: ability, submit: ability, decide: ability, withdraw: ability }),
})
export type Review = z.infer<typeof review>

const text = z.object({
  title: z.string().trim().min(2).max(100),
  from: day,
  to: day,
  template: z.string().trim().min(1).max(50_000),
})

export const listReviews = contract({
  id: 'listReviews',
  method: 'GET',
  path: '/reviews',
  access: 'post',
  summary: '综述：本单位的和已公布的 / Reviews of one’s organisation and those published',
  query: z.object({ cursor, limit }),
  response: pageOf(reviewRow).extend({ mayMake: z.boolean() }),
  refuses: ['cursor-invalid'],
})

export const getReview = contract({
  id: 'getReview',
  method: 'GET',
  path: '/reviews/:id',
  access: 'post',
  summary: '一篇综述和它的各版 / A review and its versions',
  params,
  response: review,
  refuses: ['not-found'],
})

export const addReview = contract({
  id: 'addReview',
  method: 'POST',
  path: '/reviews',
  access: 'post',
  summary: '从年度模板写一篇综述 / Begin a review from the annual template, or from a text',
  body: text.extend({ id: uuid, template: text.shape.template.optional() }),
  response: review,
  refuses: ['not-allowed', 'action-reused', 'period-wrong', 'review-template-wrong', 'review-measure-unknown'],
})

export const editReview = contract({
  id: 'editReview',
  method: 'PUT',
  path: '/reviews/:id',
  access: 'post',
  summary: '存成新的一版 / Save as a new version',
  params,
  body: text.extend({ version: count.min(1) }),
  response: review,
  refuses: [
    'not-found',
    'not-allowed',
    'stale-edit',
    'period-wrong',
    'review-template-wrong',
    'review-measure-unknown',
  ],
})

export const drawReview = contract({
  id: 'drawReview',
  method: 'GET',
  path: '/reviews/:id/preview',
  access: 'post',
  summary: '预览：草稿按现在的数，已送批的按封存的数 / As it reads: a draft by the figures of now',
  params,
  response: drawn,
  refuses: ['not-found', 'review-template-wrong', 'review-measure-unknown', 'review-too-many'],
})

export const reviewFile = contract({
  id: 'reviewFile',
  method: 'GET',
  path: '/reviews/:id/file',
  access: 'post',
  summary: '公文格式的 Word 文件，附数字追溯表 / The Word file in official layout, with its trace appendix',
  params,
  response: z.unknown(),
  produces: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  refuses: ['not-found', 'review-template-wrong', 'review-measure-unknown', 'review-too-many'],
})

export const submitReview = contract({
  id: 'submitReview',
  method: 'POST',
  path: '/reviews/:id/submit',
  access: 'post',
  summary: '送另一人批准，数字定在此刻 / Ask a second person; its numbers stand as of now',
  params,
  body: z.object({ version: count.min(1) }),
  response: review,
  refuses: ['not-found', 'not-allowed', 'stale-edit', 'review-not-draft', 'review-no-figures', 'review-too-many'],
})

export const decideReview = contract({
  id: 'decideReview',
  method: 'POST',
  path: '/reviews/:id/decide',
  access: 'post',
  summary: '批准：封存数字和正文并公布；或退回 / Approve, which seals and publishes it, or return',
  params,
  body: z.object({ approve: z.boolean(), reason: z.string().trim().min(2).max(500).optional() }),
  response: review,
  refuses: ['not-found', 'not-allowed', 'second-person', 'reason-needed', 'release-decided', 'release-moved'],
})

export const withdrawReview = contract({
  id: 'withdrawReview',
  method: 'POST',
  path: '/reviews/:id/withdraw',
  access: 'post',
  summary: '撤回已公布的综述，写明原因 / Withdraw a published review, with the reason',
  params,
  body: z.object({ reason: z.string().trim().min(2).max(500) }),
  response: review,
  refuses: ['not-found', 'not-allowed', 'release-not-sealed'],
})
