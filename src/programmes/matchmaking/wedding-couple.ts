import { workingDays } from '../../core/clock.ts'
import { field } from '../../core/field.ts'
import { flow } from '../../core/measure.ts'
import { defineProgramme } from '../../core/programme.ts'
import { weddingPledge } from './documents/wedding-pledge.ts'
import { matchmakers, two } from './words.ts'

const pledge = (zh: string, en: string) => field.yesNo({ label: { zh, en }, class: 'P1', required: true })
const checkedAnswers = {
  certificate: field.text({
    label: { zh: '结婚证号后四位', en: 'Last four of the certificate' },
    class: 'P3',
    required: true,
    min: 4,
    max: 4,
  }),
  registeredOn: field.day({ label: { zh: '登记日期', en: 'Registered on' }, class: 'P3', required: true, past: true }),
}

/** 集体婚礼新人 — L057, L058; figure F019, contradiction C14: applied, confirmed and attended are three figures. R-MAT-04. */
export const weddingCouple = defineProgramme({
  id: 'wedding-couple',
  version: 1,
  kind: 'case',
  service: 'matchmaking',
  series: 'XR',
  label: { zh: '集体婚礼新人', en: 'Wedding couple' },
  short: { zh: '新人', en: 'Newlyweds' },
  noun: { zh: '对', en: 'couple' },
  help: {
    zh: '报名、看证、确定、到场，一步一步记。看过结婚证只记后四位；没办过婚礼，承诺不要彩礼、不大操大办。要求删除的当场删除，对数不变。',
    en: 'Applied, certificate seen, confirmed, attended. Only the last four digits are kept; no wedding yet, no bride price, no lavish feast.',
  },
  sources: ['L057', 'L058', 'F019', 'C14', 'R-MAT-04'],
  access: { see: matchmakers, create: matchmakers },
  fields: {
    path: field.choice(
      { self: { zh: '自己报名', en: 'Applied themselves' }, unit: { zh: '单位、嘎查推荐', en: 'Recommended' } },
      { label: { zh: '怎么报的名', en: 'How they applied' }, class: 'P1', required: true },
    ),
    appliedOn: field.day({ label: { zh: '报名日期', en: 'Applied on' }, class: 'P1', required: true, past: true }),
    two,
    wedding: field.record('group-wedding', { label: { zh: '哪一场婚礼', en: 'Wedding' }, class: 'P1', required: true }),
    weddingOn: field.day({ label: { zh: '婚礼日期', en: 'Day of the wedding' }, class: 'P1', required: true }),
    noWedding: pledge('还没有办过婚礼', 'No wedding was held yet'),
    noPrice: pledge('承诺不要彩礼', 'No bride price'),
    noFeast: pledge('承诺不大操大办', 'No lavish feast'),
    ...checkedAnswers,
  },
  title: 'path',
  dated: 'appliedOn',
  parentField: 'wedding',
  opens: ['path', 'appliedOn', 'two', 'wedding', 'weddingOn', 'noWedding', 'noPrice', 'noFeast'],
  states: {
    applied: { zh: '已报名', en: 'Applied' },
    checked: { zh: '证件已看', en: 'Certificate seen' },
    confirmed: { zh: '已确定', en: 'Confirmed' },
    attended: { zh: '已参加', en: 'Attended' },
    refused: { zh: '不符合', en: 'Does not fit' },
    withdrawn: { zh: '已退出', en: 'Withdrawn' },
    erased: { zh: '已删除', en: 'Erased' },
  },
  initial: 'applied',
  editableIn: ['applied'],
  forgetsIn: ['erased'],
  checks: {
    pledged: {
      label: { zh: '没办过婚礼，两项承诺都签了', en: 'No wedding yet, both pledges given' },
      rule: 'R-MAT-04',
      met: ({ answers: a }) => a.noWedding === true && a.noPrice === true && a.noFeast === true,
    },
    registered: {
      label: { zh: '婚礼前已登记', en: 'Registered before the wedding' },
      rule: 'processes 6.3',
      met: ({ answers: a }) => a.registeredOn !== undefined && a.registeredOn <= (a.weddingOn ?? ''),
    },
    dayCame: {
      label: { zh: '到了婚礼那天', en: 'The day has come' },
      rule: 'C14',
      met: ({ answers, today }) => today === undefined || today >= (answers.weddingOn ?? ''),
    },
  },
  actions: {
    check: {
      label: { zh: '看过结婚证', en: 'Certificate seen' },
      from: ['applied'],
      to: 'checked',
      by: matchmakers,
      reach: 'below',
      fills: Object.keys(checkedAnswers) as (keyof typeof checkedAnswers)[],
      needs: ['pledged', 'registered'],
      makes: ['wedding-pledge'],
      tone: 'main',
    },
    confirm: {
      label: { zh: '确定参加', en: 'Confirm' },
      from: ['checked'],
      to: 'confirmed',
      by: matchmakers,
      reach: 'below',
      tone: 'main',
    },
    attend: {
      label: { zh: '到场', en: 'Attended' },
      from: ['confirmed'],
      to: 'attended',
      by: matchmakers,
      reach: 'below',
      needs: ['dayCame'],
      starts: ({ answers: a }) => [
        {
          programme: 'clothing-subsidy',
          answers: {
            certificateSeen: a.certificate !== undefined,
            weddingOn: a.weddingOn,
            two: a.two,
            noWedding: a.noWedding === true,
            pledged: a.noPrice === true && a.noFeast === true,
          },
        },
      ],
      tone: 'main',
    },
    refuse: {
      label: { zh: '不符合', en: 'Does not fit' },
      from: ['applied', 'checked'],
      to: 'refused',
      by: matchmakers,
      reach: 'below',
      reason: true,
    },
    withdraw: {
      label: { zh: '自己退出', en: 'Withdraw' },
      from: ['applied', 'checked', 'confirmed'],
      to: 'withdrawn',
      by: matchmakers,
    },
    erase: {
      label: { zh: '应要求删除', en: 'Erase on request' },
      from: ['attended', 'refused', 'withdrawn'],
      to: 'erased',
      by: matchmakers,
    },
  },
  clocks: {
    check: {
      label: { zh: '看证', en: 'See the certificate' },
      from: 'applied',
      until: ['checked', 'refused', 'withdrawn'],
      within: workingDays(5),
      legal: false,
      rule: 'processes 6.2',
    },
  },
  documents: { 'wedding-pledge': weddingPledge },
  measures: {
    applied: flow('couple', {
      label: { zh: '集体婚礼报名', en: 'Couples who applied' },
      includes: '报名的新人，按报名日期',
      excludes: '没有报名、只来看的',
    }),
    confirmed: flow('couple', {
      label: { zh: '集体婚礼确定', en: 'Couples confirmed' },
      includes: '看证后确定参加的，按确定日期',
      excludes: '不符合、退出的',
    }),
    attended: flow('couple', {
      label: { zh: '参加集体婚礼', en: 'Couples who attended' },
      aliases: ['新人参与'],
      includes: '当天到场的新人，按婚礼那天',
      excludes: '报了名、确定了没有到场的',
    }),
  },
  counts: ({ on, history, answers: { weddingOn } }, count) => {
    const confirmed = history.find((done) => done.action === 'confirm')?.on
    const came = history.some((done) => done.action === 'attend')
    return [
      count.one('applied', on),
      confirmed && count.one('confirmed', confirmed),
      came && weddingOn && count.one('attended', weddingOn),
    ]
  },
})
