import { field } from '../../core/field.ts'
import { stock } from '../../core/measure.ts'
import { defineProgramme } from '../../core/programme.ts'
import { keepers, readers } from './posts.ts'

/** 协会会员 — L148. A person in one association; who is in two is one person in the figure. */
export const associationMember = defineProgramme({
  id: 'association-member',
  version: 1,
  kind: 'member',
  service: 'organising',
  label: { zh: '协会会员', en: 'Members of associations' },
  short: { zh: '会员', en: 'Members' },
  noun: { zh: '人', en: 'member' },
  help: {
    zh: '协会交来的会员名单，一人一条，可以用表格导入。本人同意才登记；退会写明日期，名字不再显示。人数按人去重，参加两个协会算一个人。',
    en: 'The member list an association hands in, one record a person; import by sheet. Registered with her consent; once she leaves her name is shown no more. In two associations she is one person.',
  },
  sources: ['L148', 'R-PRI-01', 'R-STAT-01'],
  access: { see: readers, create: keepers },
  fields: {
    name: field.text({ label: { zh: '称呼', en: 'Known as' }, class: 'P2', required: true, max: 60 }),
    person: field.person({ label: { zh: '本人', en: 'Person' }, class: 'P2', required: true }),
    joinedOn: field.day({ label: { zh: '入会日期', en: 'Joined on' }, class: 'P1', required: true, past: true }),
    association: field.record('association', {
      label: { zh: '哪个协会', en: 'Association' },
      class: 'P1',
      required: true,
    }),
    duty: field.choice(
      {
        president: { zh: '会长', en: 'President' },
        vice: { zh: '副会长', en: 'Vice-president' },
        council: { zh: '理事', en: 'Council' },
        member: { zh: '会员', en: 'Member' },
      },
      { label: { zh: '职务', en: 'Duty' }, class: 'P1', required: true },
    ),
    unit: field.text({ label: { zh: '单位', en: 'Where she works' }, class: 'P2', max: 80 }),
    agreed: field.yesNo({
      label: { zh: '本人同意登记', en: 'She agrees to be registered' },
      class: 'P1',
      required: true,
    }),
  },
  title: 'name',
  dated: 'joinedOn',
  personField: 'person',
  parentField: 'association',
  states: {
    handedIn: { zh: '待核对', en: 'Handed in' },
    active: { zh: '在会', en: 'Member' },
    left: { zh: '已退会', en: 'Left' },
  },
  initial: 'handedIn',
  editableIn: ['handedIn', 'active'],
  silentIn: ['left'],
  checks: {
    agreed: {
      label: { zh: '本人同意登记', en: 'She agrees' },
      rule: 'R-PRI-01',
      met: ({ answers }) => answers.agreed === true,
    },
  },
  actions: {
    verify: {
      label: { zh: '核对无误，在会', en: 'Checked: a member' },
      from: ['handedIn'],
      to: 'active',
      by: keepers,
      needs: ['agreed'],
      tone: 'main',
    },
    leave: { label: { zh: '退会', en: 'Left' }, from: ['handedIn', 'active'], to: 'left', by: keepers, reason: true },
  },
  measures: {
    members: stock('person', {
      label: { zh: '协会会员', en: 'Members of associations' },
      includes: '当日在会的会员，按人去重，按入会日期',
      excludes: '待核对、已退会；单位会员',
    }),
  },
  counts: ({ person, on, reached }, count) =>
    person && reached.active
      ? [count.person('members', on, person), reached.left && count.person('members', reached.left, person, -1)]
      : [],
})
