import type { OrgCode } from '../../core/org-code.ts'
import { addFreshPeople } from './add-fresh-people.ts'
import { peopleColumns } from './columns.ts'
import type { ReadRow } from './read-row.ts'
import { type FreshPerson, type Named, resolvePeople } from './resolve-people.ts'
import { rowId } from './row-id.ts'
import type { RowTaker } from './row-taker.ts'

/** Takes rows of a sheet of people: registers each under the organisation; who is registered already is given back. */
export function peopleTaker(org: OrgCode, importId: string): RowTaker {
  const seen = new Map<string, number>()
  return {
    columns: () => peopleColumns,
    take: async (desk, rows, dryRun) => {
      const named = rows.filter((row) => row.problems.length === 0).map((row) => namedIn(importId, row))
      const resolved = await resolvePeople(desk, org, named)
      const fresh: FreshPerson[] = []
      for (const row of rows) {
        if (row.problems.length > 0) continue
        const person = namedIn(importId, row)
        const found = resolved.get(person.slot)
        // Known by the very id this row would give: an earlier, cut-short run has written her.
        if (!found || (found.kind === 'known' && found.id === person.newId)) continue
        const key = person.document ?? `${person.phone} ${person.name}`
        if (found.kind === 'problem') row.problems.push(found.problem)
        else if (found.kind === 'known') row.problems.push('她已经登记过，没有重复登记')
        else if ((seen.get(key) ?? row.number) !== row.number) row.problems.push(`与第 ${seen.get(key)} 行是同一个人`)
        else if (found.similar && !row.confirmed)
          row.problems.push('疑似重复：已有姓名、出生日期相近的人，请先核对是不是同一个人')
        else {
          seen.set(key, row.number)
          fresh.push(found.person)
        }
      }
      if (!dryRun) await addFreshPeople(desk, fresh)
    },
  }
}

function namedIn(importId: string, row: ReadRow): Named {
  const text = (key: string) => {
    const value = row.values.get(key)
    return typeof value === 'string' ? value : undefined
  }
  const gender = text('gender')
  return {
    slot: String(row.number),
    newId: rowId(importId, row.number, 'person'),
    name: text('name') ?? '',
    document: text('document'),
    phone: text('phone'),
    gender: gender === 'female' || gender === 'male' ? gender : undefined,
    birthDate: text('birthDate'),
    address: text('address'),
  }
}
