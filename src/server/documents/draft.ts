import type { Block, DocumentTemplate } from '../../core/document.ts'
import type { Facts, Programme } from '../../core/programme.ts'
import type { Desk } from '../records/desk.ts'
import { personsIn } from '../records/links.ts'
import type { RecordRow } from '../records/record-row.ts'
import { canonical, sha256 } from './canonical.ts'
import { childrenOf } from './children-of.ts'
import { pagesOf } from './pages.ts'
import { type PeopleIn, peopleIn } from './people-in.ts'
import { publicFacts } from './public-facts.ts'
import { servedBy } from './served-by.ts'

/** A document ready to be written, once it has a number. */
export interface Draft {
  readonly pages: (number: string) => readonly Block[]
  /** Of what it says without number and day. */
  readonly madeFrom: Buffer
  readonly people: PeopleIn
}

/** Gathers all a template is given: its list, the persons it may name, the record's facts. At most five statements. */
export async function draftOf(
  desk: Desk,
  programme: Programme,
  template: DocumentTemplate,
  row: Pick<RecordRow, 'id' | 'number'>,
  facts: Facts,
  org: string,
): Promise<Draft> {
  const masked = template.masked === true
  const list = await childrenOf(desk, template.children, row.id)
  const ids = [
    ...personsOf(programme, facts),
    ...list.facts.flatMap((child) => (list.programme ? personsOf(list.programme, child) : [])),
  ]
  const people = await peopleIn(desk, ids, masked)
  const served = await servedBy(desk, template, facts)
  const shown = (of: Programme | undefined, one: Facts) => (masked && of ? publicFacts(of, one) : one)
  const data = {
    facts: shown(programme, facts),
    recordNumber: row.number,
    org,
    person: people.person,
    children: list.facts.map((child) => shown(list.programme, child)),
    served,
  }
  const bare = { ...data, facts: { ...data.facts, today: facts.on }, documentNumber: '', today: facts.on }
  return {
    pages: (documentNumber) => pagesOf(template, { ...data, documentNumber, today: desk.today }),
    madeFrom: sha256(canonical(pagesOf(template, bare))),
    people,
  }
}

/** Everybody a record names: in its answers, in those of its steps, on its list. */
const personsOf = (programme: Programme, facts: Facts): string[] => [
  ...personsIn(programme.fields, facts.answers),
  ...facts.history.flatMap((done) => personsIn(programme.actions[done.action]?.asks ?? {}, done.answers)),
  ...facts.attendance.map((one) => one.person),
  ...(facts.person === undefined ? [] : [facts.person]),
]
