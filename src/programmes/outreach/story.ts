import { workingDays } from '../../core/clock.ts'
import { field } from '../../core/field.ts'
import { flow, stock } from '../../core/measure.ts'
import { defineProgramme } from '../../core/programme.ts'
import { increasesOf, reading, viewsUnit } from '../../core/reading.ts'
import { reviewClocks, reviewStates, threeReviews } from './three-reviews.ts'
import { hands, readers } from './words.ts'

const writers = ['chair', 'publicity', 'family', 'organisation'] as const
const articlesUnit = { zh: '篇', en: 'pieces' } as const

/**
 * 故事和文章 — L026 (倡议), L030 (身边人讲身边事), L054 (新型婚育文化). Nothing about a person is shown before she agreed (R-WOM-06,
 * R-PRI-04; a child: R-PRI-03), and it is taken down when she asks, as easily as she agreed (R-PRI-05).
 */
export const outreachStory = defineProgramme({
  id: 'outreach-story',
  version: 1,
  kind: 'item',
  service: 'outreach',
  label: { zh: '故事和文章', en: 'Story or article' },
  short: { zh: '故事', en: 'Stories' },
  noun: { zh: '篇', en: 'piece' },
  help: {
    zh: '身边人的故事、倡议、婚育新风文章：先核实，写到谁先问谁同意（未成年人还要监护人同意），三个人审校，再发布。她后来不愿意了，说一声就撤下，稿子和她的信息一起删掉。',
    en: 'Stories, appeals, articles: the facts are checked, who is shown agrees first (a child’s guardian too), three persons review, then it is published. When she changes her mind it is taken down, and what it held of her goes with it.',
  },
  sources: ['L026', 'L030', 'L054', 'R-WOM-06', 'R-PRI-03', 'R-PRI-04', 'R-PRI-05', 'R-STAT-02'],
  access: { see: readers, create: writers },
  fields: {
    title: field.text({ label: { zh: '题目', en: 'Title' }, class: 'P1', required: true, min: 2, max: 60 }),
    writtenOn: field.day({ label: { zh: '成稿日期', en: 'Written on' }, class: 'P1', required: true, past: true }),
    kind: field.choice(
      {
        story: { zh: '人物故事', en: 'Story of a person' },
        appeal: { zh: '倡议', en: 'Appeal' },
        article: { zh: '文章、图解', en: 'Article' },
        video: { zh: '短视频', en: 'Short video' },
      },
      { label: { zh: '是什么', en: 'What it is' }, class: 'P1', required: true },
    ),
    theme: field.choice(
      {
        unity: { zh: '民族团结', en: 'Unity of peoples' },
        marriage: { zh: '新型婚育文化', en: 'New ways of marriage and birth' },
        family: { zh: '家庭家教家风', en: 'Family' },
        work: { zh: '创业奋斗', en: 'Work and enterprise' },
        service: { zh: '志愿和互助', en: 'Service' },
        other: { zh: '其他', en: 'Other' },
      },
      { label: { zh: '讲什么', en: 'Theme' }, class: 'P1', required: true },
    ),
    topic: field.record('outreach-topic', { label: { zh: '宣讲主题', en: 'Topic' }, class: 'P1' }),
    words: field.text({ label: { zh: '正文', en: 'Text' }, class: 'P2', required: true, min: 4, max: 10_000 }),
    about: field.choice(
      {
        nobody: { zh: '没有写到具体的人', en: 'No person' },
        adult: { zh: '写到成年人', en: 'Adults' },
        child: { zh: '写到未成年人', en: 'A minor' },
      },
      { label: { zh: '写到谁', en: 'Who is in it' }, class: 'P1', required: true },
    ),
    protagonist: field.person({ label: { zh: '主人公', en: 'Protagonist' }, class: 'P2' }),
    facts: field.text({
      label: { zh: '怎么核实的', en: 'How it was checked' },
      class: 'P1',
      required: true,
      min: 2,
      max: 500,
    }),
    consent: field.yesNo({
      label: { zh: '她看过稿子，同意发布', en: 'She read it and agrees' },
      class: 'P1',
      required: true,
    }),
    guardian: field.yesNo({ label: { zh: '监护人同意', en: 'The guardian agrees' }, class: 'P1' }),
    consentOn: field.day({ label: { zh: '同意日期', en: 'Agreed on' }, class: 'P1', required: true, past: true }),
    consentWay: field.choice(
      {
        signed: { zh: '签字', en: 'Signed' },
        recorded: { zh: '录音', en: 'Recorded' },
        message: { zh: '书面消息', en: 'Written message' },
        none: { zh: '没有写到具体的人', en: 'No person in it' },
      },
      { label: { zh: '怎么同意的', en: 'How' }, class: 'P1', required: true },
    ),
    published: field.text({
      label: { zh: '发在哪里', en: 'Published at' },
      class: 'P1',
      required: true,
      min: 2,
      max: 200,
    }),
    link: field.text({ label: { zh: '网址', en: 'Link' }, class: 'P1', max: 300 }),
  },
  title: 'title',
  dated: 'writtenOn',
  opens: ['title', 'writtenOn', 'kind', 'theme', 'topic', 'words', 'about', 'protagonist'],
  states: {
    submitted: { zh: '待核实', en: 'Submitted' },
    checked: { zh: '待本人同意', en: 'Facts checked' },
    agreed: { zh: '待初审', en: 'She agreed' },
    ...reviewStates,
    published: { zh: '已发布', en: 'Published' },
    withdrawn: { zh: '已撤下', en: 'Withdrawn' },
    dropped: { zh: '不用', en: 'Dropped' },
  },
  initial: 'submitted',
  editableIn: ['submitted'],
  // Consent was the only ground for keeping it (个人信息保护法 第四十七条).
  forgetsIn: ['withdrawn'],
  checks: {
    protagonistKnown: {
      label: { zh: '写到人的写明是谁', en: 'It says who is in it' },
      rule: 'R-PRI-04',
      met: ({ answers: { about, protagonist } }) => about === 'nobody' || protagonist !== undefined,
    },
    agreed: {
      label: { zh: '本人同意；未成年人监护人也同意', en: 'She agrees; a minor’s guardian too' },
      rule: 'R-WOM-06',
      met: ({ answers: { about, consent, consentWay, guardian } }) =>
        about === 'nobody' || (consent === true && consentWay !== 'none' && (about !== 'child' || guardian === true)),
    },
  },
  actions: {
    check: {
      label: { zh: '核实了', en: 'Facts checked' },
      from: ['submitted'],
      to: 'checked',
      by: writers,
      reach: 'below',
      otherThan: ['create'],
      fills: ['facts', 'protagonist'],
      needs: ['protagonistKnown'],
      tone: 'main',
    },
    agree: {
      label: { zh: '记下同意', en: 'Record her consent' },
      from: ['checked'],
      to: 'agreed',
      by: writers,
      fills: ['consent', 'guardian', 'consentOn', 'consentWay'],
      needs: ['agreed'],
      tone: 'main',
    },
    ...threeReviews('agreed'),
    publish: {
      label: { zh: '发布', en: 'Publish' },
      from: ['passed'],
      to: 'published',
      by: hands,
      reach: 'below',
      fills: ['published', 'link'],
      needs: ['agreed'],
      tone: 'main',
    },
    read: {
      label: { zh: '记一次观看读数', en: 'Record a reading of views' },
      from: ['published'],
      to: 'same',
      by: hands,
      asks: reading,
    },
    takeDown: {
      label: { zh: '本人要求，撤下', en: 'Take down: she asks' },
      from: ['checked', 'agreed', 'first', 'second', 'passed', 'published'],
      to: 'withdrawn',
      by: writers,
      reach: 'below',
      reason: true,
      tone: 'safety',
    },
    redo: {
      label: { zh: '退回修改', en: 'Back for changes' },
      from: ['checked', 'agreed', 'first', 'second', 'passed'],
      to: 'submitted',
      by: writers,
      reach: 'below',
      reason: true,
    },
    drop: {
      label: { zh: '不用', en: 'Drop' },
      from: ['submitted', 'checked', 'agreed', 'first', 'second', 'passed'],
      to: 'dropped',
      by: writers,
      reason: true,
    },
  },
  clocks: {
    ...reviewClocks('agreed', ['submitted', 'withdrawn', 'dropped']),
    check: {
      label: { zh: '核实', en: 'Check the facts' },
      from: 'submitted',
      until: ['checked', 'dropped'],
      within: workingDays(5),
      legal: false,
      rule: 'L030',
    },
  },
  measures: {
    published: flow('item', {
      label: { zh: '发布故事和文章', en: 'Pieces published' },
      unitLabel: articlesUnit,
      includes: '审校后发布的，按发布日期，撤下的当时也算过',
      excludes: '审核中、不用；媒体刊发的稿件（另计）',
    }),
    standing: stock('item', {
      label: { zh: '在展故事和文章', en: 'Pieces being shown' },
      unitLabel: articlesUnit,
      includes: '当日还在展示的',
      excludes: '已撤下',
    }),
    marriage: flow('item', {
      label: { zh: '新型婚育文化作品', en: 'Pieces on new ways of marriage' },
      aliases: ['新型婚育文化'],
      unitLabel: articlesUnit,
      includes: '发布的、讲新型婚育文化的故事和文章',
      excludes: '其他主题；活动承诺（看宣传活动）',
    }),
    views: flow('item', {
      label: { zh: '故事和文章观看', en: 'Views' },
      unitLabel: viewsUnit,
      includes: '各渠道累计读数的增加，按读数日期',
      excludes: '到场人次；账号的粉丝和传播量',
    }),
  },
  counts: ({ answers, history, reached }, count) => {
    const on = history.findLast((done) => done.action === 'publish')?.on
    if (!on) return []
    return [
      count.one('published', on),
      count.one('standing', on),
      reached.withdrawn && count.gone('standing', reached.withdrawn),
      answers.theme === 'marriage' && count.one('marriage', on),
      ...increasesOf(history).map((i) => count.many('views', i.views, i.on, 'D')),
    ]
  },
})
