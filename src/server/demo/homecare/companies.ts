import { sql } from 'kysely'
import { parseCreditCode } from '../../../core/credit-code.ts'
import { addCalendarDays } from '../../../core/day.ts'
import { levelSpan, type OrgCode, orgCode } from '../../../core/org-code.ts'
import type { Tx } from '../../database/actor.ts'
import { spell } from '../../organisations/division-names.ts'
import type { Chance } from '../chance.ts'
import { partnerCodes } from '../make-partners.ts'
import type { Making } from '../making.ts'
import { madeName } from '../names.ts'
import { showBanner } from '../plan.ts'
import { type Spot, spotsFor } from '../spots.ts'
import { Tale } from '../tale.ts'

export const region = orgCode(150000000000)
/** Serials of a banner's companies; those below belong to its partner agencies. */
const firstSerial = 31

/** A company with an organisation of its own, and the day (of the calendar) it was authorised. */
export interface Company {
  readonly id: string
  readonly org: OrgCode
  readonly name: string
  readonly spot: Spot
  readonly joined: number
}

const kinds = [
  ['cleaning', 'tidying', 'cooking'],
  ['mother', 'infant', 'cleaning'],
  ['elder', 'patient', 'cooking', 'cleaning'],
]

/** Companies that applied, are members, or left again; those whose turn it is now stand at the end of the list of spots. */
export async function makeCompanies(making: Making, tx: Tx, chance: Chance, total: number): Promise<Company[]> {
  const spots = withShown(making, spotsFor(making, chance, { total, atBanner: true, until: 3 }))
  const serials = new Map<OrgCode, number>()
  const planned = spots.map((spot, n) => {
    const serial = serials.get(spot.banner) ?? 0
    serials.set(spot.banner, serial + 1)
    const own = spot.banner === showBanner && serial === 0
    const name = own
      ? '左旗亮姐家政服务有限公司（演示）'
      : `${spot.place.short}${chance.pick(brands)}家政${serial + 1}店（演示）`
    return { spot, n, name, org: own ? partnerCodes.company : spot.banner + firstSerial + serial }
  })
  await insertOrgs(tx, planned)
  const companies: Company[] = []
  const seen = new Set<number>()
  for (const plan of planned) {
    // The first of a league has been a member for long: it is who takes orders there.
    const first = !seen.has(plan.spot.area)
    seen.add(plan.spot.area)
    const company = await makeCompany(making, chance, plan, first)
    if (company) companies.push(company)
  }
  return companies
}

/** The demo banner has one, in place of another of its league: its people sign in. */
function withShown({ plan }: Making, spots: readonly Spot[]): readonly Spot[] {
  const office = plan.offices.find(({ banner }) => banner === showBanner)
  const instead = spots.findIndex(({ area }) => area === office?.area)
  if (!office || spots.some(({ banner }) => banner === showBanner)) return spots
  const place = { ...office.place, code: showBanner, level: 'banner' as const, short: office.bannerName }
  return spots.map((spot, i) => (i === instead ? { ...spot, place, banner: showBanner } : spot))
}

const brands = ['亮姐', '巧手', '暖心', '好帮手', '安心', '草原情']

async function insertOrgs(tx: Tx, rows: readonly { org: OrgCode; name: string }[]): Promise<void> {
  const spelt = rows.map(({ name }) => spell(name))
  await tx.change(sql`
    INSERT INTO organisations (code, kind, agency, level, name, short_name, pinyin, initials, valid_from, demo)
    SELECT code, 'partner', 'company', 'banner', name, name, pinyin, initials, '2023-01-01', true
    FROM unnest(${rows.map((r) => r.org)}::bigint[], ${rows.map((r) => r.name)}::text[], ${spelt.map((s) => s.pinyin)}::text[],
      ${spelt.map((s) => s.initials)}::text[]) AS o (code, name, pinyin, initials)
    ON CONFLICT DO NOTHING`)
}

/** Nothing for one that is no member. */
async function makeCompany(
  { calendar, filing, hands }: Making,
  chance: Chance,
  { spot, n, name, org }: { spot: Spot; n: number; name: string; org: OrgCode },
  first: boolean,
): Promise<Company | undefined> {
  const fate = first ? 'member' : n % 23 === 22 ? 'left' : n % 17 === 16 ? 'applied' : 'member'
  const applied = fate === 'applied' ? calendar.today - chance.whole(1, 8) : Math.min(spot.day, calendar.today - 200)
  const joined = applied + 13
  const tale = new Tale(calendar, applied)
  if (fate !== 'applied') {
    tale.after(8, 'verify', {
      answers: {
        visitedOn: calendar.day(applied + 7),
        licenceSeen: true,
        staffSeen: true,
        pricesShown: true,
        standardUsed: true,
      },
    })
    tale.after(5, 'authorise', { answers: termFrom(calendar.day(joined), chance) })
    tale.after(2, 'seat', { answers: { seat: org } })
    // Each term is of three years: renewed shortly before it ends.
    while (fate === 'member' && tale.told && tale.at + 1_060 < calendar.today)
      tale.after(1_060, 'renew', { answers: termFrom(calendar.day(tale.at + 1_060), chance) })
    if (fate === 'left') tale.after(chance.whole(60, 150), 'leave', { reason: '公司转行，不再做家政' })
  }
  const { id } = await filing.file({
    programme: 'homecare-company',
    org: spot.place.code,
    made: calendar.day(applied),
    also: hands.get(region) ?? [],
    answers: {
      name,
      appliedOn: calendar.day(applied),
      creditCode: madeCreditCode(n),
      legalPerson: madeName(chance, spot.area, 'female'),
      mode: chance.pick(['employer', 'agent', 'both']),
      services: kinds[n % kinds.length],
      staff: chance.whole(12, 160),
      phone: `0483-82${String(10_000 + n).slice(-5)}`,
      address: `${spot.place.short}演示街${(n % 90) + 1}号`,
    },
    steps: tale.steps,
  })
  return fate === 'member' ? { id, org, name, spot, joined } : undefined
}

const termFrom = (day: string, chance: Chance) => ({
  authorisedTo: addCalendarDays(day, 1_090),
  grade: chance.pick(['none', 'none', '3a', '4a']),
})

/** Right by its check character, of a division that does not exist. */
export function madeCreditCode(n: number): string {
  const first = `91159999MA0K${String(n).padStart(5, '0')}`
  const last = [...'0123456789ABCDEFGHJKLMNPQRTUWXY'].find((letter) => parseCreditCode(first + letter))
  return first + last
}

/** Posts of a banner's federation, for steps taken above a company. */
export const bannerOf = (org: OrgCode): OrgCode => org - (org % levelSpan.banner)
