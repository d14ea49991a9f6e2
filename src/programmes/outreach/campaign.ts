import { calendarMonths } from '../../core/clock.ts'
import { field } from '../../core/field.ts'
import { flow } from '../../core/measure.ts'
import { defineProgramme } from '../../core/programme.ts'
import { hands, readers, upper } from './words.ts'

/** Whose share is looked at: one row for each organisation of this level below the one that called. */
export const campaignLevels = {
  league: { zh: '盟市', en: 'Leagues' },
  banner: { zh: '旗县市区', en: 'Banners' },
  township: { zh: '苏木乡镇、街道', en: 'Townships' },
} as const

/**
 * 宣教行动 — L020, L031. A plan given to everybody below; a lecture or an activity names it, and that is the report: nothing is
 * filled in twice (R-BUR-03).
 */
export const campaign = defineProgramme({
  id: 'campaign',
  version: 1,
  kind: 'case',
  service: 'outreach',
  label: { zh: '宣教行动', en: 'Campaign' },
  short: { zh: '行动', en: 'Campaigns' },
  noun: { zh: '次', en: 'campaign' },
  help: {
    zh: '上级布置的一次宣教行动：做什么、到哪天、哪一级各办几场。下级不用另报：宣讲和活动里选上这次行动，就算办了。谁办了、谁还没办，在“行动进度”里看，按组织代码排列，不排名次。',
    en: 'What is called for, by when, and how many each organisation of a level holds. Nobody reports: a lecture or an activity that names the campaign is the report. Who has done it is on its own page, in the order of codes, never ranked.',
  },
  sources: ['L020', 'L031', 'R-BUR-02', 'R-BUR-03'],
  access: { see: readers, create: hands },
  fields: {
    title: field.text({ label: { zh: '名称', en: 'Title' }, class: 'P0', required: true, min: 4, max: 60 }),
    beginsOn: field.day({ label: { zh: '从哪天', en: 'Begins on' }, class: 'P0', required: true }),
    dueOn: field.day({ label: { zh: '到哪天', en: 'Until' }, class: 'P0', required: true }),
    plan: field.text({
      label: { zh: '做什么', en: 'What is to be done' },
      class: 'P0',
      required: true,
      min: 4,
      max: 3000,
    }),
    level: field.choice(campaignLevels, { label: { zh: '看哪一级', en: 'Level' }, class: 'P0', required: true }),
    least: field.integer({
      label: { zh: '每家至少', en: 'At least, each' },
      class: 'P0',
      required: true,
      min: 1,
      max: 100,
      unitLabel: { zh: '场', en: 'sessions' },
      help: { zh: '连同它下面各级办的一起算。', en: 'With all that was held below it.' },
    }),
    topic: field.record('outreach-topic', { label: { zh: '主题', en: 'Topic' }, class: 'P0' }),
    document: field.text({ label: { zh: '文号', en: 'Document no.' }, class: 'P0', max: 60 }),
  },
  title: 'title',
  dated: 'beginsOn',
  states: {
    draft: { zh: '起草中', en: 'Draft' },
    running: { zh: '进行中', en: 'Running' },
    ended: { zh: '已结束', en: 'Ended' },
    dropped: { zh: '已取消', en: 'Dropped' },
  },
  initial: 'draft',
  editableIn: ['draft'],
  shownBelow: ['running', 'ended'],
  checks: {
    ordered: {
      label: { zh: '结束晚于开始', en: 'It ends after it begins' },
      rule: 'L020',
      met: ({ answers: a }) => (a.dueOn ?? '') > (a.beginsOn ?? ''),
    },
  },
  actions: {
    issue: {
      label: { zh: '下发', en: 'Issue' },
      from: ['draft'],
      to: 'running',
      by: hands,
      at: upper,
      secondPerson: true,
      needs: ['ordered'],
      tone: 'main',
    },
    extend: {
      label: { zh: '延期', en: 'Extend' },
      from: ['running'],
      to: 'same',
      by: hands,
      fills: ['dueOn'],
      needs: ['ordered'],
      reason: true,
    },
    end: { label: { zh: '提前结束', en: 'End early' }, from: ['running'], to: 'ended', by: hands, reason: true },
    close: { label: { zh: '到期结束', en: 'Ends' }, from: ['running'], to: 'ended', by: [] },
    drop: { label: { zh: '取消', en: 'Drop' }, from: ['draft'], to: 'dropped', by: hands, reason: true },
  },
  clocks: {
    due: {
      label: { zh: '行动结束', en: 'The campaign ends' },
      from: 'running',
      until: ['ended'],
      within: calendarMonths(1),
      dueField: 'dueOn',
      legal: false,
      rule: 'L020',
      remindBefore: [14, 3],
      expires: 'close',
    },
  },
  measures: {
    campaigns: flow('item', {
      label: { zh: '宣教行动', en: 'Campaigns' },
      unitLabel: { zh: '次', en: 'campaigns' },
      includes: '下发的行动，按下发日期',
      excludes: '起草中、已取消；行动里办的场次（看宣讲和宣传活动）',
    }),
  },
  counts: ({ history }, count) => {
    const issued = history.find((done) => done.action === 'issue')
    return [issued && count.one('campaigns', issued.on)]
  },
})
