import type { KnownMeasure } from '../../core/draft/known.ts'
import { unitLabel } from '../../core/unit.ts'
import { programmes } from '../../registry.ts'

/** The measures of the registry with the names a draft may call them by. */
export const draftMeasures: readonly KnownMeasure[] = programmes.flatMap((programme) =>
  Object.entries(programme.measures).map(([key, measure]) => ({
    id: `${programme.id}.${key}`,
    programme: programme.id,
    label: measure.label.zh,
    aliases: 'aliases' in measure ? (measure.aliases ?? []) : [],
    about: [programme.label.zh, programme.short.zh],
    unit: measure.unit,
    unitLabel: unitLabel(measure.unit, 'zh', 'unitLabel' in measure ? measure.unitLabel : undefined),
  })),
)
