import type { Chance } from '../chance.ts'
import { partnerCodes } from '../make-partners.ts'
import type { Making } from '../making.ts'
import { madeName } from '../names.ts'
import { spotsFor } from '../spots.ts'
import { Tale } from '../tale.ts'
import { bannerOf, type Company } from './companies.ts'
import type { Worker } from './workers.ts'

const prices = {
  cleaning: ['日常保洁', 40_00, 'hour', '客厅、卧室、厨房、卫生间日常清洁，不含高空擦窗。'],
  tidying: ['衣柜整理', 60_00, 'hour', '衣物分类、折叠、收纳，贵重物品由客户自己收好。'],
  cooking: ['家庭做饭', 80_00, 'visit', '两菜一汤，食材由客户准备，饭后收拾厨房。'],
  mother: ['母婴护理（26天）', 6_800_00, 'month', '产妇和新生儿日常护理，每天记护理单。'],
  infant: ['育儿照护', 5_200_00, 'month', '日常照护、辅食、早教游戏，不带孩子单独外出。'],
  elder: ['居家养老照护', 3_800_00, 'month', '起居、用餐、陪伴、按医嘱提醒服药。'],
  patient: ['病患陪护', 220_00, 'day', '日常陪护、翻身、陪检，不做医疗操作。'],
} as const
type Kind = keyof typeof prices
const needsCertificate: readonly string[] = ['mother', 'infant', 'elder', 'patient']

/** Services by company and kind. */
export async function makeItems(
  { calendar, filing, hands }: Making,
  chance: Chance,
  companies: readonly Company[],
  standards: ReadonlyMap<string, string>,
): Promise<ReadonlyMap<string, string>> {
  const items = new Map<string, string>()
  for (const [n, company] of companies.entries())
    for (const kind of Object.keys(prices) as Kind[]) {
      if (!chance.happens(0.55) && kind !== 'cleaning') continue
      const [name, price, unit, includes] = prices[kind]
      // One waits for the banner's look.
      const waits = n % 9 === 0 && kind === 'tidying'
      const on = waits ? calendar.today - chance.whole(0, 2) : company.joined + chance.whole(2, 20)
      const tale = new Tale(calendar, on)
      if (!waits) tale.after(chance.whole(0, 3), 'publish')
      const { id } = await filing.file({
        programme: 'homecare-item',
        org: company.org,
        made: calendar.day(on),
        also: hands.get(bannerOf(company.org)) ?? [],
        answers: {
          name,
          offeredOn: calendar.day(on),
          company: company.id,
          category: kind,
          standard: standards.get(kind),
          includes,
          price: price + 100 * chance.whole(0, 9),
          unit,
        },
        steps: tale.steps,
      })
      if (!waits) items.set(`${company.id} ${kind}`, id)
    }
  return items
}

/** Orders from the first of a client's calls to her confirmation; the newest are under way. No article numbers them. */
export async function makeOrders(
  making: Making,
  chance: Chance,
  companies: readonly Company[],
  workers: ReadonlyMap<string, readonly Worker[]>,
  items: ReadonlyMap<string, string>,
  total: number,
): Promise<void> {
  const { calendar, filing } = making
  const byArea = new Map<number, Company[]>()
  for (const company of companies) byArea.set(company.spot.area, [...(byArea.get(company.spot.area) ?? []), company])
  for (const [n, spot] of spotsFor(making, chance, { total, atBanner: true }).entries()) {
    const near = byArea.get(spot.area) ?? []
    const company = near.find((c) => c.spot.banner === spot.banner && chance.happens(0.7)) ?? chance.pick(near)
    const worker = chance.pick(workers.get(company.id) ?? [])
    const kind = chance.pick(worker.skills) as Kind
    const day = Math.max(spot.day, worker.since + 1)
    const item = items.get(`${company.id} ${kind}`)
    await filing.file({
      programme: 'homecare-order',
      org: company.org,
      made: calendar.day(day),
      answers: {
        category: kind,
        requestedOn: calendar.day(day),
        company: company.id,
        ...(item && { item }),
        client: `${madeName(chance, spot.area, 'female').slice(0, 1)}女士`,
        phone: `1390000${String(1000 + (n % 9000)).padStart(4, '0')}`,
        address: `${spot.place.short}演示小区${(n % 60) + 1}号楼`,
        household: chance.pick([['elder'], ['infant', 'child'], ['pet'], ['child']]),
        startsOn: calendar.day(day + 2),
        times: chance.pick(['周六上午两小时', '每天上午', '二十六天', '周一、周四']),
      },
      steps: told(making, chance, day, { kind, worker: worker.id, n }),
    })
  }
}

const terms = { tasks: true, pay: true, rest: true, insurance: true, ending: true, documents: true }

function told(
  { calendar }: Making,
  chance: Chance,
  day: number,
  { kind, worker, n }: { kind: Kind; worker: string; n: number },
) {
  const [, price, unit] = prices[kind]
  const tale = new Tale(calendar, day).after(0, 'agree', {
    answers: { price, unit, contractNo: `YS-${10_000 + n}`, terms, disclosed: true },
  })
  if (n % 14 === 13)
    return tale.after(chance.whole(0, 1), 'cancel', { answers: { whose: 'client' }, reason: '客户改了时间' }).steps
  const assign = { answers: { worker, fits: needsCertificate.includes(kind) ? 'seen' : 'plain' } }
  tale.after(1, 'assign', assign)
  if (n % 11 === 10) tale.after(0, 'decline', { answers: { why: 'time' } }).after(0, 'assign', assign)
  tale.after(0, 'accept').after(1, 'leave').after(0, 'start')
  for (const days of unit === 'month' ? [1, 1, 1] : []) tale.after(days, 'safe')
  return tale.after(unit === 'month' ? 1 : 0, 'finish').after(chance.whole(0, 6), 'confirm', {
    answers: {
      proof: chance.pick(['signed', 'called', 'online']),
      content: chance.pick(['yes', 'yes', 'yes', 'yes', 'silent', 'no']),
    },
  }).steps
}

const complaints = [
  ['fee', '说好按小时，结账时按平方米算，多收了钱。', '多收的已退，价目表重新张贴。', 'refund'],
  ['quality', '玻璃没擦干净，柜子里没收拾。', '第二天换人重新做了一次。', 'redone'],
  ['manner', '到得晚还说话不客气。', '公司上门道歉，培训后再派。', 'apology'],
] as const

/** Complaints at banners, and what was told to the rights posts. */
export async function makeComplaints(making: Making, chance: Chance, total: number): Promise<void> {
  const { calendar, filing, hands } = making
  const spots = spotsFor(making, chance, { total, atBanner: true })
  for (const { place, banner, day } of spots) {
    const [about, what, answer, outcome] = chance.pick(complaints)
    const company = hands.has(banner) && hands.has(partnerCodes.company) ? partnerCodes.company : undefined
    const near = company !== undefined && bannerOf(company) === banner
    await filing.file({
      programme: 'homecare-complaint',
      org: place.code,
      made: calendar.day(day),
      receivers: near ? (hands.get(company) ?? []) : [],
      answers: {
        from: chance.happens(0.8) ? 'client' : 'worker',
        filedOn: calendar.day(day),
        about,
        what,
        wish: '按约定来',
        contact: '傍晚打手机（演示）',
      },
      steps: new Tale(calendar, day)
        .after(0, 'send', { answers: { company: near ? company : banner + 31 } })
        .after(chance.whole(0, 1), 'accept')
        .after(chance.whole(1, 4), 'answer', { answers: { answer, outcome } })
        .after(chance.whole(0, 3), 'settle', { answers: { told: true } }).steps,
    })
  }
}

/** 安全求助: reached and closed, here and there one taken on as a case. */
export async function makeSafety(making: Making, chance: Chance, total: number): Promise<void> {
  const { calendar, filing } = making
  for (const { place, day } of spotsFor(making, chance, { total, atBanner: true, until: 3 })) {
    const worker = chance.happens(0.7)
    await filing.file({
      programme: 'homecare-safety',
      org: place.code,
      made: calendar.day(day),
      answers: {
        where: chance.pick(['home', 'way', 'after']),
        toldOn: calendar.day(day),
        side: worker ? 'worker' : 'household',
        what: worker ? '客户家里来的人喝了酒，一直拉着她说话。' : '上门的人走了以后还打电话来问家里有谁。',
        place: '演示小区门口',
      },
      steps: new Tale(calendar, day)
        .after(0, 'reach', { answers: { safe: 'yes', wants: '不再去这一家，先这样。' } })
        .after(chance.whole(0, 1), 'close', { answers: { result: '已离开，公司换了人，告知可以报警和维权。' } }).steps,
    })
  }
}
