import { calendarMonths, workingDays } from '../../core/clock.ts'
import { field } from '../../core/field.ts'
import { stock } from '../../core/measure.ts'
import { defineProgramme } from '../../core/programme.ts'
import { keepers, readers } from './posts.ts'

/** 智库专家 — L090. Invited, agrees, appointed for a term by another person; her name is public only if she says so. */
export const thinkTankExpert = defineProgramme({
  id: 'think-tank-expert',
  version: 1,
  kind: 'member',
  service: 'cooperation',
  label: { zh: '智库专家', en: 'Think-tank experts' },
  short: { zh: '智库', en: 'Experts' },
  noun: { zh: '人', en: 'expert' },
  help: {
    zh: '杰出女性助力高质量发展智库的专家。先问本人愿不愿意、愿不愿意公开姓名，再由另一人聘任，写明聘期；到期提醒，续聘或结束。对专家不打分、不排名。',
    en: 'Experts of the think tank. She is asked whether she will serve and be named; another person appoints her for a term. Experts are not scored or ranked.',
  },
  sources: ['L090', 'R-PRI-04'],
  access: { see: readers, create: keepers },
  fields: {
    name: field.text({ label: { zh: '称呼', en: 'Known as' }, class: 'P2', required: true, max: 60 }),
    person: field.person({ label: { zh: '本人', en: 'Person' }, class: 'P2', required: true }),
    invitedOn: field.day({ label: { zh: '邀请日期', en: 'Invited on' }, class: 'P1', required: true, past: true }),
    unit: field.text({ label: { zh: '单位和职务', en: 'Where she works' }, class: 'P2', required: true, max: 120 }),
    field: field.choice(
      {
        medicine: { zh: '医药卫生', en: 'Medicine' },
        ecology: { zh: '生态环保', en: 'Ecology' },
        agriculture: { zh: '农牧业', en: 'Farming and herding' },
        energy: { zh: '能源、材料', en: 'Energy and materials' },
        law: { zh: '法律', en: 'Law' },
        education: { zh: '教育、家庭教育', en: 'Education' },
        economy: { zh: '经济、管理', en: 'Economy' },
        culture: { zh: '文化、传播', en: 'Culture' },
        other: { zh: '其他', en: 'Other' },
      },
      { label: { zh: '领域', en: 'Field' }, class: 'P1', required: true },
    ),
    agreedOn: field.day({
      label: { zh: '本人同意日期', en: 'She agreed on' },
      class: 'P1',
      required: true,
      past: true,
    }),
    nameShown: field.yesNo({ label: { zh: '同意公开姓名', en: 'Agrees to be named' }, class: 'P1', required: true }),
    termFrom: field.day({ label: { zh: '聘期开始', en: 'Term from' }, class: 'P1', required: true }),
    termTo: field.day({ label: { zh: '聘期到', en: 'Term to' }, class: 'P1', required: true }),
  },
  title: 'name',
  dated: 'invitedOn',
  personField: 'person',
  opens: ['name', 'person', 'invitedOn', 'unit', 'field'],
  states: {
    invited: { zh: '已邀请', en: 'Invited' },
    agreed: { zh: '本人同意，待聘', en: 'Agreed, to be appointed' },
    active: { zh: '在聘', en: 'Appointed' },
    ended: { zh: '聘期结束', en: 'Term ended' },
    declined: { zh: '没有接受', en: 'Declined' },
  },
  initial: 'invited',
  editableIn: ['invited', 'agreed'],
  silentIn: ['declined'],
  checks: {
    inOrder: {
      label: { zh: '聘期有头有尾', en: 'The term ends after it begins' },
      rule: 'L090',
      met: ({ answers }) => (answers.termTo ?? '') > (answers.termFrom ?? ''),
    },
  },
  actions: {
    agree: {
      label: { zh: '本人同意', en: 'She agrees' },
      from: ['invited'],
      to: 'agreed',
      by: keepers,
      fills: ['agreedOn', 'nameShown'],
      tone: 'main',
    },
    appoint: {
      label: { zh: '聘任', en: 'Appoint' },
      from: ['agreed'],
      to: 'active',
      by: keepers,
      reach: 'below',
      otherThan: ['create', 'agree'],
      fills: ['termFrom', 'termTo'],
      needs: ['inOrder'],
      tone: 'main',
    },
    renew: {
      label: { zh: '续聘', en: 'Renew' },
      from: ['active', 'ended'],
      to: 'active',
      by: keepers,
      reach: 'below',
      otherThan: ['create', 'agree'],
      fills: ['termFrom', 'termTo'],
      needs: ['inOrder'],
    },
    end: { label: { zh: '提前结束', en: 'End early' }, from: ['active'], to: 'ended', by: keepers, reason: true },
    lapse: { label: { zh: '聘期满', en: 'Term over' }, from: ['active'], to: 'ended', by: [] },
    decline: {
      label: { zh: '没有接受', en: 'Declined' },
      from: ['invited', 'agreed'],
      to: 'declined',
      by: keepers,
    },
  },
  clocks: {
    answer: {
      label: { zh: '问本人愿不愿意', en: 'Ask whether she will serve' },
      from: 'invited',
      until: ['agreed', 'declined'],
      within: workingDays(20),
      legal: false,
      rule: 'L090',
    },
    appoint: {
      label: { zh: '聘任', en: 'Appoint her' },
      from: 'agreed',
      until: ['active', 'declined'],
      within: workingDays(20),
      legal: false,
      rule: 'L090',
    },
    term: {
      label: { zh: '聘期到，续聘或结束', en: 'The term ends: renew or let go' },
      from: 'active',
      after: ['renew'],
      done: ['renew'],
      until: ['ended'],
      within: calendarMonths(36),
      dueField: 'termTo',
      legal: false,
      rule: 'L090',
      remindBefore: [60],
      expires: 'lapse',
    },
  },
  measures: {
    experts: stock('person', {
      label: { zh: '在聘智库专家', en: 'Experts in their term' },
      includes: '当日在聘的专家，按人去重，按聘任登记日期',
      excludes: '邀请中、没有接受、聘期结束的',
    }),
  },
  counts: ({ person, history }, count) =>
    person
      ? history.flatMap(({ from, to, on }) => {
          if (from === to) return []
          if (to === 'active') return [count.person('experts', on, person)]
          return from === 'active' ? [count.person('experts', on, person, -1)] : []
        })
      : [],
})
