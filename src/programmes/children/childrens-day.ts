import { field } from '../../core/field.ts'
import { defineProgramme } from '../../core/programme.ts'
import {
  afterwards,
  childChecks,
  childCounts,
  childFields,
  childMeasures,
  childStates,
  hands,
  hold,
} from './child-activity.ts'

/** 庆六一、儿童志愿关爱 — L127. The captions name a theme of the day and volunteers who keep children in hardship company. */
export const childrensDay = defineProgramme({
  id: 'childrens-day',
  version: 1,
  kind: 'activity',
  service: 'care',
  label: { zh: '六一和儿童主题活动', en: 'Children’s day and themes' },
  short: { zh: '儿童活动', en: 'Children' },
  noun: { zh: '场', en: 'activity' },
  help: {
    zh: '六一主题活动、志愿者陪孩子的活动，一场记一场。请来的困境、留守儿童和别的孩子坐在一起，不单列、不上台领东西、不拍脸。寒暑假的记“把爱带回家”。',
    en: 'Children’s day, themes, volunteers with children. Children in hardship sit among the others: not listed, not called on stage, no faces in photos. Holidays are recorded as holiday care.',
  },
  sources: ['L127', 'R-STAT-01', 'R-PRI-03'],
  access: { see: [...hands, 'publicity', 'organisation', 'statistician'], create: hands },
  fields: {
    ...childFields,
    kind: field.choice(
      {
        'childrens-day': { zh: '庆六一', en: 'Children’s day' },
        theme: { zh: '“少年儿童心向党”主题', en: 'Theme of the young' },
        company: { zh: '志愿陪伴', en: 'Volunteers’ company' },
        reading: { zh: '阅读、文艺', en: 'Reading and arts' },
        safety: { zh: '安全、权益知识', en: 'Safety and rights' },
      },
      { label: { zh: '哪类活动', en: 'Kind' }, class: 'P1', required: true },
    ),
  },
  title: 'title',
  dated: 'heldOn',
  opens: ['title', 'heldOn', 'place', 'kind', 'note'],
  states: childStates,
  initial: 'planned',
  editableIn: ['planned', 'held'],
  checks: childChecks,
  actions: { hold, ...afterwards },
  measures: childMeasures('儿童主题活动', ['庆六一主题活动', '儿童志愿关爱服务']),
  counts: childCounts,
})
