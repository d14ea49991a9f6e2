import { agreementFields, agreementStates, agreementSteps, forceMoves, validityClock } from '../../core/agreement.ts'
import { calendarMonths } from '../../core/clock.ts'
import { field } from '../../core/field.ts'
import { flow, stock } from '../../core/measure.ts'
import { defineProgramme, type Facts } from '../../core/programme.ts'
import { keepers, provinces, readers } from './posts.ts'

const promised = {
  what: field.text({ label: { zh: '要做什么', en: 'What' }, class: 'P0', required: true, min: 2, max: 60 }),
  lane: field.text({
    label: { zh: '属于哪一条（如三联五通里的一项）', en: 'Which lane' },
    class: 'P0',
    max: 60,
  }),
  owner: field.text({ label: { zh: '谁负责', en: 'Who does it' }, class: 'P0', required: true, max: 60 }),
  due: field.day({ label: { zh: '哪天前做完', en: 'By when' }, class: 'P0', required: true }),
} as const

/** What was promised in it, each a record of its own with a deadline, from the day it is signed. */
const opened = ({ answers, on, today }: Facts) =>
  (Array.isArray(answers.commitments) ? (answers.commitments as Record<string, unknown>[]) : [])
    .filter((one) => one.what && one.owner && one.due)
    .map(({ what, lane, owner, due }) => ({
      programme: 'agreement-commitment',
      answers: { what, lane, owner, due, agreedOn: today ?? on },
    }))

/**
 * 合作协议、合作机制 — L021, L035, L087, L091; figure F027. What was promised is followed one by one; the brands (三联五通) are words in
 * it, since the articles do not say what they hold.
 */
export const cooperationAgreement = defineProgramme({
  id: 'cooperation-agreement',
  version: 1,
  kind: 'case',
  service: 'cooperation',
  series: 'HZ',
  label: { zh: '合作协议和机制', en: 'Cooperation agreements' },
  short: { zh: '合作协议', en: 'Agreements' },
  noun: { zh: '份', en: 'agreement' },
  help: {
    zh: '和部门、媒体、银行、兄弟省区签的协议或建的机制，一份一条。先写清各方要做的事（做什么、谁负责、哪天前），另一人批准，签了以后每件事自动成为一条待办，做完附证据；每年回头看一次，到期前提醒。境外协议登记在“对外合作协议”。',
    en: 'Agreements and mechanisms with departments, media, banks and other provinces. Say who does what by when; another person approves; once signed each promise is a task of its own, kept with evidence. Looked back on every year. Agreements abroad have a place of their own.',
  },
  sources: ['L021', 'L035', 'L087', 'L091', 'F027'],
  access: { see: readers, create: keepers },
  fields: {
    ...agreementFields,
    draftedOn: field.day({ label: { zh: '起草日期', en: 'Drafted on' }, class: 'P0', required: true, past: true }),
    kind: field.choice(
      {
        publicity: { zh: '宣传引领', en: 'Publicity' },
        media: { zh: '媒体传播', en: 'Media' },
        region: { zh: '区域合作（三联五通）', en: 'Regional cooperation' },
        mechanism: { zh: '跨省区合作机制', en: 'Mechanism across provinces' },
        finance: { zh: '金融支持', en: 'Finance' },
        service: { zh: '服务和关爱', en: 'Service and care' },
        other: { zh: '其他', en: 'Other' },
      },
      { label: { zh: '哪一类', en: 'Kind' }, class: 'P0', required: true },
    ),
    provinces: field.choices(provinces, {
      label: { zh: '参加的省区', en: 'Provinces that take part' },
      class: 'P0',
      help: { zh: '跨省区机制填写，含本区。', en: 'For mechanisms across provinces, ours among them.' },
    }),
    number: field.text({ label: { zh: '文号', en: 'Number' }, class: 'P0', max: 60 }),
    commitments: field.list(promised, {
      label: { zh: '写进协议的事', en: 'Commitments' },
      class: 'P0',
      required: true,
      max: 20,
    }),
  },
  title: 'title',
  dated: 'draftedOn',
  opens: ['title', 'draftedOn', 'kind', 'parties', 'provinces', 'commitments'],
  states: {
    drafting: { zh: '起草中', en: 'Drafting' },
    approved: { zh: '已批准，待签', en: 'Approved, to be signed' },
    ...agreementStates,
    dropped: { zh: '没有签', en: 'Not signed' },
  },
  initial: 'drafting',
  editableIn: ['drafting'],
  checks: {
    promises: {
      label: { zh: '写明至少一件要做的事', en: 'At least one commitment' },
      rule: 'L021',
      met: ({ answers }) => (answers.commitments ?? []).length > 0,
    },
    whoTakesPart: {
      label: { zh: '跨省区机制写明参加的省区', en: 'A mechanism names its provinces' },
      rule: 'L091',
      met: ({ answers }) => answers.kind !== 'mechanism' || (answers.provinces ?? []).length > 1,
    },
    inOrder: {
      label: { zh: '有效期晚于签署', en: 'It ends after it was signed' },
      rule: 'L021',
      met: ({ answers }) => (answers.validTo ?? '') > (answers.signedOn ?? ''),
    },
  },
  actions: {
    approve: {
      label: { zh: '批准', en: 'Approve' },
      from: ['drafting'],
      to: 'approved',
      by: keepers,
      reach: 'below',
      otherThan: ['create'],
      needs: ['promises', 'whoTakesPart'],
      tone: 'main',
    },
    sign: {
      label: { zh: '签了', en: 'Signed' },
      from: ['approved'],
      to: 'force',
      by: keepers,
      fills: ['signedOn', 'validTo', 'number'],
      needs: ['inOrder'],
      starts: opened,
      tone: 'main',
    },
    review: {
      label: { zh: '年度回顾', en: 'Yearly review' },
      from: ['force'],
      to: 'same',
      by: keepers,
      asks: {
        kept: field.text({
          label: { zh: '做到了什么', en: 'What was kept' },
          class: 'P0',
          required: true,
          min: 2,
          max: 600,
        }),
        open: field.text({ label: { zh: '没做到的和原因', en: 'What was not, and why' }, class: 'P0', max: 600 }),
        going: field.choice(
          {
            on: { zh: '继续', en: 'Go on' },
            change: { zh: '要改', en: 'Change it' },
            stop: { zh: '到期不续', en: 'Let it end' },
          },
          { label: { zh: '往后怎么办', en: 'From here' }, class: 'P0', required: true },
        ),
      },
      tone: 'main',
    },
    ...agreementSteps(keepers, ['validTo']),
    drop: {
      label: { zh: '不签了', en: 'Drop' },
      from: ['drafting', 'approved'],
      to: 'dropped',
      by: keepers,
      reason: true,
    },
  },
  clocks: {
    sign: {
      label: { zh: '批准后签署', en: 'Sign what was approved' },
      from: 'approved',
      until: ['force', 'dropped'],
      within: calendarMonths(3),
      legal: false,
      rule: 'L021',
    },
    review: {
      label: { zh: '年度回顾', en: 'Yearly review' },
      from: 'force',
      after: ['review'],
      done: ['review'],
      until: ['ended'],
      within: calendarMonths(12),
      legal: false,
      rule: 'L021',
      remindBefore: [30],
    },
    validity: validityClock('L021'),
  },
  measures: {
    force: stock('item', {
      label: { zh: '有效合作协议', en: 'Agreements in force' },
      unitLabel: { zh: '份', en: 'agreements' },
      includes: '当日有效的国内合作协议、机制，按签署日期',
      excludes: '起草、批准未签；已到期、终止；对外合作协议（另计）',
    }),
    signed: flow('item', {
      label: { zh: '签署合作协议', en: 'Agreements signed' },
      unitLabel: { zh: '份', en: 'agreements' },
      includes: '签署的协议、机制，按签署日期',
      excludes: '续签；没有签的',
    }),
    provinces: stock('place', {
      label: { zh: '合作机制参加省区', en: 'Provinces in mechanisms' },
      aliases: ['九省区', '沿黄河流域巾帼生态行动合作机制'],
      unitLabel: { zh: '省区', en: 'provinces' },
      includes: '当日有效的跨省区机制里的省区（含本区），一个机制里一个省区算一个',
      excludes: '其他协议的签署方；已到期的机制；一个省区参加两个机制算两个',
    }),
  },
  counts: ({ answers, history }, count) => {
    const joined = answers.kind === 'mechanism' ? (answers.provinces ?? []).length : 0
    const moves = forceMoves(history, answers.signedOn)
    const signed = moves[0]?.on
    return [
      signed && count.one('signed', signed),
      ...moves.flatMap((move) => [
        move.in ? count.one('force', move.on) : count.gone('force', move.on),
        count.many('provinces', move.in ? joined : -joined, move.on, 'A'),
      ]),
    ]
  },
})
