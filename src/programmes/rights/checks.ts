import * as gate from './gates.ts'

/** What the steps of a rights case wait for, in the words shown beside a disabled button. */
export const checks = {
  dangerAsked: {
    label: { zh: '九项危险信号都问到', en: 'All danger signs asked' },
    rule: 'R-DV-02',
    met: gate.dangerAsked,
  },
  notGravest: {
    label: { zh: '没有凶器、掐脖子、扬言杀人（有就按红色）', en: 'None of the gravest signs' },
    rule: 'processes 1.2',
    route: true,
    met: gate.notGravest,
  },
  graded: {
    label: { zh: '已定缓急', en: 'Urgency set' },
    rule: 'processes 1.2',
    by: ['gradeRed', 'gradeOrange', 'gradeOther'],
    met: gate.graded,
  },
  responded: {
    label: { zh: '红色事项已先响应', en: 'A red matter was answered first' },
    rule: 'processes 1.2',
    by: ['respond'],
    met: gate.respondedIfRed,
  },
  noConflict: {
    label: { zh: '承办人无须回避', en: 'No conflict of interest' },
    rule: 'processes 0.1',
    by: ['declare'],
    met: gate.noConflict,
  },
  levelsFit: {
    label: { zh: '细类与类别相符', en: 'Second level belongs to the category' },
    rule: 'processes 1.3',
    met: gate.levelsFit,
  },
  petition: {
    label: { zh: '已标为信访事项', en: 'Marked as a petition' },
    rule: 'D10',
    route: true,
    met: gate.isPetition,
  },
  notPetition: {
    label: { zh: '不是信访事项', en: 'Not a petition' },
    rule: 'D10',
    route: true,
    met: (f: gate.Case) => !gate.isPetition(f),
  },
  planned: {
    label: { zh: '处置计划至少一项', en: 'A plan with one action' },
    rule: 'processes 1.2',
    met: gate.planned,
  },
  notProtected: {
    label: { zh: '不涉及暴力和孩子', en: 'Neither violence nor a child' },
    rule: 'R-DV-02',
    route: true,
    met: (f: gate.Case) => !gate.mustProtect(f),
  },
  isProtected: {
    label: { zh: '涉及暴力或孩子', en: 'Violence or a child' },
    rule: 'R-REP-01',
    route: true,
    met: gate.mustProtect,
  },
  neverSentAway: {
    label: { zh: '暴力和儿童事项不能以“不归我们管”结束', en: 'Violence is never “not ours”' },
    rule: 'R-DV-02',
    met: gate.neverSentAway,
  },
  whyNotHelped: {
    label: { zh: '未能帮到的，写明原因', en: 'Said why she could not be helped' },
    rule: 'processes 1.2',
    met: gate.whyNotHelped,
  },
  womanKnown: {
    label: { zh: '登记了本人', en: 'The woman is registered' },
    rule: 'R-MED-03',
    met: (f: gate.Case) => f.answers.woman !== undefined,
  },
  notViolence: {
    label: { zh: '不是家庭暴力（暴力本身不调解）', en: 'Not violence: that is never mediated' },
    rule: 'R-MED-11',
    route: true,
    met: (f: gate.Case) => !gate.violent(f),
  },
  planMade: {
    label: { zh: '能去的地方和求救暗号已想好', en: 'Refuge and signal are thought of' },
    rule: 'R-MED-11',
    met: (f: gate.Case) => Boolean(f.answers.refuge && f.answers.signal),
  },
  followedUp: {
    label: { zh: '回访做完（暴力、儿童三次），或她不愿再被回访', en: 'Followed up, or she declined' },
    rule: 'D35',
    by: ['visit'],
    met: gate.followedUp,
  },
  volume: {
    label: { zh: '材料齐全', en: 'Volume complete' },
    rule: 'processes 1.2',
    met: (f: gate.Case) => f.answers.volume === true,
  },
} as const
