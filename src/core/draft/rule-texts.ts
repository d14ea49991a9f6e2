import type { Label } from '../unit.ts'
import type { Level } from './finding.ts'

interface RuleText {
  readonly level: Level
  readonly label: Label
  /** What would mend it. */
  readonly fix: Label
}

/** What a draft is checked for. R-STAT-01 … R-STAT-05; the contradictions C01–C25 of the ledger are of these kinds. */
export const rules = {
  'figure-unknown': {
    level: 'warning',
    label: { zh: '查无此数', en: 'No such figure' },
    fix: {
      zh: '写明出处，或先把它登记为已发布数字。',
      en: 'Name its source, or register it as a published number first.',
    },
  },
  'figure-differs': {
    level: 'error',
    label: { zh: '与已有数字不同', en: 'Differs from a figure' },
    fix: {
      zh: '核对期间、口径和单位；确实不同就写明为什么。',
      en: 'Compare period, definition and unit; where they do differ, say why.',
    },
  },
  'release-differs': {
    level: 'warning',
    label: { zh: '与发布的数字不同', en: 'Differs from a release' },
    fix: {
      zh: '引用发布的数和追溯码；要用新的数，先重新发布，替代原来的。',
      en: 'Quote the released figure with its trace code; to give a new one, release it first in place of the old.',
    },
  },
  'figure-explained': {
    level: 'note',
    label: { zh: '两个数不同，已有说明', en: 'Two numbers, and why' },
    fix: { zh: '可以照用；读者会问时，把说明也写上。', en: 'It may stand; where a reader would ask, say why.' },
  },
  'unit-differs': {
    level: 'error',
    label: { zh: '单位与指标不符', en: 'Not the measure’s unit' },
    fix: {
      zh: '用指标自己的单位：人是不重复的人，人次是次数。',
      en: 'Use the measure’s own unit: persons are distinct, attendances are not.',
    },
  },
  'two-values': {
    level: 'warning',
    label: { zh: '同一件事两个数', en: 'Two values of one thing' },
    fix: {
      zh: '给每个数写明起止时间和范围；期间、范围都一样就只留一个。',
      en: 'Give each its period and scope; where both are the same, keep one.',
    },
  },
  'total-shrinks': {
    level: 'error',
    label: { zh: '累计数变小', en: 'A cumulative total that shrinks' },
    fix: {
      zh: '累计数只增不减：核对起点、范围和是否扣减。',
      en: 'A cumulative total only grows: compare start, scope and reversals.',
    },
  },
  'persons-over-person-times': {
    level: 'error',
    label: { zh: '人数多于人次', en: 'More persons than attendances' },
    fix: {
      zh: '同一范围里人数不会多于人次：核对两个数的期间和范围，分别写明。',
      en: 'In one scope persons cannot exceed attendances: compare the scopes of both and state them.',
    },
  },
  'counted-two-ways': {
    level: 'warning',
    label: { zh: '一处记人、一处记人次', en: 'Persons here, attendances there' },
    fix: { zh: '同一件事用同一种单位，或两种都写。', en: 'Count one thing in one unit, or give both.' },
  },
  'units-mixed': {
    level: 'error',
    label: { zh: '不同单位加在一起', en: 'Unlike units in one number' },
    fix: { zh: '分开写：多少人（或人次）、多少户。', en: 'Give two numbers: so many persons, so many households.' },
  },
  'acts-joined': {
    level: 'warning',
    label: { zh: '两类事合成一个数', en: 'Two kinds in one number' },
    fix: {
      zh: '分别写出每一类有多少；一处挂几块牌子的只数一处。',
      en: 'Give each kind its own number; one place with several plaques counts once.',
    },
  },
  'total-of-round': {
    level: 'warning',
    label: { zh: '由整数口号汇成的总数', en: 'A total of round numbers' },
    fix: { zh: '列出每项活动各服务了多少，再给合计。', en: 'Say how many each campaign served, then the total.' },
  },
  'sum-wrong': {
    level: 'error',
    label: { zh: '合计不等于各项之和', en: 'The parts do not add up' },
    fix: { zh: '重算合计，或写明哪些没有列出。', en: 'Add again, or say what is not listed.' },
  },
  'outcome-in-person-times': {
    level: 'error',
    label: { zh: '结果应数人', en: 'An outcome counts persons' },
    fix: {
      zh: '就业、脱贫这样的结果按人数，写明统计时点。',
      en: 'Count persons for outcomes such as jobs, with the day of counting.',
    },
  },
  'views-as-attendance': {
    level: 'warning',
    label: { zh: '线上观看不是到场人次', en: 'Views are not attendance' },
    fix: {
      zh: '写“播放”或“观看”多少次，注明平台；不与服务、参加人次相加或相比。',
      en: 'Call them views and name the platform; never add them to, or compare them with, attendance.',
    },
  },
  'crowd-size': {
    level: 'warning',
    label: { zh: '每场人数不合常理', en: 'Too many per session' },
    fix: {
      zh: '核对场次和人次是否同一范围；线上的单列。',
      en: 'See whether both are of one scope; list online views apart.',
    },
  },
  'scope-open': {
    level: 'note',
    label: { zh: '“等活动”没有边界', en: '“And others” has no edge' },
    fix: {
      zh: '写明包括哪些活动，才能复核，也才能与别处比较。',
      en: 'Say which activities are in it, so that it can be recounted and compared.',
    },
  },
  'over-population': {
    level: 'error',
    label: { zh: '人数多于人口', en: 'More persons than people' },
    fix: {
      zh: '多半是人次：改写单位，或去掉重复的人。',
      en: 'Probably attendances: change the unit, or remove duplicates.',
    },
  },
  'part-over-whole': {
    level: 'error',
    label: { zh: '部分大于整体', en: 'A part larger than the whole' },
    fix: { zh: '核对“其中”后面的数与前面总数的范围。', en: 'Compare the scopes of the part and of the total.' },
  },
  'part-or-addition': {
    level: 'note',
    label: { zh: '包含还是另加', en: 'Part of it, or besides' },
    fix: { zh: '是其中一部分就写“其中”，不是就写“另有”。', en: 'Write “of which” or “besides”.' },
  },
  'rate-without-base': {
    level: 'warning',
    label: { zh: '比率没有分母', en: 'A rate without its base' },
    fix: { zh: '写出谁占谁、各是多少，以及年份。', en: 'Say which part of what, both numbers, and the year.' },
  },
  'coverage-without-total': {
    level: 'warning',
    label: { zh: '“全覆盖”没有总数', en: 'Full coverage of how many' },
    fix: {
      zh: '写应有多少、已有多少、按哪天的名单。',
      en: 'Say how many there should be, how many there are, by the list of which day.',
    },
  },
  'rate-over-hundred': {
    level: 'error',
    label: { zh: '比率超过 100%', en: 'A share above 100%' },
    fix: { zh: '核对分子分母；若是增幅请写“增长”。', en: 'Check both parts; call growth growth.' },
  },
  'change-without-base': {
    level: 'warning',
    label: { zh: '变化没有起点', en: 'A change without its base' },
    fix: { zh: '写明与哪一年比，从多少到多少。', en: 'Say compared with which year, from what to what.' },
  },
  'stock-without-date': {
    level: 'warning',
    label: { zh: '现有数没有截至日', en: 'A stock without its day' },
    fix: { zh: '加上“截至某年某月某日”。', en: 'Add “as of” and the day.' },
  },
  'cumulative-without-period': {
    level: 'warning',
    label: { zh: '累计数没有起止时间', en: 'A total without its period' },
    fix: { zh: '写明从哪天到哪天。', en: 'Say from which day to which.' },
  },
  'plan-as-result': {
    level: 'note',
    label: { zh: '计划数不是成果', en: 'A plan is no result' },
    fix: { zh: '与已完成的数分开写，不进成果统计。', en: 'Keep it apart from what is done; it goes into no total.' },
  },
  'rank-without-year': {
    level: 'warning',
    label: { zh: '名次没有年份', en: 'A rank without its year' },
    fix: { zh: '写明哪一年、哪项考核、是否并列。', en: 'Say which year and assessment, and whether tied.' },
  },
  'insured-sum': {
    level: 'warning',
    label: { zh: '保额不是钱款', en: 'A sum insured is no money' },
    fix: {
      zh: '另写保费、参保人数和赔付；保额不与募集款物相加。',
      en: 'Give premium, persons insured and payouts; never add it to money raised.',
    },
  },
  'standard-indivisible': {
    level: 'error',
    label: { zh: '按标准除不尽', en: 'Not a multiple of the standard' },
    fix: {
      zh: '写明人数；有其他标准、退回或实物的分列。',
      en: 'Say how many persons; list other standards, returned money and goods apart.',
    },
  },
  'list-count': {
    level: 'warning',
    label: { zh: '列出的与说的个数不同', en: 'Named and counted differ' },
    fix: { zh: '补齐名称，或改成列出的个数。', en: 'Name them all, or give the number named.' },
  },
  'double-hedge': {
    level: 'error',
    label: { zh: '重复限定', en: 'Hedged twice' },
    fix: { zh: '只留一个：超6000万，或6000多万。', en: 'Keep one hedge.' },
  },
  'hedge-exact': {
    level: 'note',
    label: { zh: '精确数不必限定', en: 'A hedge on an exact number' },
    fix: { zh: '去掉“约、近、余”，或改用整数。', en: 'Drop the hedge, or round the number.' },
  },
  rhetoric: {
    level: 'note',
    label: { zh: '虚指，不是统计', en: 'A figure of speech' },
    fix: {
      zh: '不得当作数字引用；要报数就用实数。',
      en: 'Never quote it as a figure; give a counted number where one is meant.',
    },
  },
  'unit-missing': {
    level: 'warning',
    label: { zh: '没有单位', en: 'No unit' },
    fix: { zh: '补上单位：人、人次、户、件……', en: 'Add the unit.' },
  },
} as const satisfies Record<string, RuleText>

export type RuleId = keyof typeof rules
export const ruleIds = Object.keys(rules) as RuleId[]
