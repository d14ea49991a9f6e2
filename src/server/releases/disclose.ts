import { sql } from 'kysely'
import { firstRevealing, isPublishable, type Known } from '../../core/disclosure.ts'
import { levelSpan, type OrgCode } from '../../core/org-code.ts'
import { Refusal } from '../../core/refusal.ts'
import type { Tx } from '../database/actor.ts'
import { getMeasure } from '../figures/catalogue.ts'
import type { Taken } from './take-figures.ts'

/** Numbers of confidential measures a figure tells: itself, or both parts of a rate and what is between them. */
function numbersOf({ measure, org, from, to, value, numerator, denominator }: FigureNumbers): Known[] {
  const name = (part: string) => `${measure} ${part} ${from} ${to}`
  if (value !== null) return [{ name: name(''), org: org.code, value }]
  if (numerator === null || denominator === null) return []
  return [
    { name: name('over'), org: org.code, value: numerator },
    { name: name('under'), org: org.code, value: denominator },
    { name: name('rest'), org: org.code, value: denominator - numerator },
  ]
}

type FigureNumbers = Pick<Taken, 'measure' | 'org' | 'from' | 'to' | 'value' | 'numerator' | 'denominator'>

/**
 * Holds back what would let a small number of a confidential measure be worked out, also together with everything that
 * is sealed already. Only whole years of leagues and the region leave the house, so that periods never overlap.
 * Refuses 'release-whole-years' and 'release-reveals'. decision 0010.
 */
export async function refuseRevealing(tx: Tx, figures: readonly Taken[]): Promise<void> {
  const sealed = figures.filter(({ measure }) => getMeasure(measure).programme.confidential)
  if (sealed.length === 0) return
  for (const { org, measure, from, to, definition } of sealed) {
    const year = from.slice(0, 4)
    const whole = getMeasure(measure).stock ? to.endsWith('-12-31') : from === `${year}-01-01` && to === `${year}-12-31`
    if (!(whole && isPublishable(org.code)))
      throw new Refusal('release-whole-years', { field: 'figures', values: { label: definition.label.zh } })
  }
  const earlier = await tx.rows<Omit<FigureNumbers, 'org'> & { org: OrgCode }>(sql`
    SELECT f.measure, f.org, f.from_date AS from, f.to_date AS to, f.value, f.numerator, f.denominator
    FROM release_figures f JOIN releases r ON r.area = f.area AND r.id = f.release
    WHERE r.state IN ('sealed', 'withdrawn') AND f.measure = ANY (${[...new Set(sealed.map((f) => f.measure))]}::text[])`)
  const published = earlier.flatMap((f) => numbersOf({ ...f, org: { code: f.org, name: '' } }))
  const leagues = await tx.rows<{ code: OrgCode }>(
    sql`SELECT code FROM organisations WHERE code % ${levelSpan.league}::bigint = 0 AND code % ${levelSpan.region}::bigint > 0 AND successor IS NULL`,
  )
  const childrenOf = (org: OrgCode) =>
    org % levelSpan.region === 0
      ? leagues.flatMap(({ code }) => (code > org && code < org + levelSpan.region ? [code] : []))
      : []
  const first = firstRevealing(published, sealed.flatMap(numbersOf), childrenOf)
  if (!first) return
  const figure = sealed.find((f) => numbersOf(f).some((n) => n.name === first.name && n.org === first.org))
  throw new Refusal('release-reveals', { field: 'figures', values: { label: figure?.definition.label.zh ?? '' } })
}
