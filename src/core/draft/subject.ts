import type { Draft, DraftNumber } from './draft-number.ts'

/** Short forms and twin words of the field, brought to one, so that 化解家庭矛盾 meets 调解家庭纠纷. */
const twins: ReadonlyArray<readonly [RegExp, string]> = [
  [/婚调室/gu, '婚姻家庭纠纷调解室'],
  [/矛盾纠纷|矛盾/gu, '纠纷'],
  [/化解|调处|处置/gu, '调解'],
  [/从业人员|服务人员|服务员/gu, '人员'],
  [/筹募|募捐|筹集|募得|争取到/gu, '募集'],
  [/款物|善款|物资/gu, '款物'],
  [/受训|参训/gu, '培训'],
  [/场次/gu, '场'],
  [/专场招聘会|招聘活动/gu, '招聘会'],
]

const stop =
  /妇女儿童|妇女|儿童|女性|群众|广大|各族|各类|各级|各项|全区|全省|全市|全县|全盟|全旗|全国|自治区|累计|总计|共计|合计|总数|总共|价值|共|组织|开展|举办|举行|实施|持续|先后|已经|已|达到|达|超过|超|突破|约|近|逾|余|多|等|和|及|与|的|了|在|为|由|对|个|自|年|月|日|今|以来|其中|进行|完成|参与|参加|受益|吸引|建设|建成|提供|活动|工作|服务|近年来|同时|人员|工程|项目/gu

const act =
  /培训|调解|救助|募集|宣讲|走访|慰问|帮扶|资助|发放|选树|评选|表彰|筛查|接待|受理|办理|投入|投放|扶持|带动|排查|咨询|帮助|创建|成立/gu

/** What a number is about. */
export interface Subject {
  /** Han words before the number, as written, down to the nearest stop of the sentence: 培训妇女. */
  readonly tail: string
  /** Words behind it: 巾帼行动. */
  readonly head: string
  /** Names in quotes in its clause and the clause before. */
  readonly names: readonly string[]
  readonly terms: ReadonlySet<string>
  readonly level: string | undefined
}

const cache = new WeakMap<DraftNumber, Subject>()

export function subjectOf(draft: Draft, n: DraftNumber): Subject {
  const held = cache.get(n)
  if (held) return held
  const made = read(draft, n)
  cache.set(n, made)
  return made
}

function read(draft: Draft, n: DraftNumber): Subject {
  const { text } = draft
  const before = text.slice(n.clause.at, n.at)
  const after = text.slice(n.end, n.clause.end).replace(/[，。；：！？,;:]$/u, '')
  const segmentBefore = outside(before).split('、').at(-1) ?? ''
  const tail = onlyWords(unquoted(segmentBefore.split(/[，。；：]/u).at(-1) ?? '')).replace(
    /(?:累计|总计|共计|合计|共|达到?|为|有)+$/u,
    '',
  )
  const head = onlyWords(/^[^，。；、：（(]*/u.exec(unquoted(after))?.[0] ?? '')
  const bare = onlyWords(segmentBefore + head).replace(stop, '')
  const lead = bare.length < 4 ? clauseBefore(draft, n) : ''
  const said = `${lead}｜${segmentBefore}｜${head}`
  const around =
    text
      .slice(Math.max(n.sentence.at, n.clause.at - 60), n.clause.end)
      .split(/；(?=.)/u)
      .at(-1) ?? ''
  const names = [...around.matchAll(/[“《「]([^”》」\n]{2,30})[”》」]/gu)].map((m) =>
    (m[1] ?? '').replace(/[·\s]/gu, ''),
  )
  return {
    tail,
    head,
    names,
    terms: termsOf(said),
    level: /全国|国家级|自治区|省级|市级|盟市级|旗县级|县级/u.exec(`${segmentBefore}${head}`)?.[0],
  }
}

const unquoted = (text: string) => text.replace(/[“”‘’「」"]/gu, '')
const onlyWords = (text: string) => text.replace(/[^\p{Script=Han}]/gu, '')

/** 、 inside quotes and titles separates nothing. */
function outside(text: string): string {
  return text.replace(/[“《（(「][^”》）)」]*[”》）)」]/gu, (part) => part.replaceAll('、', ''))
}

/** The clause before, when this one says too little (…，7万余名妇女受益). */
function clauseBefore(draft: Draft, n: DraftNumber): string {
  const text = draft.text.slice(n.sentence.at, n.clause.at).replace(/[，,；;：:]\s*$/u, '')
  return text.split(/[，；：,;]/u).at(-1) ?? ''
}

/** Pairs of characters of what is left without stop words and numerals. */
export function termsOf(text: string): ReadonlySet<string> {
  let plain = unquoted(text)
  for (const [pattern, word] of twins) plain = plain.replace(pattern, word)
  plain = plain
    .replace(act, '｜$&｜')
    .replace(stop, '｜')
    .replace(/[^\p{Script=Han}]|[〇零一二两三四五六七八九十百千万亿]+/gu, '｜')
  const terms = new Set<string>()
  for (const piece of plain.split('｜')) for (let i = 0; i + 2 <= piece.length; i++) terms.add(piece.slice(i, i + 2))
  return terms
}

/** How rare each term is among the numbers looked at: a word that stands at every number tells nothing. */
export function weigher(all: readonly Subject[]): (term: string) => number {
  const seen = new Map<string, number>()
  for (const { terms } of all) for (const term of terms) seen.set(term, (seen.get(term) ?? 0) + 1)
  return (term) => Math.log(1 + all.length / (seen.get(term) ?? 1))
}

/** Whether two numbers are about one thing, as far as words show. */
export function sameSubject(a: Subject, b: Subject, weigh: (term: string) => number): boolean {
  if (a.level !== b.level && a.level !== undefined && b.level !== undefined) return false
  if (sameAct(a, b)) return true
  if (a.head.length >= 4 && a.head === b.head && a.head.replace(stop, '').length >= 3) return true
  if (specialises(a, b) || specialises(b, a)) return false
  let common = 0
  let shared = 0
  let things = 0
  for (const term of a.terms) {
    if (!b.terms.has(term)) continue
    common += weigh(term)
    shared += 1
    if (!isAct(term)) things += 1
  }
  const sum = (terms: ReadonlySet<string>) => [...terms].reduce((total, term) => total + weigh(term), 0)
  return shared >= 2 && things >= 1 && common / Math.min(sum(a.terms), sum(b.terms)) >= 0.6
}

const isAct = (term: string) => new RegExp(`^(?:${act.source})$`, 'u').test(term)

/** The words before both numbers end alike, with the act in them: 培训妇女, 围绕特色产业培训妇女. */
export function sameAct(a: Subject, b: Subject): boolean {
  const [long, short] = a.tail.length >= b.tail.length ? [a.tail, b.tail] : [b.tail, a.tail]
  return (
    short.length >= 4 && long.endsWith(short) && (long === short || new RegExp(`^(?:${act.source})`, 'u').test(short))
  )
}

/** 新领域妇联组织 is a kind of 妇联组织. */
export function specialises(a: Subject, b: Subject): boolean {
  const [long, short] = [a, b].map(({ tail }) =>
    tail.replace(/^(?:全区|全省|全市|各级|现有|共有|成立|发展|开展|举办|组织|实施|建设|建成|新建)+/u, ''),
  )
  return !!long && !!short && short.length >= 3 && long.length > short.length && long.endsWith(short)
}

/** How much of what both say is said by both: 0 to 1. */
export function likeness(a: Subject, b: Subject): number {
  const shared = [...a.terms].filter((term) => b.terms.has(term)).length
  return shared / Math.max(1, a.terms.size + b.terms.size - shared)
}
