/** What follows from sums that are known: says of another sum whether adding and subtracting those gives it. */
export function workOut(known: readonly (readonly number[])[]): (asked: readonly number[]) => boolean {
  const basis: { readonly lead: number; readonly row: readonly number[] }[] = []
  const reduce = (row: readonly number[]): number[] => {
    let rest = [...row]
    for (const { lead, row: base } of basis) {
      const times = rest[lead] ?? 0
      if (times !== 0) rest = rest.map((n, i) => round(n - times * (base[i] ?? 0)))
    }
    return rest
  }
  for (const row of known) {
    const rest = reduce(row)
    const lead = rest.findIndex((n) => n !== 0)
    if (lead < 0) continue
    const by = rest[lead] ?? 1
    basis.push({ lead, row: rest.map((n) => round(n / by)) })
  }
  return (asked) => reduce(asked).every((n) => n === 0)
}

/** Small whole coefficients: what is left of them after a few divisions is either nothing or well above the rounding. */
const round = (n: number): number => (Math.abs(n) < 1e-9 ? 0 : n)
