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
import { hands, judges, personTitles } from './words.ts'

const own = {
  honour: field.choice(personTitles, { label: { zh: '称号', en: 'Title' }, class: 'P1', required: true }),
  person: field.person({ label: { zh: '被推荐的人', en: 'Who is nominated' }, class: 'P2', required: true }),
  unit: field.text({ label: { zh: '单位、职务', en: 'Unit and position' }, class: 'P2', required: true, max: 80 }),
  earlier: field.text({ label: { zh: '以前的荣誉', en: 'Earlier honours' }, class: 'P1', max: 300 }),
}

/** 三八红旗手、巾帼建功标兵推荐 — L093, L094; figures F080, F082; R-HON-01, R-HON-02. Judges mark the deeds, not the woman. */
export const personNomination = defineProgramme({
  id: 'person-nomination',
  version: 1,
  kind: 'case',
  service: 'honours',
  series: 'GR',
  label: { zh: '先进个人推荐', en: 'Personal nomination' },
  short: { zh: '个人推荐', en: 'Persons' },
  noun: { zh: '人', en: 'nomination' },
  help: {
    zh: '三八红旗手、巾帼建功标兵。单位评议、公示，征求公安、纪检、组织的意见，评委只看事迹材料，互相看不到分，再公示五个工作日。',
    en: 'Red-banner holders and achievement models: meeting, notice, opinions, judges who see the deeds and not each other, five working days of notice.',
  },
  sources: ['L093', 'L094', 'F080', 'F082', 'R-HON-01', 'R-HON-02', 'R-HON-05', 'D18'],
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
  checks: namingChecks('police', 'discipline', 'cadres'),
  actions: namedActions((facts) => [awardFrom(facts, { person: facts.answers.person })]),
  clocks: namedClocks,
  documents: { recommendation, minutes: meetingMinutes, 'public-notice': noticePage },
  measures: nominationMeasures('人次', 'nominations'),
  counts: (facts, count) => worthOf(facts).map(([measure, on]) => count.one(measure, on)),
})
