import { type Level, levelOf, type OrgCode } from '../org-code.ts'
import { type Role, roles } from '../role.ts'
import { type Label, units } from '../unit.ts'
import { measureOf } from './counting.ts'
import { lineOf } from './patterns.ts'
import type { LocalSpec, MeasureSpec } from './spec.ts'

export const levelWords = {
  region: { zh: '自治区', en: 'region' },
  league: { zh: '盟市', en: 'league' },
  banner: { zh: '旗县', en: 'banner' },
  township: { zh: '苏木乡镇', en: 'township' },
  village: { zh: '嘎查村', en: 'village' },
} as const satisfies Record<Level, Label>

/** Words that say a matter belongs to a confidential service, or to the house's own sealed fields. */
const sensitive: readonly { readonly words: RegExp; readonly about: Label }[] = [
  {
    words: /家暴|暴力|殴打|性侵|虐待|施暴|受害|violence|abuse|assault/i,
    about: {
      zh: '像是家庭暴力或侵害。这类事请用维权、调解、人身安全里的保密服务，不要在本地项目里登记。',
      en: 'looks like violence. Use the confidential services (rights, mediation, safety); do not record it here.',
    },
  },
  {
    words: /病|癌|诊断|残疾|怀孕|孕|艾滋|精神|用药|体检|illness|cancer|diagnos|disab|pregnan|HIV|mental/i,
    about: {
      zh: '像是健康信息，属敏感个人信息：确需登记的，等级选 P3，并先取得本人单独同意。',
      en: 'looks like health data, which is sensitive: if it must be recorded, choose P3 and ask for her separate consent first.',
    },
  },
  {
    words: /身份证|证件号|护照|银行卡|账号|手机|电话|住址|人脸|指纹|ID number|passport|bank|phone|address/i,
    about: {
      zh: '像是证件、账号或联系方式。请用“人员”项选人：号码由人员登记加密保存，不要另抄一份。',
      en: 'looks like identity or contact data. Use a person field: the register keeps numbers encrypted; do not copy them.',
    },
  },
]

/** What to think about before handing it in: in words, and not forbidden. */
export const warningsOf = (spec: LocalSpec): Label[] =>
  [spec.label, spec.title, ...spec.fields.flatMap((f) => [f.label, ...f.options.map((o) => o.label)])].flatMap(
    (label) =>
      sensitive
        .filter(({ words }) => words.test(label.zh) || words.test(label.en))
        .map(({ about }) => ({ zh: `“${label.zh}”${about.zh}`, en: `“${label.en || label.zh}” ${about.en}` })),
  )

const rolesIn = (list: readonly Role[]): Label => ({
  zh: list.map((role) => roles[role].zh).join('、'),
  en: list.map((role) => roles[role].en).join(', '),
})
const levelsIn = (list: readonly Level[]): Label => ({
  zh: list.map((level) => levelWords[level].zh).join('、'),
  en: list.map((level) => levelWords[level].en).join(', '),
})

/** Who does and sees what, in plain words: read by the second person before she agrees. */
export function summaryOf(spec: LocalSpec, owner: OrgCode): Label[] {
  const step = (who: LocalSpec['check'], zh: string, en: string): Label[] => {
    if (!who) return []
    const [by, at] = [rolesIn(who.roles), levelsIn(who.levels)]
    return [{ zh: `${zh}：${at.zh}的${by.zh}。`, en: `${en}: ${by.en} at ${at.en} level.` }]
  }
  const readers = rolesIn([
    ...new Set<Role>([...[spec.record, spec.check, spec.approve].flatMap((who) => who?.roles ?? []), ...spec.see]),
  ])
  const own = levelWords[levelOf(owner)]
  const shut = spec.fields.filter((f) => f.class === 'P2' || f.class === 'P3').map((f) => f.label.zh)
  return [
    ...step(spec.record, '记录', 'Records'),
    ...step(
      spec.check,
      spec.pattern === 'approval' ? '审核（不能是填的人）' : '核对（不能是填的人）',
      'Checks (never who filled it in)',
    ),
    ...step(spec.approve, '批准（不能是审核的人）', 'Approves (never who reviewed it)'),
    {
      zh: `看得到记录：本${own.zh}范围内的${readers.zh}，各看自己和下级的；范围外的、上级的都看不到记录，上级只看得到数。`,
      en: `Sees records: ${readers.en} within this ${own.en}, each their own and those below. Nobody outside; levels above see the numbers only.`,
    },
    ...(shut.length > 0
      ? [
          {
            zh: `涉及个人、对非承办人遮挡的项：${shut.join('、')}。`,
            en: `Personal, masked for who does not handle the record: ${shut.join(', ')}.`,
          },
        ]
      : []),
    ...(spec.days
      ? [
          {
            zh: `交上来后 ${spec.days} 个工作日内办理，到期提醒。`,
            en: `To be dealt with within ${spec.days} working days.`,
          },
        ]
      : []),
  ]
}

/** What a measure counts, in one sentence. */
export function countedAs(spec: LocalSpec, m: MeasureSpec): Label {
  const measure = measureOf(spec, m)
  const own = 'unitLabel' in measure ? measure.unitLabel : undefined
  const unit = own ?? units[measure.unit].label
  const state = lineOf(spec.kind, spec.pattern)[m.state] ?? { zh: m.state, en: m.state }
  const of = spec.fields.find(({ key }) => key === m.field)?.label
  const what = {
    records: { zh: '每条记录算 1', en: '1 for each record' },
    sum: { zh: `把“${of?.zh ?? ''}”加起来`, en: `the sum of “${of?.en || of?.zh || ''}”` },
    attendances: { zh: '签到的和清点的都算', en: 'sign-ins and head-counts' },
    persons: { zh: '实名的人，一人多次只算一人', en: 'identified persons, each once' },
  }[m.counts]
  return {
    zh: `${m.label.zh}（${unit.zh}）：到“${state.zh}”起计，${what.zh}。含：${m.includes}。不含：${m.excludes}。`,
    en: `${m.label.en || m.label.zh} (${unit.en}): from “${state.en}” on, ${what.en}.`,
  }
}
