import { field } from '../../core/field.ts'
import { stock } from '../../core/measure.ts'
import { defineProgramme } from '../../core/programme.ts'
import { keepers, readers } from './services.ts'

/** 巾帼志愿服务队 — L130; figure F098. States of processes 3.2. */
export const volunteerTeam = defineProgramme({
  id: 'volunteer-team',
  version: 1,
  kind: 'team',
  service: 'volunteering',
  label: { zh: '巾帼志愿服务队', en: 'Volunteer team' },
  short: { zh: '服务队', en: 'Teams' },
  noun: { zh: '支', en: 'team' },
  help: {
    zh: '先立队，再加队员、记服务。一年没有服务的队标为休眠，不算少，也不算活跃。',
    en: 'Set up the team, then add members and record service.',
  },
  sources: ['L130', 'F098', 'R-VOL-01'],

  access: {
    see: readers,
    create: keepers,
  },
  fields: {
    name: field.text({ label: { zh: '队名', en: 'Name' }, class: 'P1', required: true, min: 2, max: 60 }),
    setUpOn: field.day({ label: { zh: '成立日期', en: 'Set up on' }, class: 'P1', required: true, past: true }),
    leader: field.person({ label: { zh: '队长', en: 'Leader' }, class: 'P2' }),
    serves: field.text({ label: { zh: '主要做什么', en: 'What it does' }, class: 'P1', max: 300 }),
  },
  title: 'name',
  dated: 'setUpOn',

  states: {
    applied: { zh: '待批准', en: 'Applied' },
    active: { zh: '活动中', en: 'Active' },
    dormant: { zh: '休眠', en: 'Dormant' },
    dissolved: { zh: '已解散', en: 'Dissolved' },
  },
  initial: 'applied',
  editableIn: ['applied', 'active', 'dormant'],
  actions: {
    approve: {
      label: { zh: '批准成立', en: 'Approve' },
      from: ['applied'],
      to: 'active',
      by: keepers,
      reach: 'below',
      tone: 'main',
    },
    rest: {
      label: { zh: '转为休眠', en: 'Make dormant' },
      from: ['active'],
      to: 'dormant',
      by: keepers,
      reason: true,
    },
    wake: {
      label: { zh: '恢复活动', en: 'Reactivate' },
      from: ['dormant'],
      to: 'active',
      by: keepers,
    },
    dissolve: {
      label: { zh: '解散', en: 'Dissolve' },
      from: ['applied', 'active', 'dormant'],
      to: 'dissolved',
      by: keepers,
      reason: true,
    },
  },
  measures: {
    registered: stock('place', {
      label: { zh: '在册服务队', en: 'Registered teams' },
      unitLabel: { zh: '支', en: 'teams' },
      aliases: ['巾帼志愿服务队'],
      includes: '已批准、未解散的队，含休眠',
      excludes: '待批准、已解散',
    }),
  },
  counts: (team, count) => {
    // Registered from the day it was set up until the day it was dissolved, once it has been approved.
    const approved = team.history.some((done) => done.to === 'active')
    if (!approved) return []
    const ended = team.state === 'dissolved' ? team.reached.dissolved : undefined
    return [count.one('registered', team.on), ended && count.gone('registered', ended)]
  },
})
