import { field } from '../../core/field.ts'
import { defineProgramme } from '../../core/programme.ts'
import { publicNotice as noticePage } from './documents/public-notice.ts'
import { blindReview, essayChecks, essaySteps, textCheck } from './essay-steps.ts'
import {
  awardFrom,
  judgedActions,
  judgedClocks,
  judgingStates,
  nominationMeasures,
  worthOf,
} from './nomination-actions.ts'
import { opening as all, consent, decision, publicNotice } from './nomination-fields.ts'
import { judgingChecks } from './nomination-gates.ts'
import { hands, judges, workTitles } from './words.ts'

const { story: _, ...opening } = all
const judged = judgedActions((facts) => [
  awardFrom(facts, { person: facts.answers.entrant, holder: facts.answers.work }),
])
const own = {
  honour: field.choice(workTitles, { label: { zh: '哪一项', en: 'Contest' }, class: 'P1', required: true }),
  work: field.text({
    label: { zh: '作品（项目）', en: 'Work or event' },
    class: 'P1',
    required: true,
    min: 2,
    max: 60,
  }),
  entrant: field.person({ label: { zh: '参赛的成年人', en: 'The adult who enters' }, class: 'P2', required: true }),
  age: field.choice(
    {
      none: { zh: '没有孩子参加', en: 'No child takes part' },
      preschool: { zh: '学龄前', en: 'Before school' },
      primary: { zh: '小学', en: 'Primary' },
      middle: { zh: '中学', en: 'Secondary' },
    },
    { label: { zh: '孩子年龄段', en: 'Age of the child' }, class: 'P1', required: true },
  ),
  guardian: field.yesNo({ label: { zh: '监护人同意参赛和展播', en: 'The guardian agrees' }, class: 'P1' }),
  original: field.yesNo({ label: { zh: '承诺原创', en: 'Said to be original' }, class: 'P1', required: true }),
  school: field.text({ label: { zh: '报送学校或单位', en: 'School or unit' }, class: 'P2', max: 60 }),
}
/** Where a fine work is shown; taken down when its family asks. */
const showing = {
  shownAt: field.text({ label: { zh: '在哪里展播', en: 'Shown at' }, class: 'P1', required: true, max: 120 }),
}

/** 参赛作品 — L022 亲子诵读, L053 阅读大赛, L025 征文, L073 技能大赛; figure F005. Works are judged; grades of prizes are not ranks of people. */
export const contestEntry = defineProgramme({
  id: 'contest-entry',
  version: 1,
  kind: 'case',
  service: 'honours',
  series: 'ZP',
  label: { zh: '参赛作品', en: 'Contest entry' },
  short: { zh: '作品', en: 'Entries' },
  noun: { zh: '件', en: 'entry' },
  help: {
    zh: '亲子诵读、征文、技能大赛。音频、视频、文稿传在本页附件里。有孩子参加的，监护人先同意。评委只看作品。征文先查重，再由外部专家看匿名稿。家里要求撤下的，当天撤下。',
    en: 'Recitals, essays, skills. Files are attached here. With a child, the guardian agrees first. An essay’s text is checked, then reviewed blind. Taken down the day its family asks.',
  },
  sources: ['L022', 'L025', 'L053', 'L073', 'F005', 'R-HON-05', 'D18'],
  access: { see: [...judges, 'statistician'], create: hands },
  fields: { ...opening, ...own, consent, ...textCheck, ...blindReview, ...publicNotice, ...decision, ...showing },
  title: 'work',
  dated: 'nominatedOn',
  parentField: 'call',
  opens: [
    ...(Object.keys(opening) as (keyof typeof opening)[]),
    ...(Object.keys(own) as (keyof typeof own)[]),
    'consent',
  ],
  states: { ...judgingStates, shown: { zh: '展播中', en: 'Being shown' } },
  initial: 'draft',
  editableIn: ['draft', 'returned'],
  checks: {
    ...judgingChecks,
    ...essayChecks,
    consented: {
      label: { zh: '同意齐全，承诺原创', en: 'All consent is given, the work is original' },
      rule: 'L022',
      met: ({ answers: a }) => a.consent === true && a.original === true && (a.age === 'none' || a.guardian === true),
    },
  },
  actions: {
    ...judged,
    // An essay's author is in this record: its judges read the copy (essay-review) and never this.
    openJury: { ...judged.openJury, needs: ['notEssay', 'consented'] },
    judge: { ...judged.judge, needs: ['notEssay'] },
    standAside: { ...judged.standAside, needs: ['notEssay'] },
    closeJury: { ...judged.closeJury, needs: ['notEssay', 'enoughJudges'] },
    ...essaySteps,
    show: {
      label: { zh: '展播', en: 'Show' },
      from: ['awarded'],
      to: 'shown',
      by: judges,
      reach: 'below',
      fills: ['shownAt'],
    },
    takeDown: {
      label: { zh: '应家庭要求撤下', en: 'Take down on request' },
      from: ['shown'],
      to: 'awarded',
      by: judges,
      reach: 'below',
      reason: true,
      tone: 'safety',
    },
  },
  clocks: judgedClocks,
  documents: { 'public-notice': noticePage },
  measures: nominationMeasures('件', 'works'),
  counts: (facts, count) => worthOf(facts).map(([measure, on]) => count.one(measure, on)),
})
