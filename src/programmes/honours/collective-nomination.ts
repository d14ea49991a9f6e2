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
import { collectiveTitles, hands, judges } from './words.ts'

const people = (zh: string, en: string) =>
  field.integer({ label: { zh, en }, class: 'P1', required: true, max: 100_000, unitLabel: { zh: '人', en: 'people' } })
const own = {
  honour: field.choice(collectiveTitles, { label: { zh: '称号', en: 'Title' }, class: 'P1', required: true }),
  name: field.text({ label: { zh: '集体名称', en: 'Collective' }, class: 'P1', required: true, min: 4, max: 80 }),
  staff: people('总人数', 'People in it'),
  women: people('其中妇女', 'Of them women'),
  womanLeads: field.yesNo({ label: { zh: '负责人里有妇女', en: 'A woman leads' }, class: 'P1', required: true }),
  since: field.day({ label: { zh: '下一级称号从哪天起', en: 'Holds the lower title since' }, class: 'P1' }),
  enterprise: field.yesNo({ label: { zh: '是企业', en: 'An enterprise' }, class: 'P1', required: true }),
  hotline: field.text({ label: { zh: '服务监督电话（单位）', en: 'Phone for complaints' }, class: 'P1', max: 20 }),
}

const asked = namingChecks('market', 'tax', 'labour')

/** 巾帼文明岗、三八红旗集体、先进集体推荐 — L093, L094; figures F079, F081, F083; R-HON-02, R-HON-03. */
export const collectiveNomination = defineProgramme({
  id: 'collective-nomination',
  version: 1,
  kind: 'case',
  service: 'honours',
  series: 'JI',
  label: { zh: '先进集体推荐', en: 'Collective nomination' },
  short: { zh: '集体推荐', en: 'Collectives' },
  noun: { zh: '个', en: 'collective' },
  help: {
    zh: '巾帼文明岗、三八红旗集体、先进集体。文明岗要妇女过半、负责人里有妇女、下一级称号满两年。企业另征求市场监管、税务、人社的意见。',
    en: "Women's civilised posts, red-banner and advanced collectives. A civilised post: half are women, a woman leads, two years of the lower title.",
  },
  sources: ['L093', 'L094', 'F079', 'F081', 'F083', 'R-HON-02', 'R-HON-03', 'D18'],
  access: { see: [...judges, 'statistician'], create: hands },
  fields: { ...opening, ...own, consent, clean, ...meeting, ...localNotice, ...publicNotice, ...decision },
  title: 'name',
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
  checks: {
    ...asked,
    opinionsIn: {
      ...asked.opinionsIn,
      met: (facts) =>
        (facts.answers.enterprise === true ? asked.opinionsIn : namingChecks('police').opinionsIn).met(facts),
    },
    nothingExcludes: {
      label: {
        zh: '没有不能参评的情形；文明岗：妇女过半、妇女带头、下级称号满两年',
        en: 'Nothing excludes; a civilised post has women, a woman leader, two years',
      },
      rule: 'R-HON-03',
      met: (facts) => {
        const { answers: a } = facts
        if (!asked.nothingExcludes.met(facts)) return false
        if (a.honour !== 'civilised-post') return true
        const years = Number(a.nominatedOn?.slice(0, 4)) - 2
        return (
          (a.women ?? 0) * 2 >= (a.staff ?? 0) &&
          a.womanLeads === true &&
          (a.since ?? '9999') <= `${years}${a.nominatedOn?.slice(4)}`
        )
      },
    },
  },
  actions: namedActions((facts) => [awardFrom(facts, { holder: facts.answers.name })]),
  clocks: namedClocks,
  documents: { recommendation, minutes: meetingMinutes, 'public-notice': noticePage },
  measures: nominationMeasures('个', 'nominations'),
  counts: (facts, count) => worthOf(facts).map(([measure, on]) => count.one(measure, on)),
})
