import type { ReleasedFigure } from './api/releases.ts'

/** It stands on its last day: a stock is counted from the first day there is. */
export const standsOnDay = ({ definition, from }: Pick<ReleasedFigure, 'definition' | 'from'>): boolean =>
  definition.kind === 'stock' || from === '0001-01-01'
