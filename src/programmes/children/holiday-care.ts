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

const seasons = {
  winter: { zh: '寒假', en: 'Winter holidays' },
  summer: { zh: '暑假', en: 'Summer holidays' },
}
/** Months a holiday may touch: schools of the region differ by some weeks. */
const months: Readonly<Record<keyof typeof seasons, readonly number[]>> = {
  winter: [12, 1, 2, 3],
  summer: [6, 7, 8, 9],
}
const offers = {
  study: { zh: '作业辅导', en: 'Homework' },
  minding: { zh: '假期托管', en: 'Minding' },
  safety: { zh: '安全自护', en: 'Safety' },
  company: { zh: '心理陪伴', en: 'Company' },
  family: { zh: '亲子活动、和外出父母连线', en: 'With parents, also from afar' },
  reading: { zh: '阅读', en: 'Reading' },
  sports: { zh: '文体', en: 'Sports and arts' },
  health: { zh: '体检、健康', en: 'Health' },
  goods: { zh: '送学习用品、冬衣（物资另记“十送”）', en: 'Gifts, recorded as deliveries' },
}

/** “把爱带回家”寒暑假儿童关爱服务 — L126; figure F095. R-PRI-03: no names of children at mass events. */
export const holidayCare = defineProgramme({
  id: 'holiday-care',
  version: 1,
  kind: 'activity',
  service: 'care',
  label: { zh: '“把爱带回家”假期关爱', en: 'Holiday care for children' },
  short: { zh: '假期关爱', en: 'Holiday care' },
  noun: { zh: '场', en: 'activity' },
  help: {
    zh: '寒暑假给孩子办的活动，一场记一场。小班可以按人签到，大活动数人头、附签到表，不登记孩子姓名。家长另数。送的东西记“十送”，上门看望记“关爱对象”，这里不重复记。',
    en: 'Activities for children in the winter and summer holidays. Small groups sign in, big ones are counted with their sheet and no names. Parents are counted apart. Gifts are deliveries, visits belong to people in care.',
  },
  sources: ['L126', 'F095', 'R-STAT-01', 'R-STAT-02', 'R-PRI-03'],
  access: { see: [...hands, 'publicity', 'organisation', 'statistician'], create: hands },
  fields: {
    ...childFields,
    season: field.choice(seasons, { label: { zh: '哪个假期', en: 'Holidays' }, class: 'P1', required: true }),
    offers: field.choices(offers, { label: { zh: '做什么', en: 'What is offered' }, class: 'P1', required: true }),
  },
  title: 'title',
  dated: 'heldOn',
  opens: ['title', 'heldOn', 'place', 'season', 'offers', 'note'],
  states: childStates,
  initial: 'planned',
  editableIn: ['planned', 'held'],
  checks: {
    ...childChecks,
    inSeason: {
      label: { zh: '日期在这个假期里', en: 'The day is in these holidays' },
      rule: 'L126',
      met: ({ on, answers: { season } }) => season !== undefined && months[season].includes(Number(on.slice(5, 7))),
    },
  },
  actions: { hold: { ...hold, needs: [...hold.needs, 'inSeason'] }, ...afterwards },
  measures: childMeasures('“把爱带回家”', ['把爱带回家', '寒暑假儿童关爱服务']),
  counts: childCounts,
})
