import { field } from '../../core/field.ts'
import type { Facts } from '../../core/programme.ts'
import { above, forward } from './nomination-actions.ts'
import { hands } from './words.ts'

type Case = Pick<Facts, 'answers' | 'history'>
const percent = { zh: '%', en: '%' }
const isEssay = ({ answers }: Case) => answers.honour === 'essay'

/** What a service outside said of the text, and the limit of the call it is held against; whole percent. */
export const textCheck = {
  similarity: field.integer({
    label: { zh: '重复率', en: 'Text found elsewhere' },
    class: 'P1',
    required: true,
    max: 100,
    unitLabel: percent,
    help: { zh: '只给组织评选的人看，不公开，不写进公示。', en: 'For the organisers; never made public.' },
  }),
  similarityLimit: field.integer({
    label: { zh: '通知写的限度', en: 'Limit of the call' },
    class: 'P1',
    required: true,
    max: 100,
    unitLabel: percent,
  }),
  checkService: field.text({
    label: { zh: '哪家查重服务', en: 'Checked by which service' },
    class: 'P1',
    required: true,
    min: 2,
    max: 60,
    help: { zh: '报告可以传在附件里。', en: 'Its report may be attached.' },
  }),
  checkedOn: field.day({ label: { zh: '查重日期', en: 'Checked on' }, class: 'P1', required: true, past: true }),
}
export const blindReview = {
  review: field.record('essay-review', {
    label: { zh: '匿名评审', en: 'Blind review' },
    class: 'P1',
    required: true,
    standing: ['scored'],
  }),
}

/** Steps since the text was last handed in: an essay that came back is checked anew. */
const since = ({ history }: Case) => history.slice(history.findLastIndex((done) => done.action === 'submit') + 1)
const wasChecked = (c: Case) => since(c).some((done) => done.action === 'checkText')
const isOver = ({ answers: a }: Case) => Number(a.similarity) > Number(a.similarityLimit)
const wasPassed = (c: Case) => since(c).findLast(({ action }) => action !== 'edit')?.action === 'passAnyway'

export const essayChecks = {
  isEssay: {
    label: { zh: '征文（匿名送审）', en: 'An essay: reviewed blind' },
    rule: 'L025',
    route: true,
    met: isEssay,
  },
  notEssay: {
    label: { zh: '不是征文', en: 'Not an essay' },
    rule: 'L025',
    route: true,
    met: (c: Case) => !isEssay(c),
  },
  overLimit: {
    label: { zh: '重复率超过通知的限度', en: 'More found elsewhere than the call allows' },
    rule: 'L025',
    route: true,
    met: (c: Case) => isEssay(c) && wasChecked(c) && isOver(c),
  },
  textPassed: {
    label: {
      zh: '查过重，没有超过限度；超过的，另一人写明理由同意',
      en: 'The text was checked and is within the limit, or another person gave a reason',
    },
    rule: 'L025',
    by: ['checkText', 'passAnyway'],
    met: (c: Case) => wasChecked(c) && (!isOver(c) || wasPassed(c)),
  },
} as const

/** From the check of the text to the marks of a blind review. Whoever entered a high percentage does not wave it through. */
export const essaySteps = {
  checkText: {
    label: { zh: '登记查重结果', en: 'Enter the check of the text' },
    from: ['submitted'],
    to: 'same',
    ...above,
    fills: Object.keys(textCheck) as (keyof typeof textCheck)[],
    needs: ['isEssay'],
  },
  passAnyway: {
    label: { zh: '超过限度，写明理由送审', en: 'Over the limit: send it on, with a reason' },
    from: ['submitted'],
    to: 'same',
    by: hands,
    reach: 'below',
    at: above.at,
    otherThan: ['checkText', ...forward],
    needs: ['overLimit'],
    reason: true,
  },
  sendBlind: {
    label: { zh: '资格符合，匿名送审', en: 'Fits: to blind review' },
    from: ['submitted'],
    to: 'jury',
    ...above,
    otherThan: ['create', 'submit'],
    needs: ['isEssay', 'consented', 'textPassed'],
    tone: 'main',
  },
  closeBlind: {
    label: { zh: '匿名评审结束', en: 'The blind review is over' },
    from: ['jury'],
    to: 'scored',
    ...above,
    fills: ['review'],
    needs: ['isEssay'],
    tone: 'main',
  },
} as const
