import type { Day } from './day.ts'
import type { Facts } from './programme.ts'
import type { Role } from './role.ts'
import type { Label } from './unit.ts'

/** A person as a document may print her; a template asks only for what it must show. */
export interface DocumentPerson {
  readonly name: string
  readonly number?: string
  readonly phone?: string
  readonly address?: string
}

/** One activity its record's person took part in, with her minutes; titles are work data, no person's name. */
export interface Served {
  readonly on: Day
  readonly title: string
  /** Name of the organisation that recorded it. */
  readonly org: string
  readonly minutes: number
  /** P0 and P1 answers of the activity. */
  readonly answers: Readonly<Record<string, unknown>>
}

/** What a template is given. Answers are open here: who may make the document may read them, and the making is logged. */
export interface DocumentData {
  readonly facts: Facts
  /** Of the record: HJ-152921-2026-00017. */
  readonly recordNumber: string | null
  readonly documentNumber: string
  readonly org: string
  readonly today: Day
  readonly person: (id: string) => DocumentPerson
  /** Records whose parent this one is, for lists (`children` of the template). */
  readonly children: readonly Facts[]
  /** What the record's person took part in (`served` of the template), by day; only what this post sees. */
  readonly served?: readonly Served[]
}

/** Pieces of a page in the official layout (党政机关公文格式 GB/T 9704 in spirit: 标题, 仿宋, 页码). */
export type Block =
  | { readonly block: 'heading'; readonly text: string }
  | { readonly block: 'subheading'; readonly text: string }
  | { readonly block: 'paragraph'; readonly text: string; readonly indent?: boolean }
  /** An indented paragraph whose numbers bear a small raised mark, as footnotes do. */
  | { readonly block: 'marked'; readonly pieces: readonly { readonly text: string; readonly mark?: string }[] }
  /** Bars of one series, drawn by the reader's program from the numbers in the file. */
  | {
      readonly block: 'chart'
      readonly title: string
      readonly unit: string
      readonly bars: readonly { readonly label: string; readonly value: number }[]
    }
  /** Label and value, two columns. */
  | { readonly block: 'rows'; readonly rows: readonly (readonly [label: string, value: string])[] }
  | { readonly block: 'table'; readonly head: readonly string[]; readonly rows: readonly (readonly string[])[] }
  | { readonly block: 'numbered'; readonly items: readonly string[] }
  /** Lines to sign by hand, with the day. */
  | { readonly block: 'signatures'; readonly lines: readonly string[] }
  /** 落款: organisation and day, right, with room for a seal. */
  | { readonly block: 'seal'; readonly org: string; readonly on: Day }

/** A document a programme issues: numbered, versioned, re-printable. `body` is pure: the same record gives the same page. */
export interface DocumentTemplate<S extends string = string> {
  readonly label: Label
  readonly version: number
  /** Who may issue it, and in which states (default: any). */
  readonly by: readonly Role[]
  readonly in?: readonly S[]
  /** Programme whose records under this one it lists. */
  readonly children?: string
  /**
   * Activities its person took part in with minutes, of this programme in these states and on these days. Refuses
   * 'nothing-served' without any.
   */
  readonly served?: {
    readonly programme: string
    readonly in: readonly string[]
    readonly span: (facts: Facts) => { readonly from: Day; readonly to: Day }
  }
  /** Issued by the step that asks what it is to say, never without it. */
  readonly byStep?: true
  /** For the public: persons are printed masked, numbers never, and P3 and P4 answers are not given (R-CAN-07). */
  readonly masked?: boolean
  /** Letters of its running number after the programme's own: XY in HJXY-152921-2026-00003. Default: those of its key. */
  readonly series?: string
  /** Meant for the organisation the record was sent to as well; any other she never finds. */
  readonly forReceiver?: boolean
  readonly rule: string
  readonly body: (data: DocumentData) => readonly Block[]
}
