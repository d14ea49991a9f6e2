import { workingDays } from '../../core/clock.ts'
import { field } from '../../core/field.ts'
import { flow } from '../../core/measure.ts'
import { defineProgramme } from '../../core/programme.ts'
import { thingClaim } from '../../core/thing-claim.ts'
import { above } from './nomination-actions.ts'
import { sheet } from './nomination-fields.ts'
import { judgingChecks } from './nomination-gates.ts'
import { criteria, decidedAt, experts, hands } from './words.ts'

const { enoughJudges } = judgingChecks
const text = (zh: string, en: string, min: number, max: number) =>
  field.text({ label: { zh, en }, class: 'P1', required: true, min, max })

/**
 * 匿名评审 — L025; processes 5.2 (blind where possible, conflict check). The copy that outside judges read: a record of the organiser's
 * own, so that neither author, unit, number nor keeper of the entry is in it. It goes to the judges' organisation as its receiver.
 */
export const essayReview = defineProgramme({
  id: 'essay-review',
  version: 1,
  kind: 'case',
  service: 'honours',
  series: 'NM',
  label: { zh: '征文匿名评审', en: 'Blind review' },
  short: { zh: '匿名稿', en: 'Blind reviews' },
  noun: { zh: '篇', en: 'paper' },
  help: {
    zh: '征文送外部专家评：由组织评选的妇联建一份不带作者、单位的匿名稿，另一个人看过再送到专家所在单位。专家只看到题目、摘要、正文和标明给对方的附件，附件换成编号名；看不到作者、推荐单位和别人的分。上传的文件先去掉文件里的作者信息。',
    en: 'For outside judges: the organiser makes a copy without author and unit, another person reads it before it goes. Judges see title, abstract, text and the files meant for them, under neutral names; neither author, unit nor other marks. Take the author out of a file’s properties first.',
  },
  sources: ['L025', 'R-HON-05', 'processes 5.2'],
  access: { see: [...hands, ...experts, 'statistician'], create: hands },
  fields: {
    work: text('题目', 'Title', 2, 60),
    preparedOn: field.day({ label: { zh: '匿名稿日期', en: 'Prepared on' }, class: 'P1', required: true, past: true }),
    entry: field.record('contest-entry', {
      label: { zh: '哪一件作品（专家看不到）', en: 'Entry (not seen by judges)' },
      class: 'P1',
      required: true,
      standing: ['jury'],
    }),
    level: field.choice(decidedAt, { label: { zh: '哪一级评', en: 'Level' }, class: 'P1', required: true }),
    abstract: text('摘要', 'Abstract', 10, 800),
    words: field.text({
      label: { zh: '正文（不写作者、单位；也可以传附件）', en: 'Text (no author or unit; or as a file)' },
      class: 'P1',
      max: 20_000,
    }),
    criteria: field.list(
      {
        criterion: field.choice(criteria, { label: { zh: '看什么', en: 'Criterion' }, class: 'P1', required: true }),
        weight: field.integer({
          label: { zh: '占多少', en: 'Weight' },
          class: 'P1',
          required: true,
          min: 1,
          max: 100,
          unitLabel: { zh: '%', en: '%' },
        }),
      },
      { label: { zh: '评审项目（照通知）', en: 'Criteria, as in the call' }, class: 'P1', required: true, max: 6 },
    ),
    panel: field.org({
      label: { zh: '送哪个单位的专家', en: 'To the experts of' },
      class: 'P1',
      required: true,
      help: {
        zh: '专家在那里有自己的账号，事先征得本人同意；和作者同单位的不送。',
        en: 'Each has an account there and agreed before; never the author’s own organisation.',
      },
    }),
    nameless: field.yesNo({
      label: {
        zh: '看过题目、正文和附件：没有作者、单位',
        en: 'Read through: neither author nor unit in text or files',
      },
      class: 'P1',
      required: true,
    }),
    invited: field.yesNo({
      label: { zh: '专家本人同意担任评委', en: 'The experts agreed to judge' },
      class: 'P1',
      required: true,
    }),
  },
  title: 'work',
  dated: 'preparedOn',
  opens: ['work', 'preparedOn', 'entry', 'level', 'abstract', 'words', 'criteria'],
  receiverField: 'panel',
  receiverSees: ['work', 'preparedOn', 'abstract', 'words', 'criteria'],
  namelessFiles: true,
  states: {
    draft: { zh: '匿名稿准备中', en: 'Being prepared' },
    jury: { zh: '评审中', en: 'Being judged' },
    scored: { zh: '评审结束', en: 'Judged' },
    withdrawn: { zh: '已撤回', en: 'Withdrawn' },
  },
  initial: 'draft',
  editableIn: ['draft'],
  checks: {
    weighed: {
      label: { zh: '各项加起来是100，没有重复', en: 'The weights are 100 together, none twice' },
      rule: 'processes 5.3',
      met: ({ answers: { criteria: rows = [] } }) =>
        rows.reduce((sum, row) => sum + (row.weight ?? 0), 0) === 100 &&
        new Set(rows.map((row) => row.criterion)).size === rows.length,
    },
    blind: {
      label: { zh: '另一人看过没有作者、单位，专家本人同意', en: 'Read through by another; the experts agreed' },
      rule: 'L025',
      met: ({ answers }) => answers.nameless === true && answers.invited === true,
    },
    enoughJudges,
  },
  actions: {
    send: {
      label: { zh: '送专家', en: 'Send to the experts' },
      from: ['draft'],
      to: 'jury',
      ...above,
      otherThan: ['create', 'edit'],
      fills: ['panel', 'nameless', 'invited'],
      needs: ['weighed', 'blind'],
      tone: 'main',
    },
    judge: {
      label: { zh: '评委打分', en: 'Judge' },
      from: ['jury'],
      to: 'same',
      by: experts,
      reach: 'receiver',
      otherThan: ['judge', 'standAside', 'create', 'edit', 'send'],
      blindIn: ['jury'],
      asks: {
        ...sheet,
        free: field.choice(
          {
            free: {
              zh: '我同意担任评委；不知道作者是谁，也不去打听',
              en: 'I agree to judge; I neither know nor ask who wrote it',
            },
          },
          { label: { zh: '声明', en: 'Statement' }, class: 'P1', required: true },
        ),
      },
      tone: 'main',
    },
    standAside: {
      label: { zh: '婉拒，或认出作者，回避', en: 'Decline, or stand aside' },
      from: ['jury'],
      to: 'same',
      by: experts,
      reach: 'receiver',
      otherThan: ['judge', 'standAside'],
      tone: 'safety',
    },
    closeJury: {
      label: { zh: '评审结束', en: 'Close the judging' },
      from: ['jury'],
      to: 'scored',
      ...above,
      needs: ['enoughJudges'],
      tone: 'main',
    },
    withdraw: {
      label: { zh: '撤回', en: 'Withdraw' },
      from: ['draft', 'jury'],
      to: 'withdrawn',
      ...above,
      reason: true,
    },
  },
  clocks: {
    judge: {
      label: { zh: '专家评审', en: 'The experts judge' },
      from: 'jury',
      until: ['scored', 'withdrawn'],
      within: workingDays(20),
      legal: false,
      rule: 'processes 5.2',
    },
  },
  // One copy for each entry, or its marks would be counted from two.
  claims: ({ state, answers: { entry = '' } }) =>
    state === 'withdrawn' || entry === '' ? [] : [thingClaim('essay-review', entry)],
  measures: {
    papers: flow('item', {
      label: { zh: '匿名评审的征文', en: 'Papers reviewed blind' },
      unitLabel: { zh: '篇', en: 'papers' },
      includes: '送外部专家、评审结束的匿名稿，按结束日期',
      excludes: '准备中、评审中、撤回的；不是征文的作品；评分和名次',
    }),
  },
  counts: ({ reached }, count) => [reached.scored && count.one('papers', reached.scored)],
})
