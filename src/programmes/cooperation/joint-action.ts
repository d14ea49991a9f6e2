import { cameByGrade, surestGrade } from '../../core/attended.ts'
import { attendedChecks } from '../../core/attended-checks.ts'
import { field } from '../../core/field.ts'
import { heldStates, heldSteps } from '../../core/held-activity.ts'
import { flow } from '../../core/measure.ts'
import { defineProgramme } from '../../core/programme.ts'
import { keepers, readers } from './posts.ts'

/** 合作活动 — L035 (签约仪式), L087 (交流), L091 (沿黄河生态行动). What agreements lead to in the open: who came, and what stands after it. */
export const jointAction = defineProgramme({
  id: 'joint-action',
  version: 1,
  kind: 'activity',
  service: 'cooperation',
  label: { zh: '合作活动', en: 'Joint actions' },
  short: { zh: '合作活动', en: 'Actions' },
  noun: { zh: '场', en: 'action' },
  help: {
    zh: '签约仪式、生态行动（种树、护河）、交流对接，办完一场记一场，选按哪份协议。种了多少棵、护了多少公里单独填，不和人次相加。',
    en: 'Signing ceremonies, ecology actions and exchanges, one record each, under which agreement. Trees and kilometres are their own numbers.',
  },
  sources: ['L035', 'L087', 'L091', 'R-STAT-01', 'R-STAT-02'],
  access: { see: readers, create: keepers },
  fields: {
    title: field.text({ label: { zh: '题目', en: 'Title' }, class: 'P1', required: true, min: 2, max: 60 }),
    heldOn: field.day({ label: { zh: '日期', en: 'Date' }, class: 'P1', required: true }),
    place: field.text({ label: { zh: '地点', en: 'Place' }, class: 'P1', required: true, min: 2, max: 80 }),
    kind: field.choice(
      {
        signing: { zh: '签约仪式', en: 'Signing ceremony' },
        trees: { zh: '生态行动：种树种草', en: 'Planting' },
        river: { zh: '生态行动：护河、清洁', en: 'River care' },
        exchange: { zh: '交流互访', en: 'Exchange' },
        market: { zh: '产销对接、展销', en: 'Market and matching' },
        training: { zh: '联合培训', en: 'Joint training' },
        other: { zh: '其他', en: 'Other' },
      },
      { label: { zh: '哪一种', en: 'Kind' }, class: 'P1', required: true },
    ),
    agreement: field.record('cooperation-agreement', {
      label: { zh: '按哪份协议', en: 'Under which agreement' },
      class: 'P1',
    }),
    partners: field.text({ label: { zh: '和谁一起', en: 'Together with' }, class: 'P1', max: 200 }),
    trees: field.integer({
      label: { zh: '种树', en: 'Trees planted' },
      class: 'P1',
      max: 10_000_000,
      unitLabel: { zh: '棵', en: 'trees' },
    }),
    kilometres: field.integer({
      label: { zh: '护河、清洁', en: 'River cared for' },
      class: 'P1',
      max: 10_000,
      unitLabel: { zh: '公里', en: 'km' },
    }),
    note: field.text({ label: { zh: '备注', en: 'Note' }, class: 'P1', max: 1000 }),
  },
  title: 'title',
  dated: 'heldOn',
  parentField: 'agreement',
  states: heldStates,
  initial: 'planned',
  editableIn: ['planned', 'held'],
  checks: attendedChecks,
  actions: heldSteps(keepers),
  measures: {
    sessions: flow('session', {
      label: { zh: '合作活动场次', en: 'Joint actions held' },
      includes: '已举办的签约、生态行动、交流、对接，按举办日期',
      excludes: '待举办、已取消；走北疆考察、来访出访（各自另计）',
    }),
    attendances: flow('person-time', {
      label: { zh: '合作活动人次', en: 'Attendances' },
      includes: '签到的（A）、附签到表清点的（B）、写明原因估计的（C）',
      excludes: '线上观看；工作人员',
    }),
    ecology: flow('session', {
      label: { zh: '其中巾帼生态行动', en: 'Of them ecology actions' },
      includes: '种树种草、护河清洁的活动',
      excludes: '其他合作活动',
    }),
    trees: flow('item', {
      label: { zh: '生态行动种树', en: 'Trees planted' },
      unitLabel: { zh: '棵', en: 'trees' },
      includes: '活动当天种下的棵数，主办清点（B）',
      excludes: '认捐、计划的；成活率不计',
    }),
    kilometres: flow('item', {
      label: { zh: '生态行动护河', en: 'River cared for' },
      unitLabel: { zh: '公里', en: 'km' },
      includes: '活动当天清洁、巡护的公里数（B）；同一段去两次算两次',
      excludes: '计划的',
    }),
  },
  counts: (action, count) => {
    if (action.state !== 'held') return []
    const { kind, trees = 0, kilometres = 0 } = action.answers
    const green = kind === 'trees' || kind === 'river'
    return [
      count.one('sessions', action.on, surestGrade(action)),
      ...cameByGrade(action).map(({ grade, came }) => count.many('attendances', came, action.on, grade)),
      green && count.one('ecology', action.on, surestGrade(action)),
      green && count.many('trees', trees, action.on, 'B'),
      green && count.many('kilometres', kilometres, action.on, 'B'),
    ]
  },
})
