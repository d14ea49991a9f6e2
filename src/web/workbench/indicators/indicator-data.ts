import { useQuery, useQueryClient } from '@tanstack/react-query'
import type { ResponseOf } from '../../../core/api/contract.ts'
import type {
  IndicatorPage,
  IndicatorShape,
  IndicatorValuePage,
  IndicatorValueShape,
  listIndicators,
  listIndicatorValues,
} from '../../../core/api/indicators.ts'
import { changeText, pointsLabel, valueText } from '../../../core/indicators/indicator.ts'
import { apiGet, apiSend } from '../../kit/api.ts'
import type { Language } from '../../kit/i18n.ts'

export type IndicatorList = ResponseOf<typeof listIndicators>
export type ValueList = ResponseOf<typeof listIndicatorValues>

export interface IndicatorFilter {
  readonly org: string
  readonly outline: string
  readonly domain: string
  readonly q: string
}

export const fetchIndicators = (filter: IndicatorFilter, cursor: string | null, signal: AbortSignal) =>
  apiGet<IndicatorList>('/indicators', { ...filter, cursor, limit: 50 }, signal)

/** The areas to choose from and what this reader may do: asked once, whatever is filtered. */
export function useIndicatorGround() {
  return useQuery({
    queryKey: ['indicators', 'ground'],
    queryFn: ({ signal }) => apiGet<IndicatorList>('/indicators', { limit: 200 }, signal),
  })
}

export function useIndicator(code: string, org: string | null, year: string | null) {
  return useQuery({
    queryKey: ['indicators', 'page', code, org, year],
    queryFn: ({ signal }) => apiGet<IndicatorPage>(`/indicators/${code}`, { org, year }, signal),
  })
}

export function useIndicatorValue(id: string) {
  return useQuery({
    queryKey: ['indicators', 'value', id],
    queryFn: ({ signal }) => apiGet<IndicatorValuePage>(`/indicator-values/${id}`, {}, signal),
  })
}

/** Sends a change; everything shown of indicators is then asked again. */
export function useIndicatorChange() {
  const client = useQueryClient()
  return async <T>(path: string, body: unknown): Promise<T> => {
    try {
      return await apiSend<T>('POST', path, body)
    } finally {
      await client.invalidateQueries({ queryKey: ['indicators'] })
    }
  }
}

/** In the reader's language where the definition has a name in it. */
export const nameIn = ({ name, nameEn }: Pick<IndicatorShape, 'name' | 'nameEn'>, language: Language): string =>
  (language === 'en' && nameEn) || name

/** 80.45 岁; +2.9 个百分点. */
export function shownValue(value: IndicatorValueShape, language: Language): string {
  if (value.value === null) return ''
  return value.form === 'change'
    ? `${changeText(value.value, value.decimals)} ${pointsLabel[language]}`
    : `${valueText(value.value, value.decimals)} ${value.unitLabel[language]}`
}
