import type { dangerSigns } from '../../core/rights-words.ts'
import type { Label } from '../../core/unit.ts'

export type Sign = keyof typeof dangerSigns

/** The nine questions as they are spoken, short enough for yes and no. */
export const spoken: Readonly<Record<Sign, Label>> = {
  weapon: { zh: '对方用过刀、棍，或者手边备着吗？', en: 'Has he used a knife or stick, or kept one ready?' },
  choking: { zh: '对方掐过您的脖子、捂过您的嘴吗？', en: 'Has he choked you or covered your mouth?' },
  killing: { zh: '对方说过要杀人吗？', en: 'Has he said he would kill?' },
  escalation: { zh: '最近打得更勤、更重了吗？', en: 'Has it become more often or worse?' },
  stalking: { zh: '对方跟着您、堵门，或者查您手机吗？', en: 'Does he follow you, block the door, search your phone?' },
  suicide: { zh: '有人说过要自杀吗？', en: 'Has anybody spoken of suicide?' },
  children: { zh: '孩子看着，或者孩子也挨打吗？', en: 'Do children see it, or are they hit?' },
  drink: { zh: '对方酗酒，或者吸毒吗？', en: 'Does he drink heavily or take drugs?' },
  separated: { zh: '刚提过离婚、分手，或者刚分开住吗？', en: 'Has separation just begun?' },
}
