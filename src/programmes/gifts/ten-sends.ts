import type { Label } from '../../core/unit.ts'

/**
 * 十送 (L004). The articles never list the ten: seven names come from other public reports, three are 〔待核〕 and are written
 * under `other` until the owner names them. Add a line here; records keep their key.
 */
export const tenSends = {
  theory: { zh: '送理论', en: 'Theory' },
  warmth: { zh: '送温暖', en: 'Warmth' },
  culture: { zh: '送文化', en: 'Culture' },
  service: { zh: '送服务', en: 'Services' },
  upbringing: { zh: '送家教', en: 'Family education' },
  care: { zh: '送关怀', en: 'Care' },
  health: { zh: '送健康', en: 'Health' },
  other: { zh: '其他（名称待核）', en: 'Another (name to be checked)' },
} as const satisfies Record<string, Label>
