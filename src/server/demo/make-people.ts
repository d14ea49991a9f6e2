import { madeCitizenId } from '../../core/citizen-id.ts'
import { addCalendarDays } from '../../core/day.ts'
import { areaOf, type OrgCode } from '../../core/org-code.ts'
import { comparableName } from '../../core/person-name.ts'
import { newSalt } from '../crypto/seal.ts'
import { documentColumns, phoneColumns } from '../people/identity.ts'
import type { Secrets } from '../secrets.ts'
import { Chance } from './chance.ts'
import { madeId } from './made-id.ts'
import type { Making } from './making.ts'
import { nameOf } from './names.ts'
import { placeOf } from './plan.ts'
import type { Value } from './stage.ts'

/** Adults only. The number of days is prime, so that walking them by any step meets each once before the first again. */
const birthDays = 20_011
const firstBirthDay = '1951-02-01'

export interface MadePerson {
  readonly index: number
  readonly org: OrgCode
  readonly name: string
  readonly gender: 'female' | 'male'
  /** She gave a phone number at a door, and no document. */
  readonly phoneOnly?: boolean
}

const bytes = (value: Buffer | null) => (value === null ? null : `\\x${value.toString('hex')}`)

/** The row of a made person: prefix 150000 is never issued (R-SEC-07), 169 is no operator's, and each number is used once. */
export function personValues(secrets: Secrets, { index, org, name, gender, phoneOnly }: MadePerson): Value[] {
  const id = madeId('person', index)
  const bornOn = addCalendarDays(firstBirthDay, (index * 7919) % birthDays)
  const number = madeCitizenId(bornOn, 2 * Math.floor(index / birthDays) + (gender === 'male' ? 1 : 0))
  const salt = newSalt()
  const document = documentColumns(secrets, id, salt, phoneOnly ? null : { kind: 'citizen-id', number })
  const phone = phoneColumns(secrets, id, salt, `169${String(index).padStart(8, '0')}`)
  return [
    areaOf(org),
    id,
    org,
    name,
    comparableName(name),
    gender,
    phoneOnly ? null : bornOn,
    document.idType,
    bytes(document.idSealed),
    bytes(document.idHash),
    bytes(phone.phoneSealed),
    bytes(phone.phoneHash),
    phone.phoneMask,
    phone.phoneTail,
    bytes(salt),
    '2023-01-01 09:00+08',
  ]
}

/** Everybody of the plan: women who serve and come, office by office, the two parties of each case, single men by league. */
export async function makePeople({ plan, writer }: Making, secrets: Secrets): Promise<void> {
  const chance = new Chance(1)
  const put = (index: number, org: OrgCode, gender: 'female' | 'male', phoneOnly = false) => {
    const name = nameOf(madeId('person', index), areaOf(org), gender)
    return writer.person(personValues(secrets, { index, org, gender, phoneOnly, name }))
  }
  const homes = homesOf(plan)
  for (let index = 0; index < plan.women; index++) {
    const { org, member } = homes(index)
    const wait = put(index, org, 'female', !member && index % 5 > 0)
    if (wait) await wait
  }
  for (const [i, { office, place }] of plan.cases.entries()) {
    const home = chance.pick([place, ...(plan.offices[office]?.villages ?? [])])
    await put(plan.women + 2 * i, home.code, 'female')
    await put(plan.women + 2 * i + 1, home.code, chance.happens(0.85) ? 'male' : 'female')
  }
  for (const [area, { first, size }] of plan.men) {
    const homes = plan.offices.filter((o) => o.area === area)
    for (let n = 0; n < size; n++) {
      const wait = put(first + n, homes[n % homes.length]?.place.code ?? 0, 'male')
      if (wait) await wait
    }
  }
}

/** Where each woman belongs: a member to her team's organisation, others to the villages of the office in turn. */
function homesOf(plan: Making['plan']): (index: number) => { org: OrgCode; member: boolean } {
  let office = 0
  let team = 0
  const pastOf = (t: (typeof plan.teams)[number]) => t.first + t.registered + t.left + t.applied
  // Asked in rising order.
  return (index) => {
    for (let pool = plan.pools[office]; pool && index >= pool.first + pool.size; pool = plan.pools[office]) office++
    for (let t = plan.teams[team]; t && index >= pastOf(t); t = plan.teams[team]) team++
    const t = plan.teams[team]
    if (t && index >= t.first) return { org: t.place.code, member: true }
    const villages = plan.offices[office]?.villages ?? []
    return {
      org: (villages[index % Math.max(villages.length, 1)] ?? placeOf(plan.offices, office)).code,
      member: false,
    }
  }
}
