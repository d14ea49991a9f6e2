import { Chance } from '../chance.ts'
import type { Making } from '../making.ts'
import { countedHeads } from '../sheet-heads.ts'
import { apportion } from '../spread.ts'
import { Tale } from '../tale.ts'
import type { MadePlace } from './make-places.ts'

/** F090: parents who came in a full year. */
const parentsOfYear = 8_040_000
const titles = {
  talk: ['怎样和青春期的孩子说话', '让孩子自己来', '家庭教育促进法进家门', '手机和孩子', '隔代养育的学问'],
  course: ['家长第一课', '好习惯从家里来', '情绪课：先稳住自己', '小学入学准备'],
  together: ['亲子趣味运动会', '一起做一顿饭', '亲子手工', '草原亲子徒步'],
  reading: ['亲子共读一本书', '睡前故事会', '图书漂流'],
  advice: ['家庭教育集中咨询', '家长开放日'],
  care: ['放学后四点半', '周末儿童之家', '安全小课堂'],
  practice: ['家庭劳动日', '农事体验'],
} as const

interface Planned {
  readonly place: MadePlace
  readonly day: number
}

/** Activities of the last year and this one; most places reach the yearly minimum, some are behind (D29, D30). */
export async function makeFamilyActivities(
  making: Making,
  places: readonly MadePlace[],
  guides: ReadonlyMap<string, string>,
): Promise<void> {
  const { calendar, scale } = making
  const chance = new Chance(63)
  const thisYear = Number(calendar.day(calendar.today).slice(0, 4))
  for (const year of [thisYear - 1, thisYear]) {
    const first = calendar.indexOf(`${year}-01-01`)
    const days = calendar.indexOf(`${year + 1}-01-01`) - first
    const held = places.flatMap((place) => planOf(chance, place, first, days, calendar.today))
    const share = Math.min((calendar.today - first + 1) / days, 1)
    const parents = apportion(
      Math.max(Math.round(parentsOfYear * scale * share), held.length),
      held.map(({ place }) => (place.plaques.includes('centre') ? 3 : 1) * (0.4 + chance.next())),
      1,
    )
    for (const [i, planned] of held.entries())
      await makeActivity(making, chance, planned, parents[i] ?? 1, guides.get(planned.place.id))
  }
  await makeComing(making, chance, places)
}

/** Two to five a year, over the year; never before the place was there. */
function planOf(chance: Chance, place: MadePlace, first: number, days: number, today: number): Planned[] {
  const luck = chance.next()
  const many = luck < 0.06 ? 2 : luck < 0.16 ? 3 : luck < 0.72 ? 4 : 5
  return Array.from({ length: many }, (_, k) => ({
    place,
    day: first + Math.floor(((k + 0.2 + 0.6 * chance.next()) / many) * days),
  })).filter(({ day }) => day <= today && day > place.opened + 60)
}

function whatOf(chance: Chance, { plaques }: MadePlace) {
  const kind = plaques.includes('reading')
    ? 'reading'
    : plaques.includes('practice')
      ? 'practice'
      : plaques.includes('home') && chance.happens(0.4)
        ? 'care'
        : chance.pick(['talk', 'talk', 'course', 'together', 'advice'] as const)
  return { kind, title: chance.pick<string>(titles[kind]) }
}

async function makeActivity(
  making: Making,
  chance: Chance,
  { place, day }: Planned,
  parents: number,
  guide: string | undefined,
): Promise<void> {
  const { calendar, filing } = making
  const on = calendar.day(day)
  const { kind, title } = whatOf(chance, place)
  const counted = chance.happens(0.7) ? countedHeads(making, place.spot.place.code, parents) : undefined
  const children = ['together', 'reading', 'care', 'practice'].includes(kind) ? chance.whole(6, 40) : undefined
  const online = chance.happens(0.05)
  const tale = new Tale(calendar, day).after(0, 'record')
  if (calendar.today - day > 12) tale.after(chance.whole(3, 12), 'verify')
  const heads = counted?.heads ?? { count: parents, grade: 'C' as const, reason: '没有逐个签到，按座位估计' }
  const { id } = await filing.file({
    programme: 'family-activity',
    org: place.spot.place.code,
    made: on,
    answers: {
      title,
      heldOn: on,
      place: place.id,
      kind,
      mode: online ? 'both' : 'offline',
      hours: chance.whole(1, 3),
      ...(children && { children }),
      ...(online && { views: chance.whole(80, 2400) }),
      theme: on.slice(5, 7) === '05' ? 'week' : chance.pick(['care', 'talk', 'safety', 'screen', 'mind', 'law']),
      ...(guide && { lecturer: guide }),
    },
    steps: [{ action: 'heads', on, heads: [heads] }, ...tale.steps],
  })
  counted?.attach(id)
}

/** Announced for the coming days, in one place of forty. */
async function makeComing({ calendar, filing }: Making, chance: Chance, places: readonly MadePlace[]): Promise<void> {
  for (const place of places.filter(() => chance.happens(0.025))) {
    const { kind, title } = whatOf(chance, place)
    await filing.file({
      programme: 'family-activity',
      org: place.spot.place.code,
      made: calendar.day(calendar.today - 1),
      answers: {
        title,
        heldOn: calendar.day(calendar.today + chance.whole(1, 12)),
        place: place.id,
        kind,
        mode: 'offline',
      },
    })
  }
}
