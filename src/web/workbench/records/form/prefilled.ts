import type { FieldShape } from '../data/shapes.ts'

/** What a link puts into a new form: ?with.project=…, and what a chosen record is called, ?with.project.name=…. */
export function prefilledBy(
  fields: readonly Pick<FieldShape, 'key'>[],
  search: Readonly<Record<string, unknown>>,
): { readonly values: Readonly<Record<string, string>>; readonly names: Readonly<Record<string, string>> } {
  const text = (key: string) => (typeof search[key] === 'string' && search[key] !== '' ? search[key] : undefined)
  const given = fields.flatMap(({ key }) => {
    const value = text(`with.${key}`)
    return value === undefined ? [] : [{ key, value, name: text(`with.${key}.name`) }]
  })
  return {
    values: Object.fromEntries(given.map(({ key, value }) => [key, value])),
    names: Object.fromEntries(given.flatMap(({ value, name }) => (name === undefined ? [] : [[value, name]]))),
  }
}
