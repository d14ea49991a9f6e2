import { cameByGrade, surestGrade } from '../../core/attended.ts'
import { attendedChecks } from '../../core/attended-checks.ts'
import { flow } from '../../core/measure.ts'
import { defineProgramme } from '../../core/programme.ts'
import { eventFields } from './event-fields.ts'
import { gatheringSteps, recordClock } from './gathering.ts'
import { readers } from './words.ts'

const keepers = ['chair', 'publicity', 'family', 'organisation'] as const
const { hold, record, giveBack, cancel } = gatheringSteps(keepers)
const speaking: readonly string[] = ['representative', 'newwork', 'speaker']

/**
 * 宣传活动 — L025, L026, L027, L031, L037, L038, L039, L054; figures F007, F008. Seven kinds of one thing; what each must have is a
 * condition. Guests are persons, the hall is attendance; neither is the other.
 */
export const outreachEvent = defineProgramme({
  id: 'outreach-event',
  version: 1,
  kind: 'activity',
  service: 'outreach',
  label: { zh: '宣传活动', en: 'Outreach activity' },
  short: { zh: '宣传活动', en: 'Activities' },
  noun: { zh: '场', en: 'activity' },
  help: {
    zh: '三八纪念、主题教育、回娘家座谈、研讨、读书分享、乌兰牧骑一站、婚育新风：办完一场记一场。请来讲的人写在“请来的人”里，先问她同不同意公开。座谈里提的建议另记“代表建议”，要给她回话。承诺自愿，只数人头。',
    en: 'Commemorations, theme education, talks, seminars, reading, a stop of a troupe, new ways of marriage: one record each. Who is invited to speak is named, and asked before anything is shown. Suggestions are records of their own and are answered. Pledges are free and counted by head.',
  },
  sources: [
    'L025',
    'L026',
    'L027',
    'L031',
    'L037',
    'L038',
    'L039',
    'L054',
    'F007',
    'F008',
    'R-WOM-06',
    'R-PRI-04',
    'R-STAT-01',
  ],
  access: { see: readers, create: keepers },
  fields: eventFields,
  title: 'title',
  dated: 'heldOn',
  parentField: 'campaign',
  states: {
    planned: { zh: '待举办', en: 'Planned' },
    held: { zh: '办完了，待记人数', en: 'Held, to be recorded' },
    recorded: { zh: '已记好', en: 'Recorded' },
    cancelled: { zh: '已取消', en: 'Cancelled' },
  },
  initial: 'planned',
  editableIn: ['planned', 'held', 'recorded'],
  checks: {
    ...attendedChecks,
    guestsNamed: {
      label: { zh: '座谈和研讨写明请来的人', en: 'A talk or seminar names its guests' },
      rule: 'L027',
      met: ({ answers: { kind, guests = [] } }) => (kind !== 'homecoming' && kind !== 'seminar') || guests.length > 0,
    },
    guestsAgree: {
      label: { zh: '讲述的人同意公开', en: 'Who speaks agrees to be shown' },
      rule: 'R-WOM-06',
      met: ({ answers: { guests = [], guestsAgree } }) =>
        !guests.some(({ role }) => speaking.includes(role)) || guestsAgree === true,
    },
    kindWhole: {
      label: { zh: '读书写书名，巡演写队伍和哪一站', en: 'Reading names its books, a stop its troupe and place' },
      rule: 'L037',
      met: ({ answers: { kind, books = [], troupe, stop } }) =>
        kind === 'reading' ? books.length > 0 : kind !== 'tour' || (troupe !== undefined && stop !== undefined),
    },
  },
  actions: {
    hold,
    record: {
      ...record,
      fills: ['guestsAgree', 'pledged'],
      needs: [...record.needs, 'guestsNamed', 'guestsAgree', 'kindWhole'],
    },
    giveBack,
    cancel,
  },
  clocks: { record: { ...recordClock, rule: 'L020' } },
  measures: {
    sessions: flow('session', {
      label: { zh: '宣传活动', en: 'Activities' },
      includes: '记好的活动，一次一场，合办也是一场',
      excludes: '待举办、没记好、已取消；宣讲和家风故事分享会（各有各的数）',
    }),
    attendances: flow('person-time', {
      label: { zh: '宣传活动到场人次', en: 'Attendances' },
      includes: '到场的人：签到（A）、附签到表清点（B）、写明原因的估计（C）',
      excludes: '请来的人；线上观看',
    }),
    people: flow('person', {
      label: { zh: '宣传活动签到人数（实名）', en: 'Distinct people signed in' },
      includes: '期间内实名签到过的人，按人去重',
      excludes: '没有签到的人',
    }),
    representatives: flow('person', {
      label: { zh: '讲述的女代表', en: 'Representatives who spoke' },
      aliases: ['女代表'],
      includes: '应邀讲述、同意公开的女代表和先进典型，按人去重',
      excludes: '新就业群体代表、专家；台下的人',
    }),
    experts: flow('person', {
      label: { zh: '参加研讨的专家学者', en: 'Experts who took part' },
      aliases: ['专家学者和民族工作者'],
      includes: '研讨、成果展示请来的专家学者，按人去重',
      excludes: '只投稿没有到会的；听会的人',
    }),
    stops: flow('session', {
      label: { zh: '乌兰牧骑等文艺宣传站次', en: 'Stops of troupes' },
      unitLabel: { zh: '站', en: 'stops' },
      includes: '文艺宣传走到的站，一站一次',
      excludes: '排练；其他活动',
    }),
    pledges: flow('person-time', {
      label: { zh: '婚育新风自愿承诺', en: 'Pledges, freely made' },
      aliases: ['新型婚育文化承诺'],
      includes: '活动里自愿承诺的，只数人头',
      excludes: '集体婚礼新人的承诺（在新人自己的记录里）',
    }),
  },
  counts: (event, count) => {
    const { state, on, answers } = event
    if (state !== 'recorded') return []
    const guests = (role: string) => (answers.guests ?? []).filter((guest) => guest.role === role)
    return [
      count.one('sessions', on, surestGrade(event)),
      answers.kind === 'tour' && count.one('stops', on, surestGrade(event)),
      ...cameByGrade(event).map(({ grade, came }) => count.many('attendances', came, on, grade)),
      ...event.attendance.map(({ person }) => count.person('people', on, person)),
      ...guests('representative').map(({ person }) => count.person('representatives', on, person)),
      ...guests('expert').map(({ person }) => count.person('experts', on, person)),
      count.many('pledges', answers.pledged ?? 0, on, 'B'),
    ]
  },
})
