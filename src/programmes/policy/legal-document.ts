import { calendarDays } from '../../core/clock.ts'
import { field } from '../../core/field.ts'
import { flow, stock } from '../../core/measure.ts'
import { defineProgramme } from '../../core/programme.ts'
import { keepers, readers } from './posts.ts'

const article = {
  no: field.text({ label: { zh: '第几条', en: 'Article' }, class: 'P0', required: true, max: 20 }),
  words: field.text({ label: { zh: '原文', en: 'Words' }, class: 'P0', required: true, max: 1_500 }),
}

/** Ours in the counts: the federation drafted it or led its revision. */
const ours = ['drafted', 'led']

/** 法规库 — L010. From the draft over opinions to the text in force, by versions and articles; posts below look it up. */
export const legalDocument = defineProgramme({
  id: 'legal-document',
  version: 1,
  kind: 'case',
  service: 'policy',
  label: { zh: '法规库', en: 'Legal documents' },
  short: { zh: '法规', en: 'Laws' },
  noun: { zh: '部', en: 'document' },
  help: {
    zh: '妇联起草、推动的法规从起草记起：征求到的意见一条记一条，采纳没有、为什么；通过后录条文，另一个人核对后公开给下级查。现成的法律也可以登记进来。修订的登记新的一版，旧的改“已修订”。',
    en: 'Regulations the federation drafts or pushes, from the draft on: each opinion with what became of it; once adopted its articles, checked by another person, for everybody below to look up. A revision is a new version; the old one stays.',
  },
  sources: ['L010', 'R-OUT-01'],
  access: { see: readers, create: keepers },
  fields: {
    title: field.text({ label: { zh: '名称', en: 'Title' }, class: 'P0', required: true, min: 4, max: 120 }),
    startedOn: field.day({
      label: { zh: '立项（登记）日期', en: 'Begun on' },
      class: 'P0',
      required: true,
      past: true,
    }),
    kind: field.choice(
      {
        law: { zh: '法律、行政法规', en: 'National law' },
        regional: { zh: '自治区地方性法规', en: 'Regional regulation' },
        local: { zh: '设区的市、自治州法规', en: 'City regulation' },
        autonomous: { zh: '单行条例、旗县办法', en: 'Autonomous regulation' },
        rules: { zh: '政府规章、规范性文件', en: 'Government rules' },
      },
      { label: { zh: '哪一类', en: 'Kind' }, class: 'P0', required: true },
    ),
    part: field.choice(
      {
        drafted: { zh: '妇联起草', en: 'Drafted' },
        led: { zh: '牵头修订、推动', en: 'Led' },
        joined: { zh: '参加', en: 'Took part' },
        none: { zh: '没有参与，登记备查', en: 'None: kept for reference' },
      },
      { label: { zh: '妇联做了什么', en: 'Our part' }, class: 'P0', required: true },
    ),
    edition: field.integer({
      label: { zh: '第几版', en: 'Version' },
      class: 'P0',
      required: true,
      min: 1,
      max: 99,
      help: { zh: '新制定填 1，每修订一次加 1。', en: '1 when new, one more with each revision.' },
    }),
    replaces: field.record('legal-document', { label: { zh: '修订的是哪一版', en: 'Revises' }, class: 'P0' }),
    closesOn: field.day({ label: { zh: '征求意见截止', en: 'Opinions until' }, class: 'P0', required: true }),
    askedWhom: field.text({ label: { zh: '向谁征求', en: 'Who is asked' }, class: 'P0', required: true, max: 300 }),
    issuer: field.text({ label: { zh: '通过机关', en: 'Adopted by' }, class: 'P0', required: true, max: 80 }),
    number: field.text({ label: { zh: '公告号、文号', en: 'Number' }, class: 'P0', max: 60 }),
    adoptedOn: field.day({ label: { zh: '通过日期', en: 'Adopted on' }, class: 'P0', required: true, past: true }),
    inForceOn: field.day({ label: { zh: '施行日期', en: 'In force on' }, class: 'P0', required: true }),
    articles: field.list(article, { label: { zh: '条文', en: 'Articles' }, class: 'P0', max: 200 }),
    successor: field.record('legal-document', {
      label: { zh: '新的一版', en: 'New version' },
      class: 'P0',
      required: true,
    }),
  },
  title: 'title',
  dated: 'startedOn',
  opens: ['title', 'startedOn', 'kind', 'part', 'edition', 'replaces'],
  states: {
    drafting: { zh: '起草中', en: 'Drafting' },
    consultation: { zh: '征求意见', en: 'Consultation' },
    adopted: { zh: '已通过', en: 'Adopted' },
    force: { zh: '现行有效', en: 'In force' },
    amended: { zh: '已修订', en: 'Amended' },
    repealed: { zh: '已废止', en: 'Repealed' },
    withdrawn: { zh: '已撤回', en: 'Withdrawn' },
  },
  initial: 'drafting',
  editableIn: ['drafting', 'consultation', 'adopted'],
  shownBelow: ['force', 'amended', 'repealed'],
  checks: {
    consulted: {
      label: {
        zh: '征求过意见、已经截止（登记备查的不用）',
        en: 'Consulted, and the time is over (not for reference)',
      },
      rule: 'L010',
      by: ['consult'],
      met: ({ answers, today }) =>
        answers.part === 'none' ||
        (answers.closesOn !== undefined && (today === undefined || today >= answers.closesOn)),
    },
    textThere: {
      label: { zh: '条文录了', en: 'Its articles are entered' },
      rule: 'L010',
      by: ['adopt'],
      met: ({ answers }) => (answers.articles ?? []).length > 0,
    },
    dayCome: {
      label: { zh: '到了施行日期', en: 'The day has come' },
      rule: 'L010',
      waits: true,
      met: ({ answers, today }) => today === undefined || today >= (answers.inForceOn ?? ''),
    },
  },
  actions: {
    consult: {
      label: { zh: '征求意见', en: 'Ask for opinions' },
      from: ['drafting'],
      to: 'consultation',
      by: keepers,
      fills: ['closesOn', 'askedWhom'],
      tone: 'main',
    },
    opinion: {
      label: { zh: '记一条意见', en: 'Record an opinion' },
      from: ['consultation'],
      to: 'same',
      by: keepers,
      asks: {
        from: field.choice(
          {
            department: { zh: '部门', en: 'Department' },
            level: { zh: '下级妇联', en: 'Federation below' },
            expert: { zh: '专家、律师', en: 'Expert' },
            women: { zh: '妇女群众', en: 'Women' },
            public: { zh: '社会公众', en: 'Public' },
          },
          { label: { zh: '谁提的', en: 'From' }, class: 'P0', required: true },
        ),
        article: field.text({ label: { zh: '对第几条', en: 'On article' }, class: 'P0', max: 40 }),
        words: field.text({ label: { zh: '意见', en: 'Opinion' }, class: 'P1', required: true, min: 2, max: 1_000 }),
        taken: field.choice(
          {
            yes: { zh: '采纳', en: 'Taken' },
            part: { zh: '部分采纳', en: 'In part' },
            no: { zh: '没有采纳', en: 'Not taken' },
          },
          { label: { zh: '采纳没有', en: 'Taken' }, class: 'P0', required: true },
        ),
        why: field.text({ label: { zh: '理由', en: 'Why' }, class: 'P0', max: 400 }),
      },
    },
    redraft: {
      label: { zh: '退回修改', en: 'Redraft' },
      from: ['consultation'],
      to: 'drafting',
      by: keepers,
      reason: true,
    },
    adopt: {
      label: { zh: '通过了', en: 'Adopted' },
      from: ['drafting', 'consultation'],
      to: 'adopted',
      by: keepers,
      fills: ['issuer', 'number', 'adoptedOn', 'inForceOn', 'articles'],
      needs: ['consulted'],
      tone: 'main',
    },
    enter: {
      label: { zh: '核对条文，公布施行', en: 'Check the text: in force' },
      from: ['adopted'],
      to: 'force',
      by: keepers,
      needs: ['textThere', 'dayCome'],
      otherThan: ['adopt'],
      tone: 'main',
    },
    amend: {
      label: { zh: '已由新一版代替', en: 'Replaced by a new version' },
      from: ['force'],
      to: 'amended',
      by: keepers,
      fills: ['successor'],
    },
    repeal: { label: { zh: '废止', en: 'Repeal' }, from: ['force'], to: 'repealed', by: keepers, reason: true },
    withdraw: {
      label: { zh: '撤回', en: 'Withdraw' },
      from: ['drafting', 'consultation'],
      to: 'withdrawn',
      by: keepers,
      reason: true,
    },
  },
  clocks: {
    opinions: {
      label: { zh: '征求意见截止', en: 'Opinions close' },
      from: 'consultation',
      until: ['adopted', 'drafting', 'withdrawn'],
      within: calendarDays(30),
      dueField: 'closesOn',
      legal: false,
      rule: 'L010',
      remindBefore: [7],
    },
    force: {
      label: { zh: '施行，核对条文后公布', en: 'Comes into force' },
      from: 'adopted',
      until: ['force'],
      within: calendarDays(60),
      dueField: 'inForceOn',
      legal: false,
      rule: 'L010',
      remindBefore: [14],
    },
  },
  measures: {
    begun: flow('item', {
      label: { zh: '起草、牵头的法规', en: 'Regulations begun' },
      unitLabel: { zh: '部', en: 'documents' },
      includes: '妇联起草或牵头修订、推动的，按立项日期',
      excludes: '只是参加的；登记备查的；撤回的',
    }),
    adopted: flow('item', {
      label: { zh: '推动出台的法规', en: 'Regulations adopted' },
      unitLabel: { zh: '部', en: 'documents' },
      includes: '妇联起草或牵头修订、推动并已通过的，一版一部，按通过日期',
      excludes: '只是参加的；登记备查的；没有通过的',
    }),
    force: stock('item', {
      label: { zh: '法规库现行有效', en: 'In force' },
      unitLabel: { zh: '部', en: 'documents' },
      includes: '当日现行有效、条文经另一个人核对的，含登记备查的',
      excludes: '已修订、已废止；没有核对的',
    }),
    opinions: flow('item', {
      label: { zh: '征求到的意见', en: 'Opinions' },
      unitLabel: { zh: '条', en: 'opinions' },
      includes: '记下的意见，不管采纳没有，按记录日期',
      excludes: '口头没有记下的',
    }),
  },
  counts: ({ state, on, answers, reached, history }, count) => {
    const isOurs = ours.includes(answers.part ?? '')
    const ended = reached.amended ?? reached.repealed
    return [
      isOurs && state !== 'withdrawn' && count.one('begun', on),
      isOurs && reached.adopted && answers.adoptedOn && count.one('adopted', answers.adoptedOn),
      reached.force && count.one('force', reached.force),
      ended && count.gone('force', ended),
      ...history.map(({ action, on: said }) => action === 'opinion' && count.one('opinions', said)),
    ]
  },
})
