import { type CheckGround, type Finding, find, type Numbered, wordsAround } from '../finding.ts'

/** Lists longer than this are not counted by eye; 等120个 is no list. */
const most = 30

const listed = new Set(['item', 'place', 'person', 'other'])

/** A、B、C等10个项目; 包括A、B两项: how many are named. */
export function listRules(ground: CheckGround, one: Numbered): Finding[] {
  const { n } = one
  if (
    !listed.has(n.unit) ||
    n.value < 2 ||
    n.value > most ||
    n.bound !== '=' ||
    !Number.isInteger(n.value) ||
    n.rhetorical
  )
    return []
  const { before, after } = wordsAround(ground, one)
  const text = ground.drafts[one.draft]?.text ?? ''
  if (/[“‘「]$/u.test(before) || /^[”’」]/u.test(after)) return []
  const ahead = namedBefore(before)
  const behind = ahead.count >= 2 ? undefined : namedBehind(text.slice(n.end, n.sentence.end), after)
  const { count, open } = behind ?? ahead
  if (count < (open ? 3 : 2) || count === n.value) return []
  if (open && count < n.value && n.value > count * 2) return []
  return [
    find(ground, 'list-count', one, {
      level: open && count < n.value ? 'note' : 'warning',
      why: {
        zh: `说是“${n.text}”，列出名称的有 ${count} 个。`,
        en: `The text says “${n.text}” and names ${count}.`,
      },
    }),
  ]
}

interface Named {
  readonly count: number
  readonly open: boolean
}

/** Quotes, titles and brackets are one thing each; two quotes side by side are two. */
function flat(text: string): string {
  return text
    .replace(/[”’》]\s*[“‘《]/gu, '”、“')
    .replace(/[（(][^）)]*[）)]/gu, '')
    .replace(/[“‘《][^”’》]*[”’》]/gu, '名')
}

function namedBefore(before: string): Named {
  const bare = flat(before).replace(/(?:共|共计|总计|合计|这|上述|以上)+$/u, '')
  const open = /等(?:[^，。；、等]{0,4})?$/u.test(bare)
  const items = bare.replace(/等(?:[^，。；、等]{0,4})?$/u, '').split('、')
  if (items.length < 2 || !/、/u.test(before) || items.some((item) => !item.trim() || /[\d]/u.test(item)))
    return { count: 0, open }
  const last = items.at(-1) ?? ''
  const joined = /[^和与及]{2,}(?:和|与|及|以及)[^和与及]{2,}/u.test(last) ? 1 : 0
  return { count: items.length + joined, open }
}

/** 3个文件：A、B、C; 四项行动，分别是…… */
function namedBehind(rest: string, after: string): Named | undefined {
  const match = /^[^，。；：、]{0,12}(?:：|，(?:分别(?:是|为)|即|包括|具体为)|（)([^。；：）]+)/u.exec(rest)
  const list = match?.[1]
  if (!list || (after && !rest.startsWith(after.slice(0, 1)))) return undefined
  const bare = flat(list).split('，')[0] ?? ''
  if (/[\d一二三四五六七八九十](?:个|项|名|人|场|期)/u.test(bare)) return undefined
  const items = bare.replace(/等.*$/u, '').split(/、|和|及/u)
  return items.length < 2 ? undefined : { count: items.length, open: /等/u.test(bare) }
}
