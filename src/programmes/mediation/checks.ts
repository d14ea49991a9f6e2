import type { Facts } from '../../core/programme.ts'
import * as gate from './gates.ts'

/** What the steps of a mediation wait for, in the words shown beside a disabled button. */
export const checks = {
  consentOfEachParty: {
    label: { zh: '双方自愿', en: 'Each party consents' },
    rule: 'R-MED-03',
    by: ['consent'],
    met: gate.consentOfEachParty,
  },
  rightsTold: {
    label: { zh: '权利已告知', en: 'Rights told' },
    rule: 'R-MED-04',
    by: ['inform'],
    met: gate.told('inform'),
  },
  noConflict: {
    label: { zh: '无须回避', en: 'No conflict of interest' },
    rule: 'R-MED-04',
    by: ['declare'],
    met: gate.noConflict,
  },
  screened: {
    label: { zh: '本次调解前已做安全筛查', en: 'Screened for violence since the last session' },
    rule: 'R-MED-11',
    by: ['screen'],
    met: gate.screenedSinceLastSession,
  },
  noViolence: {
    label: { zh: '未见暴力迹象', en: 'No sign of violence' },
    rule: 'R-MED-11',
    by: ['screen'],
    met: gate.noViolence,
  },
  committeeNamed: {
    label: { zh: '写明人民调解委员会', en: 'Committee named' },
    rule: 'R-MED-02',
    met: (f: Facts) => Boolean(f.answers.committee),
  },
  clausesWritten: {
    label: { zh: '协议条款已写', en: 'Clauses written' },
    rule: 'R-MED-09',
    met: (f: Facts) => Array.isArray(f.answers.clauses) && f.answers.clauses.length > 0,
  },
  signedScan: {
    label: { zh: '签字盖章扫描件已附，或口头协议已登记', en: 'Signed scan attached, or oral agreement recorded' },
    rule: 'R-MED-10',
    met: (f: Facts) => f.answers.signed === true || f.answers.oral === true,
  },
  fourSteps: {
    label: { zh: '望闻问切都做过，跳过的写了原因', en: 'The four steps done, or skipped with a reason' },
    rule: 'L104',
    by: ['session'],
    met: gate.fourSteps,
  },
  confirmable: {
    label: { zh: '有法院可以确认的条款（不只是人身关系）', en: 'A clause a court may confirm' },
    rule: 'R-MED-09',
    met: gate.confirmable,
  },
  asked: {
    label: { zh: '已共同申请司法确认', en: 'Confirmation was asked for' },
    rule: 'D03',
    by: ['confirm'],
    met: gate.told('confirm'),
  },
  clausesPerformed: {
    label: { zh: '每一条都记了履行结果', en: 'Every clause has its result' },
    rule: 'R-MED-08',
    by: ['result'],
    met: gate.clausesPerformed,
  },
} as const
