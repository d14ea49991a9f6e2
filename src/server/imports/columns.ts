import type { Field } from '../../core/field.ts'
import type { Programme } from '../../core/programme.ts'
import type { Role } from '../../core/role.ts'

/** How the text of a cell becomes a value. Persons take three columns; the reader puts them together again. */
export type ColumnKind =
  | 'text'
  | 'number'
  | 'money'
  | 'day'
  | 'date-time'
  | 'yes-no'
  | 'choice'
  | 'choices'
  | 'record'
  | 'org'
  | 'fund'
  | 'name'
  | 'document'
  | 'phone'
  | 'minutes'

/** One column of a sheet. `key` stands in the hidden first row, so that columns may be moved about or left out. */
export interface Column {
  readonly key: string
  readonly label: string
  readonly kind: ColumnKind
  readonly required: boolean
  readonly help?: string
  /** Of a choice: what the person picks → what is kept. */
  readonly options?: ReadonlyMap<string, string>
  /** The field of the definition it fills, for its own words about a wrong value. */
  readonly field?: string
}

/** Columns the engine knows, whatever the programme. None can be a field's key: those have no '#'. */
export const stateKey = '#state'
export const countedKey = '#counted'
export const estimateKey = '#estimate'
export const estimateReasonKey = '#estimate-reason'
export const confirmKey = '#confirm'
export const problemKey = '#problem'
export const rowKey = '#row'

export const yesWords: ReadonlyMap<string, string> = new Map([
  ['是', 'true'],
  ['否', 'false'],
])
const byLabel = (options: Readonly<Record<string, { zh: string }>>) =>
  new Map(Object.entries(options).map(([value, { zh }]) => [zh, value]))

/** The three columns of one person. The number finds her if she is registered; otherwise she is registered here. */
function personColumns(prefix: string, label: string, required: boolean, field: string | undefined): Column[] {
  const name = (part: string) => (label ? `${label}·${part}` : part)
  return [
    { key: `${prefix}.name`, label: name('姓名'), kind: 'name', required, field },
    {
      key: `${prefix}.document`,
      label: name('证件号码'),
      kind: 'document',
      required: false,
      field,
      help: '居民身份证 18 位。已登记过的人凭号码认出，不会重复登记。没有号码就填电话。',
    },
    {
      key: `${prefix}.phone`,
      label: name('电话'),
      kind: 'phone',
      required: false,
      field,
      help: '手机，或带区号的座机。证件号码和电话至少填一样。',
    },
  ]
}

function columnsOfField(key: string, f: Field): Column[] {
  const base = { key, label: f.label.zh, required: f.required ?? false, help: f.help?.zh, field: key }
  switch (f.kind) {
    case 'text':
      return [{ ...base, kind: 'text' }]
    case 'integer':
      return [{ ...base, kind: 'number', label: f.unitLabel ? `${f.label.zh}（${f.unitLabel.zh}）` : f.label.zh }]
    case 'money':
      return [{ ...base, kind: 'money', label: `${f.label.zh}（元）` }]
    case 'day':
      return [{ ...base, kind: 'day' }]
    case 'date-time':
      return [{ ...base, kind: 'date-time' }]
    case 'yes-no':
      return [{ ...base, kind: 'yes-no', options: yesWords }]
    case 'choice':
      return [{ ...base, kind: 'choice', options: byLabel(f.options) }]
    case 'choices':
      return [{ ...base, kind: 'choices', options: byLabel(f.options), help: base.help ?? '可填几项，用顿号隔开。' }]
    case 'record':
      return [{ ...base, kind: 'record', help: base.help ?? '填名称或编号，须已登记。' }]
    case 'person':
      return personColumns(key, f.label.zh, base.required, key)
    // One person per role: a sheet has no room for more, and the rest can be added on the record.
    case 'people':
      return Object.entries(f.roles).flatMap(([role, { zh }]) =>
        personColumns(`${key}.${role}`, zh, base.required, key),
      )
    case 'org':
      return [{ ...base, kind: 'org', help: base.help ?? '填组织的全称，或 16 位代码。' }]
    case 'fund':
      return [{ ...base, kind: 'fund', help: base.help ?? '填资金的名称或编号，须是本级或上级的。' }]
    // Questions asked face to face, and clauses, are written on the record itself.
    default:
      return []
  }
}

/** States a new record may be brought to at once: by one step from the first, without further questions. */
export function firstSteps(programme: Programme, role: Role): { action: string; state: string; label: string }[] {
  return Object.entries(programme.actions)
    .filter(
      ([, a]) =>
        a.from !== 'any' && a.from.includes(programme.initial) && a.to !== 'same' && a.to !== programme.initial,
    )
    .filter(([, a]) => a.by.includes(role) && !a.asks && !a.reason && !a.secondPerson)
    .map(([action, a]) => ({ action, state: a.to, label: programme.states[a.to]?.zh ?? a.to }))
}

/** Fields a sheet asks for: those of the first form, and those a first step fills in. */
function fieldsOf(programme: Programme, role: Role): string[] {
  const filled = firstSteps(programme, role).flatMap(({ action }) => programme.actions[action]?.fills ?? [])
  return [...new Set([...programme.opens, ...filled])]
}

/** The columns of a programme's sheet for a post of this role. */
export function programmeColumns(programme: Programme, role: Role): Column[] {
  const fields = fieldsOf(programme, role).flatMap((key) => {
    const f = programme.fields[key]
    return f ? columnsOfField(key, f) : []
  })
  const steps = firstSteps(programme, role)
  const initial = programme.states[programme.initial]?.zh ?? programme.initial
  const state: Column[] =
    steps.length === 0
      ? []
      : [
          {
            key: stateKey,
            label: '现在的状态',
            kind: 'choice',
            required: false,
            options: new Map([[initial, ''], ...steps.map((s) => [s.label, s.action] as const)]),
            help: `不填就是“${initial}”。`,
          },
        ]
  return [...fields, ...(takesHeads(programme) ? headColumns : []), ...state]
}

/** Heads are asked for where the definition has no field of its own for how many came. */
export const takesHeads = (programme: Programme): boolean => programme.kind === 'activity'

const headColumns: Column[] = [
  {
    key: countedKey,
    label: '清点人数',
    kind: 'number',
    required: false,
    help: '没有实名签到、照签到表或登记簿清点的人数。从表格导入的按“登记簿”记（D），补上签到表照片后可改为 B。',
  },
  {
    key: estimateKey,
    label: '估计人数',
    kind: 'number',
    required: false,
    help: '没有清点、只能估计的人数（C），要写明原因。',
  },
  {
    key: estimateReasonKey,
    label: '估计原因',
    kind: 'text',
    required: false,
    help: '为什么只能估计，例如：广场活动，无法清点。',
  },
]

/** The columns of a sheet of people. */
export const peopleColumns: readonly Column[] = [
  { key: 'name', label: '姓名', kind: 'name', required: true },
  {
    key: 'document',
    label: '证件号码',
    kind: 'document',
    required: false,
    help: '居民身份证 18 位。同一号码只登记一次。',
  },
  { key: 'phone', label: '电话', kind: 'phone', required: false, help: '证件号码和电话至少填一样。' },
  {
    key: 'gender',
    label: '性别',
    kind: 'choice',
    required: false,
    options: new Map([
      ['女', 'female'],
      ['男', 'male'],
    ]),
    help: '填了身份证号可以不填。',
  },
  { key: 'birthDate', label: '出生日期', kind: 'day', required: false, help: '填了身份证号可以不填。' },
  { key: 'address', label: '住址', kind: 'text', required: false },
]

/** The columns of a list of people at one activity. */
export const attendanceColumns: readonly Column[] = [
  ...personColumns('person', '', true, undefined),
  { key: 'minutes', label: '时长（分钟）', kind: 'minutes', required: false, help: '0 到 720。' },
]

/** In returned sheets only: says that a row that looks like a duplicate is not one. */
export const confirmColumn: Column = {
  key: confirmKey,
  label: '确认不是重复',
  kind: 'yes-no',
  required: false,
  options: yesWords,
  help: '核对过确实是另一件事，填“是”再导入。',
}
