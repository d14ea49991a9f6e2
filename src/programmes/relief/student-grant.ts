import { moneyCame, onceAYear } from '../../core/care-grant.ts'
import { calendarDays, workingDays } from '../../core/clock.ts'
import { field } from '../../core/field.ts'
import { grantActions } from '../../core/grant-actions.ts'
import { grantFields } from '../../core/grant-fields.ts'
import { movesOf, paidOn } from '../../core/grant-money.ts'
import { approvedPostings, grantPayment, something } from '../../core/grant-payment.ts'
import { flow } from '../../core/measure.ts'
import { defineProgramme } from '../../core/programme.ts'

const hands = ['chair', 'family', 'rights'] as const

/** 助学帮扶 — L129; F051. 家庭困难女大学生、留守困境儿童. Village, banner, masked notice, paid, fed back. */
export const studentGrant = defineProgramme({
  id: 'student-grant',
  version: 1,
  kind: 'case',
  service: 'relief',
  series: 'ZX',
  label: { zh: '助学帮扶', en: 'Student grants' },
  short: { zh: '助学', en: 'Grants' },
  noun: { zh: '件', en: 'application' },
  help: {
    zh: '家庭困难的女大学生和留守、困境儿童。公示不写学校、证件号和家里的事；结对的人和孩子只通过妇联联系，不互给电话。不满十四岁的，要监护人同意。',
    en: 'Female students from poor families and children in hardship. The list shows no school and no family matters; donors reach a child through the federation only. Under 14 the guardian consents.',
  },
  sources: ['L129', 'F051', 'R-FUND-03', 'R-CAN-07', 'D17'],
  access: { see: [...hands, 'finance'], create: hands },
  fields: {
    kind: field.choice(
      {
        college: { zh: '女大学生帮扶', en: 'Female student' },
        child: { zh: '儿童助学', en: 'Child in hardship' },
      },
      { label: { zh: '类别', en: 'Kind' }, class: 'P1', required: true },
    ),
    appliedOn: field.day({ label: { zh: '申请日期', en: 'Applied on' }, class: 'P1', required: true, past: true }),
    person: field.person({ label: { zh: '学生', en: 'The student' }, class: 'P2', required: true }),
    place: field.text({
      label: { zh: '户籍所在苏木乡镇（街道）', en: 'Township' },
      class: 'P2',
      required: true,
      max: 40,
    }),
    school: field.text({ label: { zh: '学校', en: 'School' }, class: 'P3', required: true, max: 80 }),
    admission: field.yesNo({
      label: { zh: '录取通知书或学籍已看', en: 'Admission seen' },
      class: 'P1',
      required: true,
    }),
    hardship: field.text({
      label: { zh: '家庭困难情况', en: 'Hardship of the family' },
      class: 'P3',
      required: true,
      min: 5,
      max: 2000,
    }),
    under14: field.yesNo({ label: { zh: '不满十四岁', en: 'Under 14' }, class: 'P3', required: true }),
    guardianConsent: field.yesNo({ label: { zh: '监护人同意', en: 'Guardian consents' }, class: 'P1' }),
    consentNotice: field.yesNo({
      label: { zh: '同意隐名公示', en: 'Agrees to the masked list' },
      class: 'P1',
      required: true,
    }),
    pairing: field.yesNo({
      label: { zh: '愿意结对（只经妇联联系）', en: 'Wishes a pairing, through the federation' },
      class: 'P1',
    }),
    finding: field.text({
      label: { zh: '村里核实情况', en: 'What the village found' },
      class: 'P3',
      required: true,
      min: 5,
      max: 1000,
    }),
    ...grantFields,
    notice: field.record('relief-notice', {
      label: { zh: '哪一次公示', en: 'Public list' },
      class: 'P1',
      required: true,
    }),
    noticeTo: field.day({ label: { zh: '公示到哪天', en: 'Notice ends' }, class: 'P1', required: true }),
  },
  title: 'kind',
  dated: 'appliedOn',
  personField: 'person',
  parentField: 'notice',
  opens: [
    'kind',
    'appliedOn',
    'person',
    'place',
    'school',
    'admission',
    'hardship',
    'under14',
    'guardianConsent',
    'consentNotice',
    'pairing',
  ],
  states: {
    applied: { zh: '已申请', en: 'Applied' },
    'village-verified': { zh: '村里已核实', en: 'Verified by the village' },
    reviewed: { zh: '旗县已审核', en: 'Reviewed by the banner' },
    noticed: { zh: '公示中', en: 'On the public list' },
    approved: { zh: '待发放', en: 'To be paid' },
    paid: { zh: '已发放', en: 'Paid' },
    'bank-returned': { zh: '银行退回', en: 'Returned by the bank' },
    'fed-back': { zh: '已反馈', en: 'Fed back' },
    closed: { zh: '已办结', en: 'Closed' },
    refused: { zh: '不符合', en: 'Refused' },
    withdrawn: { zh: '已撤回', en: 'Withdrawn' },
  },
  initial: 'applied',
  editableIn: ['applied'],
  checks: {
    guardian: {
      label: { zh: '不满十四岁的监护人已同意', en: 'Guardian of a child under 14 consents' },
      rule: 'processes 0.2',
      met: ({ answers }) => answers.under14 === false || answers.guardianConsent === true,
    },
    enrolled: {
      label: { zh: '录取通知书或学籍已看', en: 'Admission seen' },
      rule: 'L129',
      met: ({ answers }) => answers.admission === true,
    },
    something,
    nobodyRelated: {
      label: { zh: '审核人与学生没有亲属和利益关系', en: 'Nobody deciding is related' },
      rule: 'R-FUND-03',
      met: ({ answers }) => answers.unrelated === true,
    },
    noticeAhead: {
      label: { zh: '公示截止日在今天以后', en: 'The notice ends after today' },
      rule: 'D17',
      met: ({ answers, today }) => today === undefined || (answers.noticeTo ?? '') > today,
    },
    noticeOver: {
      label: { zh: '公示期已满', en: 'The notice is over' },
      rule: 'D17',
      met: ({ answers, today }) => today === undefined || today > (answers.noticeTo ?? ''),
    },
  },
  actions: {
    verify: {
      label: { zh: '村里核实', en: 'Verify' },
      from: ['applied'],
      to: 'village-verified',
      by: hands,
      fills: ['finding', 'account', 'holder', 'proof'],
      needs: ['guardian', 'enrolled'],
      tone: 'main',
    },
    review: {
      label: { zh: '审核通过', en: 'Review' },
      from: ['village-verified'],
      to: 'reviewed',
      by: hands,
      reach: 'below',
      at: ['banner'],
      otherThan: ['create', 'verify'],
      fills: ['unrelated', 'fund', 'amount'],
      needs: ['nobodyRelated', 'something'],
      tone: 'main',
    },
    publish: {
      label: { zh: '列入公示', en: 'Put on the public list' },
      from: ['reviewed'],
      to: 'noticed',
      by: hands,
      reach: 'below',
      at: ['banner'],
      fills: ['notice', 'noticeTo'],
      needs: ['noticeAhead'],
      tone: 'main',
    },
    noticeEnds: { label: { zh: '公示期满', en: 'The notice is over' }, from: ['noticed'], to: 'same', by: [] },
    approve: {
      label: { zh: '公示无异议，批准发放', en: 'No objection: approve' },
      from: ['noticed'],
      to: 'approved',
      by: hands,
      reach: 'below',
      at: ['banner'],
      otherThan: ['create', 'verify', 'review'],
      needs: ['noticeOver'],
      tone: 'main',
    },
    ...grantActions,
    thank: {
      label: { zh: '记反馈', en: 'Record the feedback' },
      from: ['paid'],
      to: 'fed-back',
      by: hands,
      asks: {
        received: moneyCame,
        said: field.text({
          label: { zh: '学生愿意说的话（可以不写）', en: 'What the student wishes to say' },
          class: 'P2',
          max: 500,
        }),
      },
      tone: 'main',
    },
    close: { label: { zh: '办结', en: 'Close' }, from: ['fed-back'], to: 'closed', by: hands, tone: 'main' },
    refuse: {
      label: { zh: '不符合，告知本人', en: 'Refuse and tell' },
      from: ['applied', 'village-verified', 'reviewed', 'noticed'],
      to: 'refused',
      by: hands,
      reach: 'below',
      reason: true,
    },
    withdraw: {
      label: { zh: '撤回', en: 'Withdraw' },
      from: ['applied', 'village-verified', 'reviewed', 'noticed', 'approved', 'bank-returned'],
      to: 'withdrawn',
      by: hands,
      reason: true,
    },
  },
  clocks: {
    verify: {
      label: { zh: '村里核实', en: 'Verify' },
      from: 'applied',
      until: ['village-verified', 'refused', 'withdrawn'],
      within: workingDays(5),
      legal: false,
      rule: 'L129',
    },
    review: {
      label: { zh: '旗县审核', en: 'Review' },
      from: 'village-verified',
      until: ['reviewed', 'refused', 'withdrawn'],
      within: workingDays(10),
      legal: false,
      rule: 'L129',
    },
    notice: {
      label: { zh: '公示期', en: 'Public notice' },
      from: 'noticed',
      until: ['approved', 'refused', 'withdrawn'],
      done: ['noticeEnds'],
      within: calendarDays(7),
      dueField: 'noticeTo',
      legal: false,
      rule: 'D17',
      expires: 'noticeEnds',
    },
    feedback: {
      label: { zh: '问收到没有', en: 'Ask whether it came' },
      from: 'paid',
      until: ['fed-back', 'bank-returned'],
      within: calendarDays(15),
      legal: false,
      rule: 'L129',
    },
  },
  claims: onceAYear('student-grant'),
  payment: { ...grantPayment, payee: 'person' },
  postings: approvedPostings('withdrawn'),
  measures: {
    students: flow('person', {
      label: { zh: '资助学生', en: 'Students helped' },
      includes: '已发放助学金的学生，按人去重，按发放日期',
      excludes: '申请、公示、批准未发放',
    }),
    women: flow('person', {
      label: { zh: '其中家庭困难女大学生', en: 'Of them female college students' },
      aliases: ['家庭困难女大学生帮扶'],
      includes: '已发放助学金的女大学生，按人去重',
      excludes: '儿童助学',
    }),
    paid: flow('yuan', {
      label: { zh: '助学金', en: 'Grants paid' },
      includes: '实际发放的金额，减去银行退回',
      excludes: '批准未发放；学习用品等物资',
    }),
  },
  counts: ({ history, answers: { amount = 0, kind }, person }, count) => {
    const paid = paidOn(history, amount)
    return [
      paid && person && count.person('students', paid, person),
      paid && person && kind === 'college' && count.person('women', paid, person),
      ...movesOf(history, amount).map(({ on, fen }) => count.money('paid', fen, on)),
    ]
  },
})
