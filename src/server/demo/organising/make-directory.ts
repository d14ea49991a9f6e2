import { sql } from 'kysely'
import { areaOf, levelOf, type OrgCode } from '../../../core/org-code.ts'
import type { Tx } from '../../database/actor.ts'
import { spell } from '../../organisations/division-names.ts'
import { Chance } from '../chance.ts'
import { madeId } from '../made-id.ts'
import type { Making } from '../making.ts'
import type { Office, Place } from '../places.ts'
import { overOffices } from '../plan.ts'
import { countedHeads } from '../sheet-heads.ts'
import { Women } from '../women.ts'

/**
 * F103, F104, F105, F106 at scale 1: 24,000 organisations with the federations of the list, 5,000 of them in new fields;
 * 122,000 members; 120,000 homes, two thirds of them micro-homes.
 */
const whole = {
  organisations: 24_000,
  newFields: 5_000,
  groupMembers: 600,
  members: 122_000,
  homes: 120_000,
  activities: 24_000,
}
/** The first serials of a division are left to what the showcase sets up by hand. */
const firstSerial = 101
const rowsPerTurn = 5_000

interface MadeOrg {
  readonly code: OrgCode
  readonly kind: string
  readonly name: string
  readonly from: string
}

/** Homes, organisations of new fields and committees, in the directory; and what the homes held. */
export async function makeDirectory(making: Making, tx: Tx): Promise<void> {
  const chance = new Chance(73)
  const { plan, scale } = making
  const homes = planHomes(making, chance)
  const standing = await tx.first<{ n: number }>(
    sql`SELECT count(*)::integer AS n FROM organisations WHERE kind = 'federation' AND NOT quasi`,
  )
  const rest = whole.organisations - (standing?.n ?? 0) - whole.newFields - whole.groupMembers
  const townships = (office: Office) => (office.place.level === 'township' ? 1 : 0)
  const wishes = [
    ['new-field', whole.newFields, '新就业群体妇联'],
    ['group-member', whole.groupMembers, '女性社会组织'],
    ['industry', Math.max(rest, 0), '行业妇联'],
  ] as const
  const others = wishes.flatMap(([kind, total, name], k) =>
    overOffices(chance, Math.round(total * scale), plan.offices, townships, scale).flatMap((many, office) =>
      Array.from({ length: many }, (_, n) =>
        made(making, chance, plan.offices[office]?.place, 300 * (k + 1) + n, kind, name),
      ),
    ),
  )
  await insertOrgs(tx, [...homes, ...others.flatMap((org) => org ?? [])])
  await seatMembers(making, tx, chance)
  await holdActivities(making, chance, homes)
}

function made(
  { calendar }: Making,
  chance: Chance,
  place: Place | undefined,
  serial: number,
  kind: string,
  name: string,
): MadeOrg | undefined {
  if (!place) return undefined
  const from = calendar.day(calendar.indexOf('2018-03-08') + chance.whole(0, 1700))
  const number = serial % 100
  return {
    code: place.code + firstSerial + serial,
    kind,
    name: `${place.short}${name}${number > 0 ? number + 1 : ''}`,
    from,
  }
}

/** A home or two and some micro-homes in every village of an office, evenly. */
function planHomes(making: Making, chance: Chance): MadeOrg[] {
  const { plan, scale } = making
  const weight = (office: Office) => (office.place.level === 'township' ? office.villages.length : 0)
  return overOffices(chance, Math.round(whole.homes * scale), plan.offices, weight, scale).flatMap((many, at) => {
    const villages = plan.offices[at]?.villages ?? []
    return Array.from({ length: villages.length > 0 ? many : 0 }, (_, n) => {
      const round = Math.floor(n / villages.length)
      const micro = round % 3 > 0
      const village = villages[n % villages.length]
      return made(making, chance, village, round, micro ? 'micro-home' : 'womens-home', micro ? '妇女微家' : '妇女之家')
    }).flatMap((home) => home ?? [])
  })
}

async function insertOrgs(tx: Tx, rows: readonly MadeOrg[]): Promise<void> {
  for (let at = 0; at < rows.length; at += rowsPerTurn) {
    const some = rows.slice(at, at + rowsPerTurn)
    const spelt = some.map(({ name }) => spell(name))
    await tx.change(sql`
      INSERT INTO organisations (code, kind, level, name, short_name, pinyin, initials, valid_from, demo)
      SELECT code, kind, level, name, name, pinyin, initials, valid_from, true
      FROM unnest(${some.map((r) => r.code)}::bigint[], ${some.map((r) => r.kind)}::text[], ${some.map((r) => levelOf(r.code))}::text[],
        ${some.map((r) => r.name)}::text[], ${spelt.map((s) => s.pinyin)}::text[], ${spelt.map((s) => s.initials)}::text[], ${some.map((r) => r.from)}::date[])
        AS o (code, kind, level, name, pinyin, initials, valid_from)
      ON CONFLICT DO NOTHING`)
  }
}

/** Each member once in the region, on the committee of an office or one of its villages. */
async function seatMembers({ plan, calendar, scale }: Making, tx: Tx, chance: Chance): Promise<void> {
  const women = new Women(plan)
  const weight = (office: Office) => office.villages.length + 1
  const seats = overOffices(chance, Math.round(whole.members * scale), plan.offices, weight, scale).flatMap(
    (many, at) => {
      const office = plan.offices[at]
      if (!office) return []
      const places = [office.place, ...office.villages]
      return Array.from({ length: many }, (_, n) => ({
        org: places[n % places.length]?.code ?? office.place.code,
        person: women.take(office),
        position: n < places.length ? 'chair' : n < 2 * places.length ? 'vice' : 'member',
        from: calendar.day(calendar.indexOf('2022-04-01') + chance.whole(0, 600)),
      }))
    },
  )
  for (let at = 0; at < seats.length; at += rowsPerTurn) {
    const some = seats.slice(at, at + rowsPerTurn)
    await tx.change(sql`
      INSERT INTO organisation_members (area, id, org, person, position, from_date, demo)
      SELECT s.area, s.id, s.org, s.person, s.position, s.from_date, true
      FROM unnest(${some.map((s) => areaOf(s.org))}::integer[], ${some.map((_, i) => madeId('other', 8_000_000 + at + i))}::uuid[],
        ${some.map((s) => s.org)}::bigint[], ${some.map((s) => s.person)}::uuid[], ${some.map((s) => s.position)}::text[], ${some.map((s) => s.from)}::date[])
        AS s (area, id, org, person, position, from_date)`)
  }
}

/** What some of the homes held; the first of each league among them. */
async function holdActivities(making: Making, chance: Chance, homes: readonly MadeOrg[]): Promise<void> {
  const { calendar, filing, scale } = making
  const every = Math.max(Math.floor(homes.length / Math.max(Math.round(whole.activities * scale), 1)), 1)
  const seen = new Set<number>()
  for (const [i, { code, name }] of homes.entries()) {
    const first = !seen.has(areaOf(code))
    seen.add(areaOf(code))
    if (!first && i % every > 0) continue
    const on = calendar.day(calendar.busyDay(chance))
    const village = code - (code % 10_000)
    const counted = countedHeads(making, village, chance.whole(8, 45))
    const { id } = await filing.file({
      programme: 'home-activity',
      org: village,
      made: on,
      answers: {
        title: chance.pick(['学政策、拉家常', '一起做奶食', '听听姐妹的意见', '手工和读书', '便民服务日']),
        heldOn: on,
        home: code,
        kind: chance.pick(['study', 'talk', 'help', 'skills', 'family', 'culture', 'service']),
        note: `${name}（演示）`,
      },
      steps: [
        { action: 'heads', on, heads: [counted.heads] },
        { action: 'hold', on },
      ],
    })
    counted.attach(id)
  }
}
