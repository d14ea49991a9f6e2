import { calendarDays, workingDays } from '../../core/clock.ts'
import { field } from '../../core/field.ts'
import { flow } from '../../core/measure.ts'
import type { Facts, Start } from '../../core/programme.ts'
import {
  decision,
  finding,
  localNotice,
  meeting,
  objection,
  opinion,
  publicNotice,
  sheet,
} from './nomination-fields.ts'
import { hands, judges, upper } from './words.ts'

const keys = <F extends object>(of: F) => Object.keys(of) as (keyof F & string)[]
export const above = { by: hands, reach: 'below', at: upper } as const
/** Hands that put it forward; none of them judges it or decides on it. */
export const forward = ['create', 'submit', 'evaluate', 'recommend', 'qualify'] as const

export const judgingStates = {
  draft: { zh: '填写中', en: 'Draft' },
  submitted: { zh: '已推荐', en: 'Nominated' },
  returned: { zh: '退回补正', en: 'Given back' },
  jury: { zh: '评审中', en: 'Being judged' },
  scored: { zh: '评审结束', en: 'Judged' },
  noticed: { zh: '公示中', en: 'On notice' },
  decided: { zh: '已决定', en: 'Decided' },
  awarded: { zh: '已命名', en: 'Named' },
  rejected: { zh: '未入选', en: 'Not selected' },
  withdrawn: { zh: '已撤回', en: 'Withdrawn' },
} as const
export const namingStates = {
  ...judgingStates,
  evaluated: { zh: '评议通过', en: 'Passed the meeting' },
  posted: { zh: '本村（单位）公示中', en: 'On local notice' },
  recommended: { zh: '逐级推荐', en: 'Recommended' },
  vetted: { zh: '意见已征求', en: 'Opinions in' },
} as const

const submitting = {
  submit: {
    label: { zh: '提交', en: 'Submit' },
    from: ['draft', 'returned'],
    to: 'submitted',
    by: hands,
    tone: 'main',
  },
  withdraw: {
    label: { zh: '本人撤回', en: 'Withdraw' },
    from: ['draft', 'returned', 'submitted', 'jury', 'scored', 'noticed', 'decided'],
    to: 'withdrawn',
    by: hands,
    reason: true,
  },
} as const

/** From the jury to the title: sheets unseen by the others, the mean, the notice, the decision of its own level. */
const judging = <const From extends string>(from: From) =>
  ({
    openJury: {
      label: { zh: '交评委', en: 'To the judges' },
      from: [from],
      to: 'jury',
      ...above,
      tone: 'main',
    },
    judge: {
      label: { zh: '评委打分', en: 'Judge' },
      from: ['jury'],
      to: 'same',
      by: judges,
      reach: 'below',
      at: upper,
      // Each judge once, nobody who put it forward, nobody who stood aside.
      otherThan: ['judge', 'standAside', ...forward],
      blindIn: ['jury'],
      asks: sheet,
    },
    standAside: {
      label: { zh: '有利害关系，回避', en: 'Stand aside' },
      from: ['jury'],
      to: 'same',
      by: judges,
      reach: 'below',
      at: upper,
      otherThan: ['judge', 'standAside'],
      tone: 'safety',
    },
    closeJury: {
      label: { zh: '评审结束', en: 'Close the judging' },
      from: ['jury'],
      to: 'scored',
      ...above,
      needs: ['enoughJudges'],
      tone: 'main',
    },
    notice: {
      label: { zh: '拟命名，公示', en: 'Put on public notice' },
      from: ['scored'],
      to: 'noticed',
      ...above,
      fills: keys(publicNotice),
      needs: ['noticeLongEnough'],
      makes: ['public-notice'],
      tone: 'main',
    },
    reject: {
      label: { zh: '未入选', en: 'Not selected' },
      from: [from, 'scored', 'noticed'],
      to: 'rejected',
      ...above,
      reason: true,
    },
    decideBanner: deciding('banner', 'atBanner'),
    decideLeague: deciding('league', 'atLeague'),
    decideRegion: deciding('region', 'atRegion'),
  }) as const

/** Four eyes: whoever put it on notice or put it forward does not enter the decision. */
function deciding<const L extends 'banner' | 'league' | 'region', const C extends string>(level: L, check: C) {
  return {
    label: { zh: '决定命名', en: 'Decide' },
    from: ['noticed'],
    to: 'decided',
    by: hands,
    reach: 'below',
    at: [level],
    otherThan: ['notice', ...forward],
    fills: keys(decision),
    needs: [check, 'noticeOver', 'clear'],
    tone: 'main',
  } as const
}

const objecting = <const S extends string>(...from: S[]) =>
  ({
    object: {
      label: { zh: '记一条异议', en: 'Record an objection' },
      from,
      to: 'same',
      by: judges,
      reach: 'below',
      asks: objection,
    },
    answer: {
      label: { zh: '查清并答复异议', en: 'Answer an objection' },
      from,
      to: 'same',
      by: hands,
      reach: 'below',
      otherThan: ['object', 'notice', ...forward],
      asks: finding,
    },
  }) as const

const naming = (starts: (facts: Facts) => readonly Start[]) =>
  ({
    award: {
      label: { zh: '命名，发证书', en: 'Name, and give the certificate' },
      from: ['decided'],
      to: 'awarded',
      ...above,
      starts,
      tone: 'main',
    },
  }) as const

/** Works: checked, judged, noticed, decided. */
export const judgedActions = (starts: (facts: Facts) => readonly Start[]) =>
  ({
    ...submitting,
    giveBack: {
      label: { zh: '退回补正', en: 'Give back' },
      from: ['submitted'],
      to: 'returned',
      by: hands,
      reach: 'below',
      reason: true,
    },
    ...judging('submitted'),
    openJury: {
      label: { zh: '资格符合，交评委', en: 'Fits: to the judges' },
      from: ['submitted'],
      to: 'jury',
      ...above,
      secondPerson: true,
      needs: ['consented'],
      tone: 'main',
    },
    ...objecting('noticed'),
    ...naming(starts),
  }) as const

/** Families, persons and collectives: the meeting and its notice first, then level by level, then the agencies. */
export const namedActions = (starts: (facts: Facts) => readonly Start[]) =>
  ({
    ...submitting,
    submit: { ...submitting.submit, needs: ['consented', 'nothingExcludes'] },
    withdraw: {
      ...submitting.withdraw,
      from: [...submitting.withdraw.from, 'evaluated', 'posted', 'recommended', 'vetted'],
    },
    giveBack: {
      label: { zh: '退回补正', en: 'Give back' },
      from: ['submitted', 'evaluated', 'posted', 'recommended'],
      to: 'returned',
      by: hands,
      reach: 'below',
      reason: true,
    },
    evaluate: {
      label: { zh: '评议会通过', en: 'Passed the meeting' },
      from: ['submitted'],
      to: 'evaluated',
      by: hands,
      fills: keys(meeting),
      needs: ['meetingFits'],
      makes: ['minutes'],
      tone: 'main',
    },
    post: {
      label: { zh: '本村（单位）公示', en: 'Put on local notice' },
      from: ['evaluated'],
      to: 'posted',
      by: hands,
      fills: keys(localNotice),
      needs: ['localLongEnough'],
      tone: 'main',
    },
    recommend: {
      label: { zh: '审核推荐', en: 'Recommend' },
      from: ['posted'],
      to: 'recommended',
      by: hands,
      reach: 'below',
      at: ['township', ...upper],
      otherThan: ['create', 'submit', 'evaluate'],
      needs: ['localOver', 'clear'],
      tone: 'main',
    },
    pass: {
      label: { zh: '上一级审核推荐', en: 'Recommend at the next level' },
      from: ['recommended'],
      to: 'same',
      ...above,
      otherThan: ['create', 'submit', 'evaluate'],
      asks: {
        opinion: field.text({
          label: { zh: '推荐意见', en: 'Opinion' },
          class: 'P1',
          required: true,
          min: 2,
          max: 500,
        }),
      },
    },
    opinion: {
      label: { zh: '记一家单位的意见', en: 'Record an opinion' },
      from: ['recommended'],
      to: 'same',
      ...above,
      asks: opinion,
    },
    vet: {
      label: { zh: '意见征求完毕', en: 'Opinions are in' },
      from: ['recommended'],
      to: 'vetted',
      ...above,
      needs: ['opinionsIn'],
      tone: 'main',
    },
    ...judging('vetted'),
    ...objecting('posted', 'noticed'),
    ...naming(starts),
  }) as const

const judgingClocks = {
  notice: {
    label: { zh: '公示', en: 'Public notice' },
    from: 'noticed',
    until: ['decided', 'rejected', 'withdrawn'],
    within: workingDays(5),
    dueField: 'noticeTo',
    legal: false,
    rule: 'D18',
  },
  objection: {
    label: { zh: '查清异议', en: 'Answer an objection' },
    after: ['object'],
    done: ['answer'],
    until: ['rejected', 'withdrawn'],
    within: workingDays(10),
    legal: false,
    rule: 'processes 5.2',
  },
} as const
const review = {
  label: { zh: '查资格', en: 'Check it' },
  from: 'submitted',
  until: ['jury', 'returned', 'withdrawn'],
  within: workingDays(10),
  legal: false,
  rule: 'processes 5.2',
} as const
export const judgedClocks = { review, ...judgingClocks } as const
export const namedClocks = {
  evaluate: {
    label: { zh: '开评议会', en: 'Hold the meeting' },
    from: 'submitted',
    until: ['evaluated', 'returned', 'withdrawn'],
    within: workingDays(10),
    legal: false,
    rule: 'processes 5.2',
  },
  local: {
    label: { zh: '本村（单位）公示', en: 'Local notice' },
    from: 'posted',
    until: ['recommended', 'returned', 'withdrawn'],
    within: calendarDays(3),
    dueField: 'localTo',
    legal: false,
    rule: 'D18',
  },
  opinions: {
    label: { zh: '征求意见', en: 'Ask for opinions' },
    from: 'recommended',
    until: ['vetted', 'returned', 'withdrawn'],
    within: workingDays(10),
    legal: false,
    rule: 'processes 5.2',
  },
  ...judgingClocks,
} as const

/** Nominated, decided, objected: the work of a selection. Titles held are the awards' figures, never these. */
export const nominationMeasures = (zh: string, en: string) => ({
  nominated: flow('item', {
    label: { zh: '推荐', en: 'Nominated' },
    unitLabel: { zh, en },
    includes: '已提交的推荐，按首次提交日期；一个对象在两次评选里推荐算两个',
    excludes: '还在填写的；命名数看“荣誉”',
  }),
  objections: flow('item', {
    label: { zh: '异议', en: 'Objections' },
    includes: '公示期间收到的异议，按收到日期',
    excludes: '咨询',
  }),
})

type Tally = 'nominated' | 'objections'
/** What every nomination is worth, as (measure, day) pairs. */
export const worthOf = ({ history }: Pick<Facts, 'history'>): readonly (readonly [Tally, string])[] => {
  const submitted = history.find((done) => done.action === 'submit')
  return [
    ...(submitted ? [['nominated', submitted.on] as const] : []),
    ...history.filter((done) => done.action === 'object').map((done) => ['objections', done.on] as const),
  ]
}

/** The title that begins with the naming, kept by the organisation that nominated. */
export const awardFrom = (
  facts: Pick<Facts, 'answers' | 'history'>,
  holder: Readonly<Record<string, unknown>>,
): Start => ({
  programme: 'award',
  answers: {
    honour: facts.answers.honour,
    level: facts.answers.level,
    awardedOn: facts.history.at(-1)?.on,
    document: facts.answers.document,
    ...holder,
  },
})
