import { workingDays } from '../../core/clock.ts'
import { field } from '../../core/field.ts'
import { hands, upper } from './words.ts'

/** 三审三校 — L028, L030: three persons read it one after the other, and each says what she corrected. */
const proof = {
  proof: field.text({
    label: { zh: '审校意见', en: 'Read and corrected' },
    class: 'P1',
    required: true,
    min: 2,
    max: 500,
    help: {
      zh: '内容对不对、提法准不准、错字改了哪些；没有问题也写一句。',
      en: 'Content, wording, corrections; say so when there was nothing.',
    },
  }),
}

export const reviewStates = {
  first: { zh: '已初审', en: 'First review done' },
  second: { zh: '已复审', en: 'Second review done' },
  passed: { zh: '已终审', en: 'Reviewed' },
} as const

const one = { by: hands, reach: 'below', asks: proof, tone: 'main' } as const

/** The three reviews from a state on; nobody takes two of them, and none by who wrote it. The last is a banner’s or above. */
export const threeReviews = <const From extends string>(from: From) =>
  ({
    firstReview: {
      label: { zh: '初审初校', en: 'First review' },
      from: [from],
      to: 'first',
      otherThan: ['create'],
      ...one,
    },
    secondReview: {
      label: { zh: '复审二校', en: 'Second review' },
      from: ['first'],
      to: 'second',
      otherThan: ['create', 'firstReview'],
      ...one,
    },
    finalReview: {
      label: { zh: '终审三校', en: 'Final review' },
      from: ['second'],
      to: 'passed',
      at: upper,
      otherThan: ['create', 'firstReview', 'secondReview'],
      ...one,
    },
  }) as const

/** How long each of them may take; `ends` are the states in which a text is back with its writer or done with. */
export const reviewClocks = <const From extends string, const End extends string>(from: From, ends: readonly End[]) => {
  const words = { within: workingDays(3), legal: false, rule: 'L028' } as const
  return {
    firstReview: { label: { zh: '初审', en: 'First review' }, from, until: ['first', ...ends], ...words },
    secondReview: { label: { zh: '复审', en: 'Second review' }, from: 'first', until: ['second', ...ends], ...words },
    finalReview: { label: { zh: '终审', en: 'Final review' }, from: 'second', until: ['passed', ...ends], ...words },
  } as const
}
