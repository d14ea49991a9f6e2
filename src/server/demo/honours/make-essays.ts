import { levelSpan, type OrgCode } from '../../../core/org-code.ts'
import { Chance } from '../chance.ts'
import { partnerCodes } from '../make-partners.ts'
import type { Making } from '../making.ts'
import { showBanner } from '../plan.ts'
import { type Spot, spotsFor } from '../spots.ts'
import { Tale } from '../tale.ts'
import type { Women } from '../women.ts'

const whole = 48
const limit = 20
const criteria = [
  { criterion: 'truth', weight: 50 },
  { criterion: 'expression', weight: 50 },
] as const
const titles = ['石榴籽家庭的日常', '嘎查妇女议事会怎样开', '草原上的家书', '牧区姐妹互助接羔']
/** How far an essay came; the first of each league is before its judges. */
const ends = ['jury', 'submitted', 'over', 'waived'] as const

/** 征文: one call a league and one at the demo banner; texts checked outside, copies without a name for judges from outside. */
export async function makeEssays(making: Making, women: Women): Promise<void> {
  const chance = new Chance(62)
  const calls = new Map<OrgCode, string>()
  const met = new Map<OrgCode, number>()
  for (const spot of spotsFor(making, chance, { total: whole })) {
    const shown = spot.banner === showBanner
    const host = shown ? showBanner : spot.area * levelSpan.league
    const call = calls.get(host) ?? (await makeCall(making, host, shown ? 'banner' : 'league'))
    calls.set(host, call)
    const nth = met.get(host) ?? 0
    met.set(host, nth + 1)
    await makeEssay(making, chance, spot, { host, call, nth, entrant: women.take(spot) })
  }
}

async function makeCall({ calendar, filing }: Making, org: OrgCode, level: string): Promise<string> {
  const opens = calendar.today - 60
  const { id } = await filing.file({
    programme: 'honour-call',
    org,
    made: calendar.day(opens - 5),
    answers: {
      title: `${calendar.day(opens).slice(0, 4)} 年家国同行征文（演示）`,
      honour: 'essay',
      level,
      opensOn: calendar.day(opens),
      closesOn: calendar.day(opens + 100),
      criteria,
      noticeDays: 5,
      similarityLimit: limit,
      conditions: '原创，未发表；先查重，再由外部专家看匿名稿。',
    },
    steps: new Tale(calendar, opens - 5).after(2, 'publish').steps,
  })
  return id
}

interface Placed {
  readonly host: OrgCode
  readonly call: string
  readonly nth: number
  readonly entrant: string
}

async function makeEssay(making: Making, chance: Chance, spot: Spot, placed: Placed): Promise<void> {
  const { calendar, filing } = making
  const { host, call, nth, entrant } = placed
  const end = ends[nth % ends.length] ?? 'jury'
  const level = host === showBanner ? 'banner' : 'league'
  const made = calendar.today - (end === 'submitted' ? 3 : 12)
  const work = titles[nth % titles.length] ?? ''
  const over = end === 'over' || end === 'waived'
  const tale = new Tale(calendar, made).after(1, 'submit')
  if (end !== 'submitted')
    tale.after(2, 'checkText', {
      answers: {
        similarity: over ? chance.whole(limit + 1, limit + 9) : chance.whole(2, limit),
        similarityLimit: limit,
        checkService: '外部查重服务（演示）',
        checkedOn: calendar.day(made + 3),
      },
    })
  if (end === 'waived') tale.after(1, 'passAnyway', { reason: '重复的是引用的政策原文，已注明出处' })
  if (end === 'jury' || end === 'waived') tale.after(1, 'sendBlind')
  const { id } = await filing.file({
    programme: 'contest-entry',
    org: spot.place.code,
    made: calendar.day(made),
    answers: {
      call,
      level,
      nominatedOn: calendar.day(made),
      path: 'self',
      short: '走访了嘎查里的几户人家，写她们怎样互相帮着过日子。',
      honour: 'essay',
      work,
      entrant,
      age: 'none',
      original: true,
      consent: true,
    },
    steps: tale.steps,
  })
  if (end === 'jury' || end === 'waived') await makeReview(making, tale.at, { ...placed, work, level, id })
}

/** The copy: with the experts at the demo banner, one of whom has a demo account; elsewhere still being prepared. */
async function makeReview(
  { calendar, filing, hands }: Making,
  day: number,
  { host, id, work, level }: Placed & { readonly id: string; readonly work: string; readonly level: string },
): Promise<void> {
  const panel = host === showBanner && hands.has(partnerCodes.education) ? partnerCodes.education : undefined
  const tale = new Tale(calendar, day + 1)
  if (panel !== undefined) tale.after(1, 'send', { answers: { panel, nameless: true, invited: true } })
  await filing.file({
    programme: 'essay-review',
    org: host,
    made: calendar.day(day + 1),
    answers: {
      work,
      preparedOn: calendar.day(day + 1),
      entry: id,
      level,
      abstract: '以走访所见说明邻里互助怎样让各民族姐妹走得更近（演示摘要）。',
      words: '（演示正文，不含作者和单位。）',
      criteria,
    },
    steps: tale.steps,
    receivers: panel === undefined ? [] : (hands.get(panel) ?? []),
  })
}
