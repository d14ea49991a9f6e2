import { calendarMonths, workingDays } from '../../core/clock.ts'
import { field } from '../../core/field.ts'
import { flow } from '../../core/measure.ts'
import { type Done, defineProgramme } from '../../core/programme.ts'
import { educations, keepers, seers } from './words.ts'

const channels = {
  fair: { zh: '招聘会', en: 'At a fair' },
  live: { zh: '直播带岗', en: 'From a live session' },
  office: { zh: '来妇联登记', en: 'At our office' },
  visit: { zh: '走访时说的', en: 'On a visit' },
  class: { zh: '培训班', en: 'From a class' },
} as const

const forms = {
  contract: { zh: '签劳动合同', en: 'Labour contract' },
  agreement: { zh: '签劳务、用工协议', en: 'Work agreement' },
  flexible: { zh: '灵活就业（有收入凭据）', en: 'Flexible, with proof of income' },
  own: { zh: '自己开店、创业（有执照）', en: 'Her own business, with a licence' },
} as const

const contact = {
  reached: field.yesNo({ label: { zh: '联系上了', en: 'Reached' }, class: 'P1', required: true }),
  said: field.text({ label: { zh: '怎么说的', en: 'What was said' }, class: 'P2', max: 300 }),
}
const followed = {
  still: field.choice(
    {
      yes: { zh: '还在岗', en: 'Still there' },
      other: { zh: '换了工作', en: 'In other work' },
      away: { zh: '没联系上', en: 'Not reached' },
    },
    { label: { zh: '本人说', en: 'She says' }, class: 'P1', required: true },
  ),
  note: field.text({ label: { zh: '有没有难处', en: 'Any trouble' }, class: 'P2', max: 300 }),
}
const open = ['intent', 'contacted', 'interview', 'offer'] as const
const first = (history: readonly Done[], action: string) => history.find((done) => done.action === action)?.on

/**
 * 求职意向 — L081–L084; figure F035; R-JOB-03, R-JOB-04; D38. An intention is not work: a hire is dated, with its proof, and asked
 * after at 1, 3 and 6 months. No marriage, children or photograph is asked; her phone goes to the employer only if she agrees.
 */
export const jobIntent = defineProgramme({
  id: 'job-intent',
  version: 1,
  kind: 'response',
  service: 'employment',
  series: 'QZ',
  label: { zh: '求职意向', en: 'Job intention' },
  short: { zh: '意向', en: 'Intentions' },
  noun: { zh: '条', en: 'intention' },
  help: {
    zh: '想去哪个岗位记一条。先问本人同不同意把电话给单位，三个工作日内联系上。达成意向不等于就业；就业要有日期、有合同或凭据，上岗后一、三、六个月各问一次。不问婚育，不要照片。本人说撤回，当场删。',
    en: 'One for each post she wants. Ask first whether her phone may go to the employer; contacted within three working days. An intention is not a job: a hire has a day and a proof, and is asked after at 1, 3 and 6 months. Withdrawn, it is erased at once.',
  },
  sources: ['L081', 'L082', 'L084', 'F035', 'R-JOB-03', 'R-JOB-04', 'R-PRI-04', 'R-PRI-05', 'D38', 'processes 8.2'],
  access: { see: seers, create: keepers },
  fields: {
    channel: field.choice(channels, {
      label: { zh: '在哪里表示的', en: 'Where it was said' },
      class: 'P1',
      required: true,
    }),
    person: field.person({ label: { zh: '求职的人', en: 'Person' }, class: 'P2', required: true }),
    intendedOn: field.day({ label: { zh: '日期', en: 'Day' }, class: 'P1', required: true, past: true }),
    post: field.record('job-post', {
      label: { zh: '想去的岗位', en: 'Post' },
      class: 'P1',
      required: true,
      standing: ['published'],
    }),
    fair: field.record('job-fair', { label: { zh: '哪场招聘会', en: 'At which fair' }, class: 'P1' }),
    live: field.record('job-live', { label: { zh: '哪场直播', en: 'From which session' }, class: 'P1' }),
    consent: field.yesNo({
      label: { zh: '本人同意把姓名电话给这家单位', en: 'She agrees that this employer gets her name and phone' },
      class: 'P1',
      required: true,
      help: { zh: '不同意也能登记，由妇联居间联系。', en: 'Without it we pass messages ourselves.' },
    }),
    education: field.choice(educations, { label: { zh: '学历', en: 'Education' }, class: 'P2' }),
    skills: field.text({ label: { zh: '会什么、做过什么', en: 'Skills and work so far' }, class: 'P2', max: 500 }),
    wish: field.text({ label: { zh: '有什么要求', en: 'What she wishes' }, class: 'P2', max: 200 }),
    hiredOn: field.day({ label: { zh: '上岗日期', en: 'Began on' }, class: 'P1', required: true, past: true }),
    form: field.choice(forms, { label: { zh: '怎么就业的', en: 'How' }, class: 'P1', required: true }),
    proof: field.text({
      label: { zh: '凭据（合同编号、执照号、工资单，写哪一样）', en: 'Proof (number of contract or licence, payslip)' },
      class: 'P2',
      required: true,
      min: 2,
      max: 120,
    }),
  },
  title: 'channel',
  dated: 'intendedOn',
  personField: 'person',
  parentField: 'post',
  opens: ['channel', 'person', 'intendedOn', 'post', 'fair', 'live', 'consent', 'education', 'skills', 'wish'],
  states: {
    intent: { zh: '有意向', en: 'Intent' },
    contacted: { zh: '已联系', en: 'Contacted' },
    interview: { zh: '已面试', en: 'Interviewed' },
    offer: { zh: '单位同意录用', en: 'Offered' },
    hired: { zh: '已就业，跟踪中', en: 'Hired, followed up' },
    retained: { zh: '就业满六个月', en: 'Six months on' },
    declined: { zh: '没有成', en: 'Came to nothing' },
    lost: { zh: '已离岗', en: 'Left the job' },
    withdrawn: { zh: '本人撤回，已删', en: 'Withdrawn and erased' },
  },
  initial: 'intent',
  editableIn: ['intent', 'contacted'],
  forgetsIn: ['withdrawn'],
  checks: {
    hasProof: {
      label: { zh: '有上岗日期和凭据', en: 'There is a day and a proof' },
      rule: 'processes 8.6',
      met: ({ answers: { hiredOn, form, proof } }) =>
        hiredOn !== undefined && form !== undefined && proof !== undefined,
    },
    notBefore: {
      label: { zh: '上岗不早于表示意向', en: 'Not before the intention' },
      rule: 'R-STAT-01',
      met: ({ answers: { hiredOn }, on }) => hiredOn === undefined || hiredOn >= on,
    },
    sixMonths: {
      label: { zh: '第六个月问过，还在岗', en: 'Asked at six months, and still there' },
      rule: 'processes 8.2',
      met: ({ history }) => {
        const asked = history.filter(({ action }) => action === 'follow')
        return asked.length >= 3 && asked.at(-1)?.answers.still === 'yes'
      },
    },
  },
  actions: {
    contact: {
      label: { zh: '单位联系了', en: 'The employer was in touch' },
      from: ['intent'],
      to: 'contacted',
      by: keepers,
      asks: contact,
      tone: 'main',
    },
    interview: {
      label: { zh: '面试了', en: 'Interviewed' },
      from: ['contacted'],
      to: 'interview',
      by: keepers,
      tone: 'main',
    },
    offer: {
      label: { zh: '单位同意录用', en: 'Offered' },
      from: ['contacted', 'interview'],
      to: 'offer',
      by: keepers,
      tone: 'main',
    },
    hire: {
      label: { zh: '上岗了', en: 'Hired' },
      from: ['interview', 'offer'],
      to: 'hired',
      by: keepers,
      fills: ['hiredOn', 'form', 'proof'],
      needs: ['hasProof', 'notBefore'],
      tone: 'main',
    },
    follow: {
      label: { zh: '问一次还在不在岗', en: 'Ask whether she is still there' },
      from: ['hired'],
      to: 'same',
      by: keepers,
      asks: followed,
      tone: 'main',
    },
    retain: {
      label: { zh: '满六个月，还在岗', en: 'Six months on' },
      from: ['hired'],
      to: 'retained',
      by: keepers,
      needs: ['sixMonths'],
      tone: 'main',
    },
    leave: { label: { zh: '离岗了', en: 'Left the job' }, from: ['hired'], to: 'lost', by: keepers, reason: true },
    decline: {
      label: { zh: '没有成', en: 'Came to nothing' },
      from: [...open],
      to: 'declined',
      by: keepers,
      reason: true,
    },
    withdraw: {
      label: { zh: '本人撤回，当场删', en: 'Withdrawn: erased at once' },
      from: [...open, 'hired', 'retained', 'lost', 'declined'],
      to: 'withdrawn',
      by: keepers,
    },
  },
  clocks: {
    contact: {
      label: { zh: '联系求职的人', en: 'Get in touch with her' },
      from: 'intent',
      until: ['contacted', 'declined', 'withdrawn'],
      within: workingDays(3),
      legal: false,
      rule: 'D38',
    },
    follow: {
      label: { zh: '上岗后一、三、六个月各问一次', en: 'Ask after 1, 3 and 6 months' },
      from: 'hired',
      done: ['follow'],
      until: ['retained', 'lost', 'withdrawn'],
      within: calendarMonths(1),
      rounds: [calendarMonths(3), calendarMonths(6)],
      legal: false,
      rule: 'processes 8.2',
    },
  },
  measures: {
    intentions: flow('item', {
      label: { zh: '求职意向', en: 'Intentions' },
      unitLabel: { zh: '条', en: 'intentions' },
      includes: '登记的意向，一人想去几个岗位就是几条，按表示的日期',
      excludes: '单位报的意向；就业',
    }),
    seekers: flow('person', {
      label: { zh: '有求职意向的人', en: 'People with an intention' },
      includes: '期间内登记过意向的人，一人几条只算一人',
      excludes: '没有实名登记的；已就业的另计',
    }),
    liveSeekers: flow('person', {
      label: { zh: '直播带岗达成初步意向的人', en: 'People with an intention from a live session' },
      aliases: ['达成初步就业意向'],
      includes: '在直播带岗里表示意向、实名登记的人，按人去重',
      excludes: '观看的人；招聘会现场的；就业的',
    }),
    interviewed: flow('person', {
      label: { zh: '面试过的人', en: 'People interviewed' },
      includes: '期间内面试过的人，按人去重',
      excludes: '只联系过的',
    }),
    placements: flow('item', {
      label: { zh: '实现就业（次）', en: 'Placements' },
      unitLabel: { zh: '次', en: 'placements' },
      includes: '有上岗日期和凭据的就业，一人上岗两次算两次，按上岗日期',
      excludes: '意向；单位报的录用',
    }),
    hired: flow('person', {
      label: { zh: '实现就业（人）', en: 'People placed' },
      includes: '期间内上岗的人，一人几次只算一人',
      excludes: '意向；单位报的录用',
    }),
    retained: flow('person', {
      label: { zh: '就业满六个月的人', en: 'People in work six months on' },
      includes: '第六个月问过、还在岗的人，按确认日期',
      excludes: '没问到的；换了工作的',
    }),
  },
  counts: ({ on, answers: { person, channel, hiredOn }, history }, count) => {
    if (!person) return []
    const [interviewed, hired, retained] = [
      first(history, 'interview'),
      first(history, 'hire'),
      first(history, 'retain'),
    ]
    return [
      count.one('intentions', on),
      count.person('seekers', on, person),
      channel === 'live' && count.person('liveSeekers', on, person),
      interviewed && count.person('interviewed', interviewed, person),
      hired && hiredOn && count.one('placements', hiredOn),
      hired && hiredOn && count.person('hired', hiredOn, person),
      retained && count.person('retained', retained, person),
    ]
  },
})
