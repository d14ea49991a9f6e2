import { programmes } from '../../../../registry.ts'

/** The programmes whose records hang on one of `whole`. Brings all definitions: fetched beside a page that already stands. */
export function partsOf(whole: string) {
  return programmes.filter(({ parentField, fields }) => {
    const field = parentField === undefined ? undefined : fields[parentField]
    return field?.kind === 'record' && field.programme === whole
  })
}
