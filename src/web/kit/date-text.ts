import { type Day, weekdayOf } from '../../core/day.ts'
import type { Language } from './i18n.ts'

const weekdays = {
  zh: ['周日', '周一', '周二', '周三', '周四', '周五', '周六'],
  en: ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'],
} as const

/** 11-20: where the year is stated nearby. */
export function shortDate(day: Day): string {
  return day.slice(5, 10)
}

/** 周五 / Fri. */
export function weekday(day: Day, language: Language): string {
  return weekdays[language][weekdayOf(day)] ?? ''
}

/** A moment (ISO 8601) as 2026-11-20 09:30 in Shanghai time, the field's clock wherever the reader sits. */
export function momentText(iso: string): string {
  const moment = new Date(iso)
  if (Number.isNaN(moment.getTime())) return iso
  return new Date(moment.getTime() + 8 * 3_600_000).toISOString().slice(0, 16).replace('T', ' ')
}
