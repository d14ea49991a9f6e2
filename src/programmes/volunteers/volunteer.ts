import { calendarDays, workingDays } from '../../core/clock.ts'
import type { Day } from '../../core/day.ts'
import { field } from '../../core/field.ts'
import { flow, stock } from '../../core/measure.ts'
import { type Done, defineProgramme } from '../../core/programme.ts'
import { certificateAsked, serviceCertificate } from './certificate.ts'
import { keepers, leaders, readers, services } from './services.ts'

/**
 * 巾帼志愿者 — L130, L133; figure F099; R-VOL-01 … R-VOL-06. One record per woman; she may serve with several teams. What she
 * asks for is certified, free of charge; who leaves is shown nowhere any more, and forgotten when she wishes. Processes 3.2.
 */
export const volunteer = defineProgramme({
  id: 'volunteer',
  version: 1,
  kind: 'member',
  service: 'volunteering',
  label: { zh: '巾帼志愿者', en: 'Volunteer' },
  series: 'ZY',
  short: { zh: '志愿者', en: 'Volunteers' },
  noun: { zh: '人', en: 'volunteer' },
  help: {
    zh: '本人自愿登记，核对证件后成为注册志愿者。一人只登记一次，可以参加几支队。要证明的，按她要的时间段出，不收钱；退出以后谁也看不到她的资料，她要求删的当场删，数不变。',
    en: 'She registers of her own will; after her document is checked she is a registered volunteer. A certificate says what she asks for, free of charge. Once she has left nobody sees her data; at her wish it is erased, and what counted stays.',
  },
  sources: ['L130', 'L133', 'F099', 'R-VOL-01', 'R-VOL-03', 'R-VOL-04', 'R-VOL-06', 'D32'],

  access: {
    see: readers,
    create: leaders,
  },
  fields: {
    name: field.text({ label: { zh: '称呼', en: 'Known as' }, class: 'P2', required: true, min: 1, max: 60 }),
    person: field.person({ label: { zh: '本人', en: 'Person' }, class: 'P2', required: true }),
    joinedOn: field.day({ label: { zh: '登记日期', en: 'Registered on' }, class: 'P1', required: true, past: true }),
    team: field.record('volunteer-team', { label: { zh: '所在服务队', en: 'Team' }, class: 'P1' }),
    services: field.choices(services, { label: { zh: '愿意做的', en: 'Willing to do' }, class: 'P1' }),
    skills: field.text({ label: { zh: '特长', en: 'Skills' }, class: 'P2', max: 200 }),
    freeTimes: field.text({ label: { zh: '方便的时间', en: 'Free times' }, class: 'P2', max: 120 }),
    national: field.text({
      label: { zh: '全国志愿服务信息系统编号', en: 'Number in the national system' },
      class: 'P2',
      max: 40,
      help: { zh: '有就填，对外交换用它，不用身份证号。', en: 'Used in exchange instead of the identity number.' },
    }),
    minor: field.yesNo({ label: { zh: '未满十八岁', en: 'Under 18' }, class: 'P2' }),
    guardianAgreed: field.yesNo({ label: { zh: '监护人书面同意', en: 'Guardian agreed in writing' }, class: 'P2' }),
    urgent: field.text({ label: { zh: '紧急联系人、电话', en: 'Emergency contact' }, class: 'P2', max: 80 }),
  },
  title: 'name',
  dated: 'joinedOn',
  personField: 'person',
  parentField: 'team',

  states: {
    applied: { zh: '待核对', en: 'Applied' },
    active: { zh: '在册', en: 'Registered' },
    suspended: { zh: '暂停', en: 'Suspended' },
    left: { zh: '已退出', en: 'Left' },
    erased: { zh: '已退出，资料已删', en: 'Left, data erased' },
  },
  initial: 'applied',
  editableIn: ['applied', 'active', 'suspended'],
  silentIn: ['left', 'erased'],
  forgetsIn: ['erased'],
  checks: {
    certified: {
      label: { zh: '出过证明', en: 'One was issued' },
      rule: 'R-VOL-04',
      route: true,
      met: ({ history }) => standing(history).length > 0,
    },
    guardianAgreed: {
      label: { zh: '未满十八岁的，监护人书面同意', en: 'Under 18: the guardian agreed in writing' },
      rule: 'R-VOL-06',
      met: ({ answers }) => answers.minor !== true || answers.guardianAgreed === true,
    },
  },
  actions: {
    verify: {
      label: { zh: '证件已核对，注册', en: 'Document checked: register' },
      from: ['applied'],
      to: 'active',
      by: keepers,
      reach: 'below',
      needs: ['guardianAgreed'],
      tone: 'main',
    },
    suspend: {
      label: { zh: '暂停', en: 'Suspend' },
      from: ['active'],
      to: 'suspended',
      by: keepers,
      reason: true,
    },
    resume: { label: { zh: '恢复', en: 'Resume' }, from: ['suspended'], to: 'active', by: keepers },
    leave: {
      label: { zh: '本人退出', en: 'Leave' },
      from: ['applied', 'active', 'suspended'],
      to: 'left',
      by: leaders,
      reason: true,
    },
    erase: { label: { zh: '应本人要求删除资料', en: 'Erase at her wish' }, from: ['left'], to: 'erased', by: keepers },
    certify: {
      label: { zh: '出具志愿服务记录证明', en: 'Certify her service' },
      from: ['active', 'suspended'],
      to: 'same',
      by: keepers,
      asks: certificateAsked,
      makes: ['service-certificate'],
    },
    void: {
      label: { zh: '证明有误，作废', en: 'The certificate is wrong: void' },
      from: ['active', 'suspended', 'left'],
      to: 'same',
      by: keepers,
      needs: ['certified'],
      reason: true,
    },
    shown: { label: { zh: '公示期满', en: 'Shown for its days' }, from: 'any', to: 'same', by: [] },
  },
  clocks: {
    verify: {
      label: { zh: '核对证件，答复本人', en: 'Check the document and answer her' },
      from: 'applied',
      until: ['active', 'left'],
      within: workingDays(3),
      legal: false,
      rule: 'processes 3.2',
    },
    shown: {
      label: { zh: '证明在组织内公示七天', en: 'The certificate is shown inside for seven days' },
      after: ['certify'],
      done: ['shown', 'void'],
      until: ['left', 'erased'],
      within: calendarDays(7),
      legal: false,
      rule: 'D32（民发〔2015〕149号）',
      expires: 'shown',
    },
  },
  documents: { 'service-certificate': serviceCertificate },
  measures: {
    registered: stock('person', {
      label: { zh: '注册志愿者', en: 'Registered volunteers' },
      aliases: ['注册巾帼志愿者', '巾帼志愿者'],
      includes: '证件已核对、未退出的志愿者，按人去重，含暂停',
      excludes: '待核对、已退出',
    }),
    certificates: flow('item', {
      label: { zh: '志愿服务记录证明', en: 'Certificates of service' },
      unitLabel: { zh: '份', en: 'certificates' },
      includes: '应本人要求出具的，按出具日期',
      excludes: '作废的；重印',
    }),
  },
  counts: (member, count) => {
    const verified = member.history.some((done) => done.to === 'active')
    if (!verified || !member.person) return []
    const left = member.state === 'left' || member.state === 'erased' ? member.reached.left : undefined
    return [
      ...standing(member.history).map((on) => count.one('certificates', on)),
      count.person('registered', member.on, member.person),
      left && count.person('registered', left, member.person, -1),
    ]
  },
})

/** Days of the certificates that stand: a void takes the one before it away. */
function standing(history: readonly Pick<Done, 'action' | 'on'>[]): Day[] {
  const days: Day[] = []
  for (const { action, on } of history) {
    if (action === 'certify') days.push(on)
    if (action === 'void') days.pop()
  }
  return days
}
