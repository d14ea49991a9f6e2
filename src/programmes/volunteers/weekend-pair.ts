import { calendarMonths, workingDays } from '../../core/clock.ts'
import { field } from '../../core/field.ts'
import { harmAsked, harmReport } from '../../core/harm-report.ts'
import { flow, stock } from '../../core/measure.ts'
import { defineProgramme } from '../../core/programme.ts'
import { careTopics } from '../../core/rights-words.ts'

export const weekendHands = ['rights', 'family', 'chair'] as const
const over = ['ended', 'declined'] as const
const sure = (zh: string, en: string, required = true) =>
  field.yesNo({ label: { zh, en }, class: 'P1' as const, required })

/**
 * “周末妈妈”结对 — L132; processes 3.2; R-REP-01, R-REP-03, R-PRI-03. A volunteer and one child at weekends. The child is sealed; who
 * she is with is checked, trained and agreed to by the guardian before the first stay; any suspicion is reported at once.
 */
export const weekendPair = defineProgramme({
  id: 'weekend-pair',
  version: 1,
  kind: 'case',
  service: 'volunteering',
  series: 'ZM',
  label: { zh: '“周末妈妈”结对', en: 'Weekend mother' },
  short: { zh: '周末妈妈', en: 'Weekend mothers' },
  noun: { zh: '对', en: 'pair' },
  help: {
    zh: '志愿者周末陪一个留守、困境孩子。先查询、家访、全家同意、培训，再由孩子和志愿者双向选择，监护人书面同意、告诉学校，才开始。每次接送记一条，每月看一次。一有不对马上停、马上报告，不用请示。',
    en: 'A volunteer with one child at weekends: checked, visited, trained; both choose, the guardian signs, the school is told. Every stay is recorded, every month looked at. Any suspicion ends it and is reported at once.',
  },
  sources: ['L132', 'R-REP-01', 'R-REP-03', 'R-VOL-07', 'R-PRI-03', 'D08', 'processes 3.2'],
  confidential: true,
  access: { see: weekendHands, create: weekendHands },
  fields: {
    topic: field.choice(careTopics, { label: { zh: '事项名称', en: 'Title' }, class: 'P1', required: true }),
    wishedOn: field.day({ label: { zh: '报名日期', en: 'Applied on' }, class: 'P1', required: true, past: true }),
    person: field.person({ label: { zh: '志愿者', en: 'Volunteer' }, class: 'P3', required: true }),
    homeVisitedOn: field.day({
      label: { zh: '家访日期', en: 'Home visited on' },
      class: 'P1',
      required: true,
      past: true,
    }),
    homeFits: sure('住处合适、家里人都同意', 'The home fits and the family agrees'),
    healthy: sure('身体适合', 'Fit in health'),
    trainedOn: field.day({ label: { zh: '培训日期', en: 'Trained on' }, class: 'P1', required: true, past: true }),
    child: field.text({
      label: { zh: '怎么称呼孩子（小名）', en: 'How the child is called' },
      class: 'P4',
      required: true,
      max: 20,
    }),
    guardian: field.text({ label: { zh: '监护人', en: 'Guardian' }, class: 'P4', required: true, max: 60 }),
    childChose: sure('孩子愿意', 'The child chose her'),
    volunteerChose: sure('志愿者愿意', 'The volunteer chose'),
    guardianSigned: sure('监护人书面同意', 'The guardian agreed in writing'),
    schoolTold: sure('已告诉学校', 'The school is told'),
  },
  title: 'topic',
  dated: 'wishedOn',
  personField: 'person',
  opens: ['topic', 'wishedOn', 'person'],
  states: {
    applied: { zh: '已报名', en: 'Applied' },
    checked: { zh: '已核查', en: 'Checked' },
    trained: { zh: '已培训', en: 'Trained' },
    matched: { zh: '已结对', en: 'Matched' },
    active: { zh: '陪伴中', en: 'Active' },
    ended: { zh: '已结束', en: 'Ended' },
    declined: { zh: '不合适', en: 'Declined' },
  },
  initial: 'applied',
  editableIn: ['applied', 'checked', 'trained', 'matched'],
  silentIn: ['declined'],
  checks: {
    homeFits: {
      label: { zh: '家访过，住处合适、家里同意、身体适合', en: 'Visited: home, family and health fit' },
      rule: 'L132',
      met: ({ answers: a }) => a.homeVisitedOn !== undefined && a.homeFits === true && a.healthy === true,
    },
    bothChose: {
      label: { zh: '孩子和志愿者都愿意', en: 'Both chose' },
      rule: 'L132',
      met: ({ answers: a }) => a.childChose === true && a.volunteerChose === true,
    },
    guardianSigned: {
      label: { zh: '监护人书面同意，学校知道', en: 'The guardian signed, the school knows' },
      rule: 'R-PRI-03（个人信息保护法 第三十一条）',
      met: ({ answers: a }) => a.guardianSigned === true && a.schoolTold === true,
    },
  },
  actions: {
    // The check itself is looked up when this step is taken (src/server/volunteers): passed, and valid today.
    check: {
      label: { zh: '核查通过（查询、家访）', en: 'Checked: record and home' },
      from: ['applied'],
      to: 'checked',
      by: weekendHands,
      fills: ['homeVisitedOn', 'homeFits', 'healthy'],
      needs: ['homeFits'],
      tone: 'main',
    },
    train: {
      label: { zh: '培训过了', en: 'Trained' },
      from: ['checked'],
      to: 'trained',
      by: weekendHands,
      fills: ['trainedOn'],
      tone: 'main',
    },
    match: {
      label: { zh: '结对', en: 'Match' },
      from: ['trained'],
      to: 'matched',
      by: weekendHands,
      fills: ['child', 'guardian', 'childChose', 'volunteerChose', 'guardianSigned', 'schoolTold'],
      needs: ['bothChose', 'guardianSigned'],
      tone: 'main',
    },
    start: {
      label: { zh: '协议签了，开始', en: 'Agreement signed: begin' },
      from: ['matched'],
      to: 'active',
      by: weekendHands,
      secondPerson: true,
      tone: 'main',
    },
    review: {
      label: { zh: '每月看一次', en: 'Monthly review' },
      from: ['active'],
      to: 'same',
      by: weekendHands,
      asks: {
        alone: sure('单独和孩子说了话', 'Spoke with the child alone'),
        well: field.choice(
          {
            good: { zh: '孩子愿意继续', en: 'The child wishes to go on' },
            unsure: { zh: '说不好', en: 'Unsure' },
            no: { zh: '孩子不想去了', en: 'The child does not wish to' },
          },
          { label: { zh: '孩子怎么说', en: 'The child says' }, class: 'P4', required: true },
        ),
        ...harmAsked,
      },
      starts: harmReport,
      tone: 'main',
    },
    halt: {
      label: { zh: '有不对：马上停', en: 'Something is wrong: stop now' },
      from: ['matched', 'active'],
      to: 'ended',
      by: weekendHands,
      asks: harmAsked,
      starts: harmReport,
      tone: 'safety',
    },
    end: {
      label: { zh: '结束结对', en: 'End' },
      from: ['matched', 'active'],
      to: 'ended',
      by: weekendHands,
      reason: true,
    },
    decline: {
      label: { zh: '不合适', en: 'Decline' },
      from: ['applied', 'checked', 'trained'],
      to: 'declined',
      by: weekendHands,
      reason: true,
    },
  },
  clocks: {
    check: {
      label: { zh: '核查、家访', en: 'Check and visit' },
      from: 'applied',
      until: ['checked', 'declined'],
      within: workingDays(15),
      legal: false,
      rule: 'processes 3.2',
    },
    review: {
      label: { zh: '每月看一次', en: 'Monthly review' },
      after: ['start', 'review'],
      done: ['review'],
      until: over,
      within: calendarMonths(1),
      legal: false,
      rule: 'processes 3.2',
      remindBefore: [5],
    },
  },
  // A volunteer is with one child at a time.
  claims: ({ state, person }) =>
    person && state !== 'ended' && state !== 'declined' ? [{ person, key: 'weekend-mother' }] : [],
  measures: {
    pairs: stock('couple', {
      label: { zh: '“周末妈妈”结对', en: 'Weekend mothers and children' },
      includes: '当日陪伴中的，一名志愿者和一个孩子一对',
      excludes: '核查、培训中，已结束；接送次数（另计）',
    }),
    reviews: flow('item', {
      label: { zh: '每月回访', en: 'Monthly reviews' },
      unitLabel: { zh: '次', en: 'reviews' },
      includes: '陪伴中每月看孩子的次数，按日期',
      excludes: '接送当天的回访',
    }),
  },
  counts: ({ history }, count) => {
    const ended = history.find((done) => done.from === 'active' && done.to === 'ended')?.on
    const began = history.find((done) => done.action === 'start')?.on
    return [
      began && count.one('pairs', began),
      began && ended && count.gone('pairs', ended),
      ...history.flatMap(({ action, on }) => (action === 'review' ? [count.one('reviews', on)] : [])),
    ]
  },
})
