import { field } from '../../core/field.ts'
import { defineProgramme } from '../../core/programme.ts'
import { meetingMinutes } from './documents/meeting-minutes.ts'
import { publicNotice as noticePage } from './documents/public-notice.ts'
import { recommendation } from './documents/recommendation.ts'
import {
  awardFrom,
  namedActions,
  namedClocks,
  namingStates,
  nominationMeasures,
  worthOf,
} from './nomination-actions.ts'
import { clean, consent, decision, localNotice, meeting, opening, publicNotice } from './nomination-fields.ts'
import { namingChecks } from './nomination-gates.ts'
import { categories, hands, judges, titles } from './words.ts'

const own = {
  honour: field.choice(
    { 'beautiful-family': titles['beautiful-family'] },
    { label: { zh: '称号', en: 'Title' }, class: 'P1', required: true },
  ),
  head: field.person({
    label: { zh: '代表家庭的人', en: 'Who stands for the family' },
    class: 'P2',
    required: true,
    help: {
      zh: '一家只用一个人代表；以前评过的，还用那个人。',
      en: 'One and the same person each time the family is named.',
    },
  }),
  members: field.list(
    {
      relation: field.text({ label: { zh: '与代表人关系', en: 'Relation' }, class: 'P2', required: true, max: 20 }),
      born: field.integer({ label: { zh: '出生年', en: 'Born' }, class: 'P3', min: 1900, max: 2100 }),
      work: field.text({ label: { zh: '做什么', en: 'Occupation' }, class: 'P2', max: 40 }),
    },
    { label: { zh: '家庭成员（不写姓名）', en: 'Members, without names' }, class: 'P3', max: 20 },
  ),
  category: field.choice(categories, { label: { zh: '类别', en: 'Category' }, class: 'P1', required: true }),
  motto: field.text({ label: { zh: '家训', en: 'Motto' }, class: 'P1', max: 30 }),
  guardian: field.yesNo({
    label: { zh: '有14岁以下孩子的，监护人同意用姓名照片', en: 'Guardians agree to names and photos of the under-14' },
    class: 'P1',
  }),
}

/** 最美家庭推荐 — L050, L053; figure F084; processes 5, R-HON-04. No votes, no likes (R-HON-05). */
export const familyNomination = defineProgramme({
  id: 'family-nomination',
  version: 1,
  kind: 'case',
  service: 'honours',
  series: 'JT',
  label: { zh: '最美家庭推荐', en: 'Family nomination' },
  short: { zh: '家庭推荐', en: 'Families' },
  noun: { zh: '户', en: 'family' },
  help: {
    zh: '自荐、他荐、组织推荐都行，先填后开评议会：到会五人以上，一半不是亲友。村里公示三天，苏木乡镇审核，再往上报。照片和视频传在本页附件里。',
    en: 'Anybody may nominate. A meeting of five, half of them unrelated; three days of notice; then level by level. Photos are attached here.',
  },
  sources: ['L050', 'L053', 'F084', 'R-HON-02', 'R-HON-04', 'R-HON-05', 'D18'],
  access: { see: [...judges, 'statistician'], create: hands },
  fields: { ...opening, ...own, consent, clean, ...meeting, ...localNotice, ...publicNotice, ...decision },
  title: 'honour',
  dated: 'nominatedOn',
  parentField: 'call',
  opens: [
    ...(Object.keys(opening) as (keyof typeof opening)[]),
    ...(Object.keys(own) as (keyof typeof own)[]),
    'consent',
    'clean',
  ],
  states: namingStates,
  initial: 'draft',
  editableIn: ['draft', 'returned'],
  checks: namingChecks('police', 'civil'),
  actions: namedActions((facts) => [
    awardFrom(facts, { person: facts.answers.head, category: facts.answers.category }),
  ]),
  clocks: namedClocks,
  documents: { recommendation, minutes: meetingMinutes, 'public-notice': noticePage },
  measures: nominationMeasures('户次', 'nominations'),
  counts: (facts, count) => worthOf(facts).map(([measure, on]) => count.one(measure, on)),
})
