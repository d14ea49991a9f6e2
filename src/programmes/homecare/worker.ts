import { calendarMonths } from '../../core/clock.ts'
import { flow, stock } from '../../core/measure.ts'
import { defineProgramme } from '../../core/programme.ts'
import { certified, keepers, readers, upper } from './words.ts'
import { certificate, health, opening, vetting } from './worker-fields.ts'

const hands = ['company'] as const
const here = ['listed', 'resting', 'lapsed', 'suspended'] as const
const keys = <T extends object>(fields: T) => Object.keys(fields) as (keyof T & string)[]

/** 家政员 — L070; figure F073; R-HK-01, R-HK-03, R-HK-05. Only a listed one is sent to a home. Nobody is marked or ranked. */
export const homecareWorker = defineProgramme({
  id: 'homecare-worker',
  version: 1,
  kind: 'member',
  service: 'homecare',
  label: { zh: '家政员', en: 'Domestic worker' },
  short: { zh: '家政员', en: 'Workers' },
  noun: { zh: '人', en: 'worker' },
  help: {
    zh: '公司登记自己的家政员：实名、健康证明、信用查询、技能证书，本人同意。健康证明或证书一过期就自动停派，续了再恢复。不打分、不排名；证件号、住址、电话不给客户看。',
    en: 'A company lists its own workers: name, health certificate, credit platform, skill certificate, consent. The day one expires she is sent nowhere until renewed. No marks, no ranking; clients never see number, home or phone.',
  },
  sources: ['L070', 'F073', 'R-HK-01', 'R-HK-03', 'R-HK-05'],
  access: { see: [...readers, 'rights'], create: hands },
  fields: { ...opening, ...health, ...certificate, ...vetting },
  title: 'name',
  dated: 'since',
  personField: 'person',
  parentField: 'company',
  opens: keys(opening),
  states: {
    registered: { zh: '待核验', en: 'To be checked' },
    listed: { zh: '在册可派', en: 'Listed' },
    resting: { zh: '休息', en: 'Resting' },
    lapsed: { zh: '证件过期，停派', en: 'Expired: not sent' },
    suspended: { zh: '暂停派单', en: 'Suspended' },
    left: { zh: '已离开', en: 'Left' },
  },
  initial: 'registered',
  editableIn: ['registered', 'listed', 'resting', 'lapsed'],
  checks: {
    identity: {
      label: { zh: '人证一致', en: 'Document and face agree' },
      rule: 'R-HK-03',
      met: ({ answers }) => answers.identitySeen === true,
    },
    healthy: {
      label: { zh: '健康证明在有效期内', en: 'The health certificate is valid' },
      rule: 'R-HK-03',
      met: ({ answers: { healthTo = '' }, today }) => healthTo !== '' && (today === undefined || healthTo >= today),
    },
    skilled: {
      label: { zh: '照护人的，技能证书在有效期内', en: 'Who cares for people has a valid certificate' },
      rule: 'processes 7.2',
      by: ['certify'],
      met: ({ answers: { skills = [], certificateTo = '' }, today }) =>
        !skills.some((skill) => certified.includes(skill)) ||
        (certificateTo !== '' && (today === undefined || certificateTo >= today)),
    },
    mayWork: {
      label: { zh: '信用查过，可以上岗', en: 'The credit platform was asked: she may work' },
      rule: 'R-HK-01',
      met: ({ answers }) => answers.credit === 'may',
    },
    agreed: {
      label: { zh: '本人同意', en: 'She agrees' },
      rule: 'R-PRI-03',
      met: ({ answers }) => answers.agrees === true,
    },
    shortEnough: {
      label: { zh: '证书最长看三年', en: 'A certificate is looked at every three years' },
      rule: 'processes 7.3',
      met: ({ answers: { certificateTo = '' }, today }) =>
        certificateTo !== '' &&
        (today === undefined || certificateTo.slice(0, 4) <= String(Number(today.slice(0, 4)) + 3)),
    },
  },
  actions: {
    certify: {
      label: { zh: '看过技能证书', en: 'Skill certificate seen' },
      from: ['registered', 'listed', 'resting', 'lapsed'],
      to: 'same',
      by: hands,
      fills: keys(certificate),
      needs: ['shortEnough'],
    },
    check: {
      label: { zh: '核验通过，可以派单', en: 'Checked: listed' },
      from: ['registered'],
      to: 'listed',
      by: hands,
      fills: [...keys(health), ...keys(vetting)],
      needs: ['identity', 'healthy', 'skilled', 'mayWork', 'agreed'],
      tone: 'main',
    },
    renewHealth: {
      label: { zh: '换了健康证明', en: 'Health certificate renewed' },
      from: ['listed', 'resting'],
      to: 'same',
      by: hands,
      fills: keys(health),
      needs: ['healthy'],
    },
    lapse: {
      label: { zh: '证件到期，停派', en: 'Expired' },
      from: ['registered', 'listed', 'resting'],
      to: 'lapsed',
      by: [],
    },
    restore: {
      label: { zh: '证件续了，恢复派单', en: 'Renewed: listed again' },
      from: ['lapsed'],
      to: 'listed',
      by: hands,
      fills: [...keys(health), ...keys(vetting)],
      needs: ['identity', 'healthy', 'skilled', 'mayWork', 'agreed'],
      tone: 'main',
    },
    rest: { label: { zh: '休息', en: 'Rest' }, from: ['listed'], to: 'resting', by: hands },
    resume: {
      label: { zh: '回来接单', en: 'Back at work' },
      from: ['resting'],
      to: 'listed',
      by: hands,
      needs: ['healthy', 'skilled', 'mayWork'],
      tone: 'main',
    },
    suspend: {
      label: { zh: '暂停派单', en: 'Suspend' },
      from: ['listed', 'resting', 'lapsed'],
      to: 'suspended',
      by: [...keepers, 'rights'],
      reach: 'below',
      at: upper,
      reason: true,
      tone: 'safety',
    },
    unsuspend: {
      label: { zh: '查清了，恢复', en: 'Restore' },
      from: ['suspended'],
      to: 'resting',
      by: [...keepers, 'rights'],
      reach: 'below',
      at: upper,
      otherThan: ['suspend'],
      reason: true,
    },
    leave: {
      label: { zh: '离开公司', en: 'Leave' },
      from: ['registered', ...here],
      to: 'left',
      by: hands,
      reason: true,
    },
  },
  clocks: {
    check: {
      label: { zh: '核验家政员', en: 'Check the worker' },
      from: 'registered',
      until: ['listed', 'lapsed', 'left'],
      within: calendarMonths(1),
      legal: false,
      rule: 'processes 7.2',
    },
    health: {
      label: { zh: '健康证明到期', en: 'The health certificate ends' },
      from: 'listed',
      after: ['renewHealth'],
      done: ['renewHealth'],
      until: ['lapsed', 'suspended', 'left'],
      within: calendarMonths(12),
      dueField: 'healthTo',
      legal: false,
      rule: 'R-HK-03',
      remindBefore: [30, 7],
      expires: 'lapse',
    },
    certificate: {
      label: { zh: '技能证书到期', en: 'The skill certificate ends' },
      after: ['certify'],
      done: ['certify'],
      until: ['lapsed', 'left'],
      within: calendarMonths(36),
      dueField: 'certificateTo',
      legal: false,
      rule: 'processes 7.4',
      remindBefore: [30, 7],
      expires: 'lapse',
    },
  },
  measures: {
    members: stock('person', {
      label: { zh: '家政联盟吸纳家政服务人员', en: 'Workers of the alliance' },
      aliases: ['家政服务人员', '家政员'],
      includes: '核验过、没有离开的家政员，按人去重：在两家公司也是一人；含休息、停派的',
      excludes: '只登记没有核验的；已离开的',
    }),
    listed: stock('person', {
      label: { zh: '在册可派家政员', en: 'Workers who may be sent' },
      includes: '当天可以派单的家政员，按人去重',
      excludes: '休息、证件过期、暂停、离开的',
    }),
    lapsed: flow('item', {
      label: { zh: '因证件过期停派', en: 'Stopped by an expired certificate' },
      unitLabel: { zh: '人次', en: 'times' },
      includes: '健康证明或技能证书到期自动停派的次数',
      excludes: '本人休息、被暂停的',
    }),
  },
  counts: ({ history, person, state, reached }, count) => {
    if (!person) return []
    const joined = history.find((done) => done.to === 'listed')?.on
    const left = state === 'left' ? reached.left : undefined
    return [
      joined && count.person('members', joined, person),
      joined && left && count.person('members', left, person, -1),
      ...history.flatMap((done) => {
        if (done.from === done.to) return []
        return [
          done.to === 'listed' && count.person('listed', done.on, person),
          done.from === 'listed' && count.person('listed', done.on, person, -1),
          done.action === 'lapse' && count.one('lapsed', done.on),
        ]
      }),
    ]
  },
})
