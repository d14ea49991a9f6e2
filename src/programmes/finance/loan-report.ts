import { calendarDays } from '../../core/clock.ts'
import { field } from '../../core/field.ts'
import { flow, stock } from '../../core/measure.ts'
import { type Done, defineProgramme } from '../../core/programme.ts'
import { risesOf, type Stand } from '../../core/reading.ts'
import { lending } from './words.ts'

const keepers = [...lending, 'statistician'] as const

/** The readings another person has accepted, the last word of each: what a bank told, in fen. */
export function acceptedReadings(history: readonly Done[]): Stand[] {
  let waiting: Stand | undefined
  return history.flatMap(({ action, answers: { readOn, cumulativeFen } }) => {
    if (action === 'read' && typeof readOn === 'string')
      waiting = { counter: 'cumulative', on: readOn, value: Number(cumulativeFen) }
    if (action === 'giveBack') waiting = undefined
    if (action !== 'accept' || !waiting) return []
    const accepted = waiting
    waiting = undefined
    return [accepted]
  })
}

const lastReading = (history: readonly Done[]) => history.findLast((done) => done.action === 'read')?.answers

/**
 * 银行汇总数（金融支持妇女发展专项行动）— L086; figure F028; R-LOAN-04. A bank's own cumulative total, by its own definition. It is a
 * reading (grade D): never added to referrals, and a balance is not a total.
 */
export const loanReport = defineProgramme({
  id: 'loan-report',
  version: 1,
  kind: 'case',
  service: 'finance',
  label: { zh: '银行汇总数', en: 'Bank’s totals' },
  short: { zh: '银行汇总', en: 'Totals' },
  noun: { zh: '份', en: 'series' },
  help: {
    zh: '银行自己统计的累计投放，一家银行在一个盟市一份，按期填银行给的累计数，系统算增加了多少。先写清银行的口径（谁算妇女群体、是投放还是余额）。上级行的合计不另登记，系统自己加。和我们推荐的贷款是两回事，永远不相加。',
    en: 'What a bank itself says it has lent: one series for a bank in a league, with the bank’s definition. Write the running total of each period; the increase is worked out. Never added to our referrals.',
  },
  sources: ['L086', 'F028', 'R-LOAN-04', 'R-FUND-08', 'processes 9.2'],
  access: { see: [...keepers, 'publicity'], create: keepers },
  fields: {
    scheme: field.text({ label: { zh: '行动或产品', en: 'Scheme' }, class: 'P0', required: true, min: 2, max: 60 }),
    openedOn: field.day({ label: { zh: '从哪天起登记', en: 'Kept since' }, class: 'P0', required: true, past: true }),
    bank: field.text({ label: { zh: '银行', en: 'Bank' }, class: 'P0', required: true, min: 2, max: 80 }),
    definition: field.text({
      label: { zh: '银行的口径', en: 'The bank’s definition' },
      class: 'P0',
      required: true,
      min: 10,
      max: 600,
      help: {
        zh: '哪些客户算妇女群体、从哪天起、投放还是余额、含哪些产品。',
        en: 'Which customers count, since when, paid out or outstanding, which products.',
      },
    }),
    nextBy: field.day({
      label: { zh: '下一期哪天前报', en: 'Next reading by' },
      class: 'P0',
      required: true,
      help: { zh: '每期末后十五天。', en: 'Fifteen days after the end of a period.' },
    }),
  },
  title: 'scheme',
  dated: 'openedOn',
  states: {
    standing: { zh: '已核对', en: 'In order' },
    pending: { zh: '待核对', en: 'To be checked' },
    ended: { zh: '已停止', en: 'Ended' },
  },
  initial: 'standing',
  editableIn: ['standing'],
  checks: {
    neverLess: {
      label: { zh: '累计数不小于上一期（变小的写明口径怎么变了）', en: 'No less than before, or the note says why' },
      rule: 'processes 9.2',
      met: ({ history }) => {
        const now = lastReading(history)
        const before = acceptedReadings(history).at(-1)
        return (
          before === undefined ||
          (Number(now?.cumulativeFen ?? 0) >= before.value && String(now?.readOn ?? '') > before.on) ||
          Boolean(now?.note)
        )
      },
    },
  },
  actions: {
    read: {
      label: { zh: '记一期银行的数', en: 'Record a period' },
      from: ['standing'],
      to: 'pending',
      by: keepers,
      fills: ['nextBy'],
      asks: {
        readOn: field.day({ label: { zh: '截至日期', en: 'As of' }, class: 'P0', required: true, past: true }),
        cumulativeFen: field.money({
          label: { zh: '累计投放', en: 'Paid out so far' },
          class: 'P0',
          required: true,
        }),
        balanceFen: field.money({
          label: { zh: '余额（只存不计）', en: 'Outstanding (kept, not counted)' },
          class: 'P0',
        }),
        customers: field.integer({
          label: { zh: '客户数（银行口径，只存不计）', en: 'Customers by the bank’s count (kept, not counted)' },
          class: 'P0',
          max: 20_000_000,
        }),
        source: field.text({ label: { zh: '哪份材料', en: 'Source' }, class: 'P0', required: true, min: 2, max: 120 }),
        note: field.text({ label: { zh: '口径变化说明', en: 'What changed' }, class: 'P0', max: 300 }),
      },
      tone: 'main',
    },
    accept: {
      label: { zh: '核对无误', en: 'Checked' },
      from: ['pending'],
      to: 'standing',
      by: keepers,
      secondPerson: true,
      needs: ['neverLess'],
      tone: 'main',
    },
    giveBack: {
      label: { zh: '对不上，退回', en: 'Does not tie: give back' },
      from: ['pending'],
      to: 'standing',
      by: keepers,
      reason: true,
    },
    end: { label: { zh: '停止登记', en: 'End' }, from: ['standing'], to: 'ended', by: keepers, reason: true },
  },
  clocks: {
    next: {
      label: { zh: '向银行要这一期的数', en: 'Ask the bank for its numbers' },
      from: 'standing',
      until: ['pending', 'ended'],
      within: calendarDays(45),
      dueField: 'nextBy',
      legal: false,
      rule: 'processes 9.2',
      remindBefore: [7],
    },
    check: {
      label: { zh: '核对银行的数', en: 'Check the reading' },
      from: 'pending',
      until: ['standing', 'ended'],
      within: calendarDays(7),
      legal: false,
      rule: 'processes 9.2',
    },
  },
  measures: {
    lent: flow('yuan', {
      label: { zh: '专项行动妇女群体贷款投放（银行口径）', en: 'Lent to women, by the bank’s count' },
      aliases: ['金融支持妇女发展专项行动', '妇女群体贷款'],
      includes: '银行报来、另一人核对过的累计投放的增加数，记在截至日期，都是 D 级（照抄外部材料）；累计数看开始以来',
      excludes: '余额；妇联推荐的放款（另计，不相加）；募集款物；没有核对的',
    }),
    series: stock('item', {
      label: { zh: '登记汇总数的银行', en: 'Banks whose totals are kept' },
      unitLabel: { zh: '份', en: 'series' },
      includes: '当日还在登记的银行汇总，一家银行一个盟市一份',
      excludes: '已停止的',
    }),
  },
  counts: ({ on, history, state, reached }, count) => [
    count.one('series', on),
    state === 'ended' && reached.ended && count.gone('series', reached.ended),
    ...risesOf(acceptedReadings(history)).map((rise) => count.money('lent', rise.by, rise.on, 'D')),
  ],
})
