import { flow } from '../../core/measure.ts'
import { reading, viewsUnit } from '../../core/reading.ts'

export const makers = ['family', 'publicity', 'chair'] as const
export const seers = ['chair', 'family', 'publicity', 'guide', 'organisation', 'statistician'] as const

/** What a programme, a course and a film have in common: a counter outside that is read now and then. */
export const readStep = <const S extends string>(from: readonly S[]) =>
  ({
    label: { zh: '记一次观看读数', en: 'Record a reading of views' },
    from,
    to: 'same',
    by: makers,
    asks: reading,
    tone: 'main',
  }) as const

/** Views of a kind of thing: never people who came (R-STAT-02, C20). */
export const viewsOf = (what: string, aliases: readonly string[] = []) =>
  flow('item', {
    label: { zh: `${what}观看`, en: 'Views' },
    aliases,
    unitLabel: viewsUnit,
    includes: `${what}各渠道累计读数的增加，按读数日期`,
    excludes: '到场人次；没有来源的估计；粉丝数',
  })
