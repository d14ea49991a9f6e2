import { v7 } from 'uuid'

/** One definition, a value that is reported and not yet checked, and what was done to it. */
export function indicatorRows(area: number, org: number, account: string): Record<string, Record<string, unknown>> {
  const value = v7()
  return {
    indicators: {
      area,
      id: v7(),
      org,
      code: 'W-1',
      version: 1,
      outline: 'women',
      domain: 'health',
      name: '试',
      unit: 'age',
      decimals: 1,
      direction: 'up',
      department: '试',
      level: 'banner',
      base_year: 2020,
    },
    indicator_values: {
      area,
      id: value,
      org,
      indicator: 'W-1',
      definition: 1,
      year: 2022,
      version: 1,
      state: 'reported',
      value: 1,
      source: '试',
      reported_by: account,
    },
    indicator_steps: { area, id: v7(), org, value, step: 'report', by_account: account, by_name: '试' },
  }
}
