import { field } from '../../core/field.ts'

/** Four kinds of service the federation names, and the rest (L133). */
export const services = {
  guidance: { zh: '教育指导', en: 'Education and guidance' },
  skills: { zh: '技能培训', en: 'Skills training' },
  comfort: { zh: '情感慰藉', en: 'Comfort and company' },
  daily: { zh: '便民服务', en: 'Everyday help' },
  other: { zh: '其他', en: 'Other' },
}

/** What a volunteer is trained for before she serves (R-VOL-02, 志愿服务条例 第十六条). */
export const trainings = {
  safety: { zh: '服务安全', en: 'Safety' },
  children: { zh: '和孩子在一起的规矩', en: 'Working with children' },
  listening: { zh: '倾听和保密', en: 'Listening and confidence' },
  care: { zh: '照护技能', en: 'Care' },
  'first-aid': { zh: '急救', en: 'First aid' },
}

export const leaders = ['chair', 'organisation', 'volunteer-leader'] as const
export const keepers = ['chair', 'organisation'] as const
export const readers = ['chair', 'organisation', 'family', 'volunteer-leader', 'statistician'] as const

/** What women talk about when they sit down together (拉话话, L131). */
export const topics = {
  children: { zh: '孩子上学', en: 'Children and school' },
  elders: { zh: '照顾老人', en: 'Elders' },
  marriage: { zh: '婚姻家庭', en: 'Marriage and family' },
  work: { zh: '挣钱就业', en: 'Work' },
  health: { zh: '看病健康', en: 'Health' },
  mood: { zh: '心里的事', en: 'What weighs on her' },
  policy: { zh: '政策', en: 'Policy' },
}

/** A need told at a service: the same kinds as needs found on visits, where it is answered (src/programmes/visits). */
export const needAsked = {
  kind: field.choice(
    {
      relief: { zh: '生活救助', en: 'Relief' },
      work: { zh: '就业创业', en: 'Work' },
      health: { zh: '看病健康', en: 'Health' },
      children: { zh: '孩子上学照护', en: 'Children' },
      elders: { zh: '老人照护', en: 'Elders' },
      law: { zh: '政策法律', en: 'Policy and law' },
      life: { zh: '水电路房', en: 'Water, power, roads, housing' },
      culture: { zh: '文化学习', en: 'Learning' },
      other: { zh: '其他', en: 'Other' },
    },
    { label: { zh: '需要什么', en: 'What is needed' }, class: 'P1', required: true },
  ),
}

/** Why a shift is stopped. What was seen of a child is written into the report it opens, and nowhere else. */
export const stopAsked = {
  why: field.choice(
    {
      weather: { zh: '天气、路况', en: 'Weather, roads' },
      place: { zh: '场地、设备不安全', en: 'The place is not safe' },
      people: { zh: '大人不够', en: 'Too few adults' },
      child: {
        zh: '孩子受到或可能受到伤害（马上开强制报告，不用请示）',
        en: 'A child is or may be harmed: a report is opened at once, asking nobody first',
      },
      other: { zh: '其他', en: 'Other' },
    },
    { label: { zh: '为什么', en: 'Why' }, class: 'P1', required: true },
  ),
}

/** A shift of a project: what the session is asked besides when it is planned with places. */
export const shiftFields = {
  project: field.record('volunteer-project', { label: { zh: '招募项目', en: 'Project' }, class: 'P1' }),
  post: field.text({ label: { zh: '岗位', en: 'Post' }, class: 'P1', max: 40 }),
  startsAt: field.dateTime({ label: { zh: '几点开始', en: 'Begins' }, class: 'P1' }),
  endsAt: field.dateTime({ label: { zh: '几点结束', en: 'Ends' }, class: 'P1' }),
  places: field.integer({
    label: { zh: '要几个人', en: 'Places' },
    class: 'P1',
    min: 1,
    max: 500,
    unitLabel: { zh: '人', en: 'people' },
  }),
  sameAs: field.record('volunteer-session', {
    label: { zh: '和哪一场是同一场', en: 'Part of which session' },
    class: 'P1',
    help: {
      zh: '一次活动分几班、几个岗位的，另几班选第一班，只算一场。',
      en: 'Further shifts of one event are one session.',
    },
  }),
  topics: field.choices(topics, {
    label: { zh: '聊了什么（拉话话）', en: 'What was talked about' },
    class: 'P1',
    help: { zh: '只选话题，不写是谁说的。', en: 'Topics only, not who said what.' },
  }),
  withChildren: field.yesNo({ label: { zh: '直接接触孩子', en: 'With children' }, class: 'P1' }),
  children: field.integer({
    label: { zh: '来了几个孩子（只数人头）', en: 'Children, heads only' },
    class: 'P1',
    max: 2000,
    unitLabel: { zh: '人次', en: 'attendances' },
  }),
  guardiansAgreed: field.integer({
    label: { zh: '其中监护人书面同意的', en: 'Of them, guardians agreed in writing' },
    class: 'P1',
    max: 2000,
    unitLabel: { zh: '人', en: 'children' },
  }),
}

/** Minutes between two moments (ISO 8601), whole and never below nought; undefined when one is missing. */
export function minutesBetween(from: string | undefined, to: string | undefined): number | undefined {
  if (!from || !to) return undefined
  return Math.max(0, Math.floor((Date.parse(to) - Date.parse(from)) / 60_000))
}

/** A day of service is at most twelve hours (processes 3.3). */
export const mostMinutes = 720
