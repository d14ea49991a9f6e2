import type { Label } from '../../core/unit.ts'
import { type Rule, rules } from './discrimination-rules.ts'

/** Work the law keeps women from (女职工劳动保护特别规定 附录第一条): only for it may a post be for men. */
export const protectedWork = {
  none: { zh: '不是女职工禁忌劳动', en: 'Not work closed to women' },
  mine: { zh: '矿山井下作业', en: 'Underground in a mine' },
  heavy: { zh: '第四级体力劳动强度的作业', en: 'Labour of the fourth grade of strain' },
  lifting: {
    zh: '每小时负重6次以上且每次超过20公斤，或间断负重每次超过25公斤',
    en: 'Loads over 20 kg more than six times an hour, or now and then over 25 kg',
  },
} as const satisfies Record<string, Label>

/** What a post says, field by field, as far as the check reads it. */
export interface PostText {
  readonly title?: string | undefined
  readonly duties?: string | undefined
  readonly conditions?: string | undefined
  readonly hours?: string | undefined
  readonly apply?: string | undefined
  readonly protectedWork?: string | undefined
}

export const readFields = ['title', 'duties', 'conditions', 'hours', 'apply'] as const

export interface Finding {
  readonly kind: Rule['kind']
  readonly field: (typeof readFields)[number]
  /** As they stand in the post, without blanks. */
  readonly words: string
  readonly what: Label
  readonly law: Label
  readonly mend: Label
}

/** Blanks and marks people put between characters to slip through, and the other forms of a character. */
const plain = (text: string): string =>
  text
    .normalize('NFKC')
    .replace(/[\s\u200b-\u200d\ufeff·•*_~`|]/gu, '')
    .toLowerCase()

/** Said to keep the law or to open the door: never a finding. Blotted out with marks of the same length. */
const harmless =
  /(?:男女|性别|婚育|婚否|年龄|身高|民族|户籍|籍贯)(?:情况|状况)?(?:均|都|皆)?(?:不限|可|均可|不作要求|无要求)|不限(?:制)?(?:男女|性别|婚育|婚否|年龄|身高|民族|户籍|籍贯)|不(?:得|准|许)?(?:问|询问|查|调查|了解)(?:婚育|婚姻|生育)[^，。；,;]{0,4}|不(?:收|收取|交|缴纳?)(?:取)?(?:任何)?(?:押金|保证金|服装费|培训费|体检费|费用)|不(?:扣押?|收)(?:押)?身份证|(?:年满|未满|须满|满)(?:十六|十八|16|18)周?岁|\d{1,2}(?:[-—–~至到]\d{1,2})?周?岁(?:以上|以下|左右)?的?(?:老人|儿童|孩子|婴幼儿|幼儿|学生|患者|学员)|单身(?:宿舍|公寓)|(?:负责|协助|开展|从事|承担|做好)[^，。；,;]{0,8}(?:孕检|孕妇|产妇)[^，。；,;]{0,6}|法定退休年龄(?:以内|内|以下)|欢迎(?:女性|妇女|宝妈|残疾人)[^，。；,;]{0,6}/gu

const blotted = (text: string): string => text.replace(harmless, (said) => '￭'.repeat(said.length))

/**
 * Reads a post for what the law forbids an employer to ask or to set: each finding with the words, the law and what would
 * mend it. Pure; the same text gives the same findings, in the order of the text. It finds wording, not intent: who checks
 * the post still reads it. Limits to men are lawful for `protectedWork`; nothing else is.
 */
export function findDiscrimination(post: PostText): Finding[] {
  const closed = post.protectedWork !== undefined && post.protectedWork !== 'none'
  return readFields.flatMap((field) => {
    const text = blotted(plain(post[field] ?? ''))
    const found = rules.flatMap(({ pattern, kind, what, law, mend }) =>
      closed && kind === 'men'
        ? []
        : [...text.matchAll(pattern)].map(({ 0: words, index }) => ({ index, kind, field, words, what, law, mend })),
    )
    // Of two readings of the same words the first rule's holds.
    const kept = found.filter(
      (one, at) =>
        !found.some(
          (other, before) =>
            before < at && other.index < one.index + one.words.length && one.index < other.index + other.words.length,
        ),
    )
    return kept.sort((a, b) => a.index - b.index).map(({ index: _, ...finding }) => finding)
  })
}
