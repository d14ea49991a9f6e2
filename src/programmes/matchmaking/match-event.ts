import { surestGrade } from '../../core/attended.ts'
import { workingDays } from '../../core/clock.ts'
import { field } from '../../core/field.ts'
import { flow } from '../../core/measure.ts'
import { defineProgramme, type Heads } from '../../core/programme.ts'
import { addWorkingDays } from '../../core/working-days.ts'
import { mutualPairs } from './slips.ts'
import { matchmakers, upper } from './words.ts'

const places = (zh: string, en: string) =>
  field.integer({
    label: { zh, en },
    class: 'P1',
    required: true,
    min: 1,
    max: 1000,
    unitLabel: { zh: '人', en: 'people' },
  })
const age = (zh: string, en: string) =>
  field.integer({
    label: { zh, en },
    class: 'P1',
    required: true,
    min: 20,
    max: 80,
    unitLabel: { zh: '岁', en: 'years' },
  })
const safe = (zh: string, en: string) => field.yesNo({ label: { zh, en }, class: 'P1', required: true })

/**
 * 婚恋交友活动 — L056 (爱在黄花沟、情定敕勒川… are brands); figures F015, F016; R-MAT-05 … R-MAT-08. Slips say who would like to
 * see whom again. Only those who chose each other become pairs, all at one moment; then the slips are destroyed.
 */
export const matchEvent = defineProgramme({
  id: 'match-event',
  version: 1,
  kind: 'activity',
  service: 'matchmaking',
  label: { zh: '婚恋交友活动', en: 'Friend-making event' },
  short: { zh: '交友', en: 'Events' },
  noun: { zh: '场', en: 'event' },
  help: {
    zh: '男女名额差不多，不收费，有安全预案，提前十个工作日报另一个人批。散场前每人悄悄写一张互选条，只配互相选中的，一次公布；没被选中的谁也不会知道，条子随即销毁。',
    en: 'Balanced places, no fee, a safety plan, approved by another ten working days before. Slips are written in private; only mutual choices become pairs, all at once, and the slips are destroyed.',
  },
  sources: ['L056', 'F015', 'F016', 'R-MAT-05', 'R-MAT-06', 'R-MAT-08'],
  access: { see: matchmakers, create: matchmakers },
  fields: {
    title: field.text({ label: { zh: '题目', en: 'Title' }, class: 'P1', required: true, min: 2, max: 60 }),
    heldOn: field.day({ label: { zh: '日期', en: 'Date' }, class: 'P1', required: true }),
    place: field.text({ label: { zh: '地点', en: 'Place' }, class: 'P1', required: true, min: 2, max: 80 }),
    men: places('男士名额', 'Places for men'),
    women: places('女士名额', 'Places for women'),
    ageFrom: age('年龄从', 'Age from'),
    ageTo: age('年龄到', 'Age to'),
    safetyPlan: safe('有安全预案和安全员', 'There is a safety plan and an officer'),
    noAlcohol: safe('不劝酒', 'No drinking pressed'),
    free: safe('不收费、没有推销', 'No fee, no selling'),
  },
  title: 'title',
  dated: 'heldOn',
  states: {
    planned: { zh: '筹备中', en: 'Planned' },
    open: { zh: '已批准，报名中', en: 'Approved, open' },
    held: { zh: '已举办，收互选条', en: 'Held; slips come in' },
    matched: { zh: '互选已公布，条子已销毁', en: 'Pairs are told, slips destroyed' },
    cancelled: { zh: '已取消', en: 'Cancelled' },
  },
  initial: 'planned',
  editableIn: ['planned', 'open', 'held'],
  // One-sided choices are nobody's to read, ever: the key goes with the result.
  forgetsIn: ['matched', 'cancelled'],
  checks: {
    balanced: {
      label: { zh: '男女名额相差不超过两成', en: 'Places differ by a fifth at most' },
      rule: 'processes 6.2',
      met: ({ answers: { men = 0, women = 0 } }) => Math.abs(men - women) * 5 <= Math.max(men, women),
    },
    safe: {
      label: { zh: '有安全预案、不劝酒、不收费', en: 'A safety plan, no drinking pressed, no fee' },
      rule: 'R-MAT-05, R-MAT-08',
      met: ({ answers: a }) => a.safetyPlan === true && a.noAlcohol === true && a.free === true,
    },
    early: {
      label: { zh: '离举办还有十个工作日', en: 'Ten working days are left' },
      rule: 'processes 6.2',
      met: ({ on, today }) => today === undefined || addWorkingDays(today, 10) <= on,
    },
    ages: {
      label: { zh: '年龄范围没写反', en: 'The ages are in order' },
      rule: 'R-MAT-02',
      met: ({ answers: { ageFrom = 0, ageTo = 0 } }) => ageFrom <= ageTo,
    },
    dayCame: {
      label: { zh: '到了举办那天', en: 'The day has come' },
      rule: 'R-STAT-01',
      met: ({ on, today }) => today === undefined || today >= on,
    },
    someoneCame: {
      label: { zh: '记下来了多少人', en: 'Attendance is recorded' },
      rule: 'R-STAT-01',
      met: ({ attendance, heads }) => attendance.length + heads.length > 0,
    },
  },
  actions: {
    approve: {
      label: { zh: '批准', en: 'Approve' },
      from: ['planned'],
      to: 'open',
      by: matchmakers,
      reach: 'below',
      at: upper,
      secondPerson: true,
      needs: ['balanced', 'safe', 'ages', 'early'],
      tone: 'main',
    },
    hold: {
      label: { zh: '办完了', en: 'Held' },
      from: ['open'],
      to: 'held',
      by: matchmakers,
      needs: ['dayCame', 'someoneCame'],
      tone: 'main',
    },
    slip: {
      label: { zh: '录一张互选条', en: 'Enter a slip' },
      from: ['held'],
      to: 'same',
      by: matchmakers,
      // Whoever types a slip has seen it on paper; nobody else reads it, then or later.
      blindIn: ['held', 'matched'],
      asks: {
        chooser: field.person({ label: { zh: '谁的条', en: 'Whose slip' }, class: 'P3', required: true }),
        chosen: field.people(
          { liked: { zh: '想再见的人', en: 'Would like to meet again' } },
          { label: { zh: '选了谁', en: 'Who was chosen' }, class: 'P3', min: 0, max: 3 },
        ),
      },
    },
    match: {
      label: { zh: '公布互选，销毁条子', en: 'Tell the pairs, destroy the slips' },
      from: ['held'],
      to: 'matched',
      by: matchmakers,
      starts: (facts) =>
        mutualPairs(facts).map(([one, other]) => ({
          programme: 'couple',
          answers: {
            source: 'event',
            metOn: facts.on,
            two: [
              { person: one, role: 'one' },
              { person: other, role: 'one' },
            ],
          },
        })),
      tone: 'main',
    },
    cancel: {
      label: { zh: '取消', en: 'Cancel' },
      from: ['planned', 'open'],
      to: 'cancelled',
      by: matchmakers,
      reason: true,
    },
  },
  clocks: {
    match: {
      label: { zh: '当天公布互选', en: 'Tell the pairs the same day' },
      from: 'held',
      until: ['matched'],
      within: workingDays(1),
      legal: false,
      rule: 'processes 6.2',
    },
  },
  measures: {
    events: flow('session', {
      label: { zh: '婚恋交友活动', en: 'Friend-making events' },
      includes: '已举办的交友活动，按举办日期',
      excludes: '筹备、取消的；集体婚礼另计',
    }),
    attendances: flow('person-time', {
      label: { zh: '交友参加人次', en: 'Attendances' },
      includes: '签到的人（A）、附签到表清点的（B）、估计（C）',
      excludes: '工作人员；线上观看',
    }),
    people: flow('person', {
      label: { zh: '交友参加人数（实名）', en: 'Distinct people signed in' },
      includes: '期间内签到过的人，一人多次算一人',
      excludes: '没有签到的',
    }),
  },
  counts: ({ history, on, attendance, heads }, count) => {
    if (!history.some((done) => done.action === 'hold')) return []
    const counted = (grade: Heads['grade']) =>
      heads.filter((h) => h.grade === grade).reduce((sum, h) => sum + h.count, 0)
    return [
      count.one('events', on, surestGrade({ attendance, heads })),
      count.many('attendances', attendance.length, on, 'A'),
      ...(['B', 'C', 'D'] as const).map((grade) => count.many('attendances', counted(grade), on, grade)),
      ...attendance.map(({ person }) => count.person('people', on, person)),
    ]
  },
})
