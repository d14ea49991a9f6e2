import { workingDays } from '../../core/clock.ts'
import type { Day } from '../../core/day.ts'
import { field } from '../../core/field.ts'
import { flow } from '../../core/measure.ts'
import type { Done, Facts, Start } from '../../core/programme.ts'
import { matchmakers } from './words.ts'

/** What may be passed on, each by her own word. Never her name, number, phone, address or marital status. */
export const shares = {
  born: { zh: '性别和出生年份', en: 'Sex and year of birth' },
  education: { zh: '学历', en: 'Education' },
  work: { zh: '做哪类工作', en: 'Kind of work' },
  home: { zh: '旗县', en: 'Banner' },
  height: { zh: '身高', en: 'Height' },
  words: { zh: '自我介绍', en: 'Own words' },
  wish: { zh: '想找什么样的人', en: 'Whom to meet' },
}

export const portFields = {
  portAgreed: field.yesNo({
    label: { zh: '本人单独同意交给全国妇联婚恋平台', en: 'Agrees to be passed to the national platform' },
    class: 'P1',
    required: true,
  }),
  portShares: field.choices(shares, {
    label: { zh: '同意交给平台的内容', en: 'What may be passed on' },
    class: 'P1',
    required: true,
    help: {
      zh: '一项一项问。称呼总是要交的；真名、证件、电话、婚姻状况从来不交。',
      en: 'Asked one by one. The shown name always goes; name, number, phone and marital status never do.',
    },
  }),
}

export const portSteps = ['agreePort', 'handOver', 'portTaken', 'portRefused', 'withdrawPort'] as const
type PortStep = (typeof portSteps)[number]
const isPortStep = (action: string): action is PortStep => portSteps.some((step) => step === action)

/** Where a profile stands towards the platform: its last step there, if any. */
const lastOf = (history: readonly Done[]): PortStep | undefined =>
  history.map(({ action }) => action).findLast(isPortStep)

/** She agreed, and it was not passed on yet: the profiles of the next hand-over list. */
const isWaiting = (history: readonly Done[]): boolean => lastOf(history) === 'agreePort'

const isOutside = (history: readonly Done[]): boolean => ['handOver', 'portTaken'].includes(lastOf(history) ?? '')

export const portChecks = {
  portSaid: {
    label: { zh: '本人同意，并写明交哪些', en: 'She agrees, and to what' },
    rule: 'R-MAT-06',
    met: ({
      answers: { portAgreed, portShares },
    }: {
      readonly answers: { readonly portAgreed?: boolean; readonly portShares?: readonly string[] }
    }) => portAgreed === true && (portShares?.length ?? 0) > 0,
  },
  portFree: {
    label: { zh: '还没有同意，或上次没有接收', en: 'No consent stands' },
    rule: 'R-MAT-06',
    route: true,
    met: ({ history }: { readonly history: readonly Done[] }) =>
      [undefined, 'portRefused', 'withdrawPort'].includes(lastOf(history)),
  },
  portWaiting: {
    label: { zh: '已同意，还没有交', en: 'Agreed, not passed on yet' },
    rule: 'R-MAT-06',
    route: true,
    met: ({ history }: { readonly history: readonly Done[] }) => isWaiting(history),
  },
  portSent: {
    label: { zh: '已交，还没有答复', en: 'Passed on, not answered yet' },
    rule: 'L055',
    route: true,
    met: ({ history }: { readonly history: readonly Done[] }) => lastOf(history) === 'handOver',
  },
  portStands: {
    label: { zh: '同意还在', en: 'The consent stands' },
    rule: 'R-MAT-06',
    route: true,
    met: ({ history }: { readonly history: readonly Done[] }) => isWaiting(history) || isOutside(history),
  },
} as const

interface Gone {
  readonly history: readonly Done[]
  readonly answers: Readonly<Record<string, unknown>>
}

/**
 * What the platform holds is asked back the moment she withdraws, leaves or is banned; nothing where it holds nothing, nor of a
 * profile without a name: it was emptied when its owner was erased, and asked back then.
 */
export function takedownOf({ history, answers }: Gone): readonly Start[] {
  const step = history.at(-1)
  if (!step || typeof answers.name !== 'string') return []
  const why = step.action === 'leave' ? 'left' : step.action === 'ban' ? 'banned' : 'withdrawn'
  return askedBack(history.slice(0, -1), { why, openedOn: step.on, shown: answers.name })
}

/** The same of somebody who is erased (个人信息保护法 第四十七条): by the platform's own reference, and nothing that names her. */
export const takedownOfErased = ({ history, today }: Pick<Facts, 'history' | 'today'>): readonly Start[] =>
  askedBack(history, { why: 'erased', openedOn: today })

function askedBack(before: readonly Done[], said: Start['answers']): readonly Start[] {
  if (!isOutside(before)) return []
  const handedOn = before.findLast(({ action }) => action === 'handOver')?.on ?? said.openedOn
  const { reference } = before.findLast(({ action }) => isPortStep(action))?.answers ?? {}
  const known = typeof reference === 'string' ? { reference } : {}
  return [{ programme: 'profile-takedown', answers: { ...said, handedOn, ...known } }]
}

const known = ['active', 'paused', 'suspended'] as const

/** Steps towards the national platform, which cannot be reached from here: a list goes out, its answer is entered by hand. */
export const portActions = {
  agreePort: {
    label: { zh: '单独同意交给全国平台', en: 'Agrees to the national platform' },
    from: ['active', 'paused'],
    to: 'same',
    by: matchmakers,
    fills: ['portAgreed', 'portShares'],
    needs: ['portFree', 'portSaid'],
    makes: ['port-consent'],
  },
  handOver: {
    label: { zh: '已按清单交给平台', en: 'Passed on with the list' },
    from: ['active'],
    to: 'same',
    by: matchmakers,
    needs: ['portWaiting', 'portSaid'],
  },
  portTaken: {
    label: { zh: '平台已接收', en: 'Taken by the platform' },
    from: [...known],
    to: 'same',
    by: matchmakers,
    needs: ['portSent'],
    asks: {
      reference: field.text({
        label: { zh: '平台回执编号', en: 'The platform’s reference' },
        class: 'P3',
        required: true,
        min: 2,
        max: 60,
      }),
    },
  },
  portRefused: {
    label: { zh: '平台没有接收', en: 'Refused by the platform' },
    from: [...known],
    to: 'same',
    by: matchmakers,
    needs: ['portSent'],
    asks: {
      said: field.text({
        label: { zh: '平台说的原因', en: 'What the platform says' },
        class: 'P3',
        required: true,
        min: 2,
        max: 300,
      }),
    },
  },
  withdrawPort: {
    label: { zh: '本人收回同意', en: 'Withdraws the consent' },
    from: [...known],
    to: 'same',
    by: matchmakers,
    needs: ['portStands'],
    starts: takedownOf,
    tone: 'safety',
  },
} as const

export const portClocks = {
  port: {
    label: { zh: '等平台答复', en: 'Answer of the platform' },
    after: ['handOver'],
    done: ['portTaken', 'portRefused', 'withdrawPort'],
    until: ['left', 'banned'],
    within: workingDays(20),
    legal: false,
    rule: 'L055',
  },
} as const

export const portMeasures = {
  handed: flow('item', {
    label: { zh: '交给全国平台', en: 'Passed to the national platform' },
    unitLabel: { zh: '份次', en: 'profiles passed on' },
    includes: '本人单独同意后按清单交出的征友资料，每交一次算一次，按交出日期',
    excludes: '只同意还没有交的；平台上的人数由平台统计',
  }),
  taken: flow('item', {
    label: { zh: '全国平台接收', en: 'Taken by the national platform' },
    unitLabel: { zh: '份次', en: 'profiles taken' },
    includes: '平台回执写明接收的，按记录回执的日期',
    excludes: '没有答复、没有接收的；以后收回同意的不减',
  }),
}

export const daysOf = (history: readonly Done[], step: PortStep): readonly Day[] =>
  history.filter(({ action }) => action === step).map(({ on }) => on)
