import { calendarDays, calendarMonths, workingDays } from '../../core/clock.ts'
import { field } from '../../core/field.ts'
import { flow } from '../../core/measure.ts'
import { book } from '../../core/posting.ts'
import { defineProgramme } from '../../core/programme.ts'
import { donationFeedback } from './documents/donation-feedback.ts'
import { donationReceipt } from './documents/donation-receipt.ts'
import { donationChecks } from './donation-checks.ts'
import { pledge, receipt, received } from './donation-fields.ts'

const hands = ['finance', 'rights', 'family'] as const

/** 捐赠 — L120, L004; F040, F096. 慈善法 第三十八至四十条、第七十九条、第八十二条; R-FUND-01 … R-FUND-08. No donate button anywhere. */
export const donation = defineProgramme({
  id: 'donation',
  version: 1,
  kind: 'case',
  service: 'gifts',
  series: 'JK',
  label: { zh: '捐赠款物', en: 'Donations' },
  short: { zh: '捐赠', en: 'Donations' },
  noun: { zh: '笔', en: 'donation' },
  help: {
    zh: '只登记已有公开募捐资格的基金会或本级依法收到的款物，平台不收捐款。认捐不算收到；物资按公允价值，估计的要注明。保险金额、贷款不是募集款物。捐赠人可以匿名，没同意公开的不写名字。',
    en: 'Registers what was lawfully received; the house takes no donations. A promise is not money; goods stand at fair value. Insurance cover and loans are not raised. A donor may stay unnamed.',
  },
  sources: ['L120', 'L004', 'F040', 'F096', 'R-FUND-01', 'R-FUND-03', 'R-FUND-04', 'R-FUND-06', 'R-FUND-08', 'D19'],
  access: { see: [...hands, 'chair', 'auditor'], create: hands },
  fields: { ...pledge, ...received, ...receipt },
  title: 'title',
  dated: 'promisedOn',
  parentField: 'project',
  opens: Object.keys(pledge) as (keyof typeof pledge)[],
  states: {
    pledged: { zh: '已认捐', en: 'Pledged' },
    received: { zh: '已收到', en: 'Received' },
    receipted: { zh: '已开票据', en: 'Receipted' },
    disclosed: { zh: '已公开', en: 'Disclosed' },
    cancelled: { zh: '未到账，已取消', en: 'Cancelled' },
  },
  initial: 'pledged',
  editableIn: ['pledged'],
  checks: donationChecks,
  actions: {
    receive: {
      label: { zh: '收到了', en: 'Received' },
      from: ['pledged'],
      to: 'received',
      by: hands,
      fills: ['received', 'goods', 'valuation', 'handler'],
      needs: ['donorKnown', 'something', 'goodsAddUp'],
      tone: 'main',
    },
    issueReceipt: {
      label: { zh: '开票据', en: 'Issue the receipt' },
      from: ['received'],
      to: 'receipted',
      by: ['finance'],
      fills: ['receiptNo', 'receiptWaived'],
      needs: ['receiptGiven'],
      makes: ['receipt'],
      tone: 'main',
    },
    feedback: {
      label: { zh: '向捐赠人反馈使用情况', en: 'Tell the donor how it was used' },
      from: ['receipted', 'disclosed'],
      to: 'same',
      by: hands,
      asks: {
        used: field.text({
          label: { zh: '用到了哪里', en: 'How it was used' },
          class: 'P1',
          required: true,
          min: 5,
          max: 1000,
        }),
      },
      makes: ['feedback'],
    },
    disclose: {
      label: { zh: '已公开收支', en: 'Disclosed' },
      from: ['receipted'],
      to: 'disclosed',
      by: hands,
      asks: {
        where: field.text({ label: { zh: '公开在哪里', en: 'Where' }, class: 'P1', required: true, max: 200 }),
      },
      tone: 'main',
    },
    undo: {
      label: { zh: '收款登记有误，退回', en: 'Entered wrongly: back' },
      from: ['received'],
      to: 'pledged',
      by: ['finance'],
      reason: true,
    },
    cancel: {
      label: { zh: '没有到账，取消', en: 'Did not come: cancel' },
      from: ['pledged'],
      to: 'cancelled',
      by: hands,
      reason: true,
    },
  },
  clocks: {
    due: {
      label: { zh: '认捐到账', en: 'The pledge is due' },
      from: 'pledged',
      until: ['received', 'cancelled'],
      within: calendarDays(90),
      dueField: 'dueOn',
      legal: false,
      rule: 'L120',
      remindBefore: [15],
    },
    receipt: {
      label: { zh: '开捐赠票据', en: 'Issue the receipt' },
      from: 'received',
      until: ['receipted', 'pledged'],
      within: workingDays(5),
      legal: false,
      rule: 'R-FUND-03',
    },
    disclose: {
      label: { zh: '公开收支', en: 'Disclose' },
      from: 'receipted',
      until: ['disclosed'],
      within: calendarMonths(3),
      legal: false,
      rule: 'R-FUND-04',
      remindBefore: [15],
    },
  },
  documents: { receipt: donationReceipt, feedback: donationFeedback },
  postings: ({ history, state, answers: { fund, amount = 0, type, received: came } }) => {
    if (!fund) return []
    const pledged = history[0]?.on
    const got = state === 'received' || state === 'receipted' || state === 'disclosed'
    const receivedOn = got ? history.findLast((done) => done.to === 'received' && done.from !== done.to)?.on : undefined
    const ended = receivedOn ?? (state === 'cancelled' ? history.at(-1)?.on : undefined)
    const arrive = type === 'goods' ? book.receiveGoods : book.receive
    return [
      ...(pledged ? book.pledge(fund, amount, pledged) : []),
      ...(ended ? book.pledge(fund, -amount, ended) : []),
      ...(receivedOn && came ? arrive(fund, came, receivedOn) : []),
    ]
  },
  measures: {
    raised: flow('yuan', {
      label: { zh: '募集公益款物', en: 'Raised, money and goods' },
      aliases: ['募集公益款物价值', '募集各类款物'],
      includes: '已收到的捐款（A）和按公允价值的物资（B，估计的 C），按收到日期',
      excludes: '认捐未到；财政资金、上级拨入；保险金额、保险费；贷款',
    }),
    cash: flow('yuan', {
      label: { zh: '其中捐款', en: 'Of it money' },
      includes: '已收到的捐款',
      excludes: '物资；认捐未到',
    }),
    goods: flow('yuan', {
      label: { zh: '其中物资（价值）', en: 'Of it goods at value' },
      includes: '已收到的物资，按公允价值（B），估计的 C',
      excludes: '捐款；认捐未到',
    }),
    forProjects: flow('yuan', {
      label: { zh: '其中捐给关爱救助项目', en: 'Of it for relief projects' },
      includes: '已收到的、写明捐给哪个项目的款物，按收到日期',
      excludes: '没有写明项目的；项目的计划金额（另计，只是打算）；认捐未到',
    }),
    pledged: flow('yuan', {
      label: { zh: '认捐', en: 'Pledged' },
      includes: '没有取消的认捐，按认捐日期；是承诺，不是收到',
      excludes: '已取消',
    }),
  },
  counts: ({ state, on, history, answers: { type, received: came = 0, amount = 0, valuation, project } }, count) => {
    const got = state === 'received' || state === 'receipted' || state === 'disclosed'
    const day = got ? history.findLast((done) => done.to === 'received' && done.from !== done.to)?.on : undefined
    const grade = type === 'cash' ? 'A' : valuation === 'estimate' ? 'C' : 'B'
    return [
      state !== 'cancelled' && count.money('pledged', amount, on),
      day && count.money('raised', came, day, grade),
      day && count.money(type === 'goods' ? 'goods' : 'cash', came, day, grade),
      day && project && count.money('forProjects', came, day, grade),
    ]
  },
})
