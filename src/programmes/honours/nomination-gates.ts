import { addCalendarDays } from '../../core/day.ts'
import type { Facts } from '../../core/programme.ts'
import { addWorkingDays } from '../../core/working-days.ts'

type Case = Pick<Facts, 'answers' | 'history' | 'today'>
const said = ({ history }: Case, action: string) => history.filter((done) => done.action === action)
const day = (value: unknown) => (typeof value === 'string' ? value : undefined)

const lasts = (from: unknown, to: unknown, least: (from: string) => string) => {
  const first = day(from)
  return first !== undefined && (day(to) ?? '') >= least(first)
}
const over = (to: unknown, today: string | undefined) =>
  day(to) !== undefined && (today === undefined || today > String(to))

const answered = (c: Case) => said(c, 'object').length <= said(c, 'answer').length
const fails = (c: Case) => said(c, 'answer').every(({ answers }) => answers.stands === 'no')
const clear = (c: Case) => answered(c) && fails(c)

/** Five sheets where the league, the region or the nation names; three at a banner (processes 5.2). */
const judgesFor = (level: unknown) => (level === 'banner' ? 3 : 5)

/** Each agency of the list was asked, and none objects (R-HON-02). */
const opinionsFrom = (list: readonly string[]) => (c: Case) => {
  const given = said(c, 'opinion')
  return (
    list.every((agency) => given.some(({ answers }) => answers.agency === agency)) &&
    list.every((agency) => given.findLast(({ answers }) => answers.agency === agency)?.answers.result !== 'no')
  )
}

const consented = {
  label: { zh: '本人（全体成年家庭成员）同意', en: 'All adults concerned consent' },
  rule: 'R-HON-04',
  met: ({ answers }: Case) => answers.consent === true,
}
const nothingExcludes = {
  label: { zh: '没有不能参评的情形', en: 'Nothing excludes' },
  rule: 'R-HON-04',
  met: ({ answers }: Case) => Object.values(answers.clean ?? { none: false }).every((free) => free === true),
}

/** Conditions of every selection. */
export const judgingChecks = {
  enoughJudges: {
    label: { zh: '评分的评委够数（旗县三位，以上五位）', en: 'Enough judges (three at a banner, five above)' },
    rule: 'processes 5.2',
    met: (c: Case) => said(c, 'judge').length >= judgesFor(c.answers.level),
  },
  noticeLongEnough: {
    label: { zh: '公示不少于五个工作日', en: 'Five working days of notice' },
    rule: 'D18',
    met: ({ answers: a }: Case) => lasts(a.noticeFrom, a.noticeTo, (from) => addWorkingDays(from, 5)),
  },
  noticeOver: {
    label: { zh: '公示已结束', en: 'The notice is over' },
    rule: 'D18',
    met: ({ answers, today }: Case) => over(answers.noticeTo, today),
  },
  clear: { label: { zh: '异议已查清，都不成立', en: 'No objection is open or stands' }, rule: 'D18', met: clear },
  atBanner: {
    label: { zh: '报旗县级的', en: 'For the banner' },
    rule: 'R-HON-02',
    met: ({ answers }: Case) => answers.level === 'banner',
  },
  atLeague: {
    label: { zh: '报盟市级的', en: 'For the league' },
    rule: 'R-HON-02',
    met: ({ answers }: Case) => answers.level === 'league',
  },
  atRegion: {
    label: { zh: '报自治区级、全国级的', en: 'For the region or the nation' },
    rule: 'R-HON-02',
    met: ({ answers }: Case) => answers.level === 'region' || answers.level === 'national',
  },
}

/** Further conditions where a family, a person or a collective is named: the meeting, the local notice, the agencies. */
export const namingChecks = (...asked: readonly string[]) => ({
  consented,
  nothingExcludes,
  meetingFits: {
    label: { zh: '到会的一半以上不是亲友，多数同意', en: 'Half are unrelated, most are in favour' },
    rule: 'R-HON-04',
    met: ({ answers: a }: Case) => {
      const [present, unrelated, inFavour, against] = [a.present, a.unrelated, a.inFavour, a.against].map(Number)
      return (
        Number(unrelated) * 2 >= Number(present) &&
        Number(inFavour) * 2 > Number(present) &&
        Number(inFavour) + Number(against) <= Number(present) &&
        Number(unrelated) <= Number(present)
      )
    },
  },
  localLongEnough: {
    label: { zh: '本村（单位）公示不少于三天', en: 'Three days of local notice' },
    rule: 'D18',
    met: ({ answers: a }: Case) => lasts(a.localFrom, a.localTo, (from) => addCalendarDays(from, 3)),
  },
  localOver: {
    label: { zh: '本村（单位）公示已结束', en: 'The local notice is over' },
    rule: 'D18',
    met: ({ answers, today }: Case) => over(answers.localTo, today),
  },
  opinionsIn: {
    label: { zh: '该征求的意见都有了，没有不同意的', en: 'Every opinion is in, none objects' },
    rule: 'R-HON-02',
    met: opinionsFrom(asked),
  },
  ...judgingChecks,
})

interface Mark {
  readonly criterion?: unknown
  readonly mark?: unknown
}

/** The steps of a record, its sheets among them. */
interface Sheets {
  readonly history: readonly { readonly action: string; readonly answers: Readonly<Record<string, unknown>> }[]
}

/** The mean of one criterion over all sheets; from five sheets on without one highest and one lowest (processes 5.2). */
export function meanOf({ history }: Sheets, criterion: string): number | undefined {
  const marks = history
    .filter((done) => done.action === 'judge')
    .flatMap(({ answers }) => (Array.isArray(answers.marks) ? (answers.marks as readonly Mark[]) : []))
    .filter((row) => row.criterion === criterion)
    .map((row) => Number(row.mark))
    .sort((a, b) => a - b)
  const counted = marks.length >= 5 ? marks.slice(1, -1) : marks
  return counted.length === 0 ? undefined : counted.reduce((sum, mark) => sum + mark, 0) / counted.length
}
