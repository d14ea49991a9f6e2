/**
 * Who may do what, as DESIGN 7 and the definitions' tables say it: plain rules over plain facts, written again by hand.
 * It calls nothing of the house, so that a slip there is a difference here.
 */
export interface ModelActor {
  readonly account: string
  readonly role: string
  readonly org: number
}
export interface ModelRecord {
  readonly id: string
  readonly programme: string
  readonly org: number
  readonly state: string
  readonly title: string
  readonly handlers: readonly string[]
  /** The organisation it was sent to. */
  readonly receiver?: number | undefined
  /** Everything that was done to it: by whom, and whether it changed its state. */
  readonly log: readonly { readonly by: string; readonly moved: boolean }[]
  /** Accounts that asked to open it and were allowed to by a second person. */
  readonly openedFor: readonly string[]
}

interface Step {
  readonly id: string
  readonly from: readonly string[]
  readonly by: readonly string[]
  readonly above?: true
  readonly second?: true
  readonly receiver?: true
}
interface Rules {
  readonly see: readonly string[]
  readonly create: readonly string[]
  readonly editable: readonly string[]
  readonly steps: readonly Step[]
  readonly confidential?: true
  readonly activity?: true
}

const mediators = ['mediator', 'rights']
const early = ['applied', 'accepted', 'mediating']
const running = ['accepted', 'mediating']
const everyCase = [...early, 'agreed', 'performing', 'done', 'refused', 'failed', 'blocked']
const evenings = ['chair', 'family', 'publicity']
const heads = ['chair', 'organisation']
const volunteering = ['chair', 'organisation', 'family', 'volunteer-leader', 'statistician']

export const rules: Record<string, Rules> = {
  'family-story': {
    see: [...evenings, 'organisation', 'statistician'],
    create: evenings,
    editable: ['planned', 'held'],
    activity: true,
    steps: [
      { id: 'hold', from: ['planned'], by: evenings },
      { id: 'reopen', from: ['held'], by: evenings },
      { id: 'cancel', from: ['planned', 'held'], by: evenings },
    ],
  },
  mediation: {
    see: mediators,
    create: mediators,
    editable: early,
    confidential: true,
    steps: [
      ...['consent', 'inform', 'declare', 'recuse', 'screen', 'refuse', 'withdraw', 'block'].map((id) => ({
        id,
        from: early,
        by: mediators,
      })),
      { id: 'accept', from: ['applied'], by: mediators },
      { id: 'session', from: running, by: mediators },
      { id: 'skip', from: running, by: mediators },
      { id: 'extend', from: running, by: mediators },
      { id: 'agree', from: ['mediating'], by: mediators },
      ...['confirm', 'courtAccepted', 'courtDecided', 'result'].map((id) => ({
        id,
        from: ['agreed', 'performing'],
        by: mediators,
      })),
      { id: 'visit', from: ['done'], by: mediators },
      ...['report', 'applyOrder'].map((id) => ({ id, from: everyCase, by: mediators })),
      { id: 'perform', from: ['agreed'], by: mediators },
      { id: 'finish', from: ['performing'], by: mediators },
      { id: 'fail', from: running, by: mediators },
    ],
  },
  'mediation-room': {
    see: ['chair', 'rights', 'mediator', 'organisation', 'statistician'],
    create: ['chair', 'rights'],
    editable: ['open'],
    steps: [
      { id: 'appoint', from: ['open'], by: ['chair', 'rights'] },
      { id: 'use', from: ['open'], by: ['chair', 'rights', 'mediator'] },
      { id: 'serve', from: ['open'], by: ['chair', 'rights', 'mediator'] },
      { id: 'close', from: ['open'], by: ['chair', 'rights'] },
    ],
  },
  'volunteer-team': {
    see: volunteering,
    create: heads,
    editable: ['applied', 'active', 'dormant'],
    steps: [
      { id: 'approve', from: ['applied'], by: heads, above: true },
      { id: 'rest', from: ['active'], by: heads },
      { id: 'wake', from: ['dormant'], by: heads },
      { id: 'dissolve', from: ['applied', 'active', 'dormant'], by: heads },
    ],
  },
  volunteer: {
    see: volunteering,
    create: [...heads, 'volunteer-leader'],
    editable: ['applied', 'active', 'suspended'],
    steps: [
      { id: 'verify', from: ['applied'], by: heads, above: true },
      { id: 'suspend', from: ['active'], by: heads },
      { id: 'resume', from: ['suspended'], by: heads },
      { id: 'leave', from: ['applied', 'active', 'suspended'], by: [...heads, 'volunteer-leader'] },
      { id: 'erase', from: ['left'], by: heads },
      { id: 'certify', from: ['active', 'suspended'], by: heads },
      { id: 'void', from: ['active', 'suspended', 'left'], by: heads },
    ],
  },
  'volunteer-session': {
    see: volunteering,
    create: [...heads, 'volunteer-leader'],
    editable: ['planned', 'running', 'stopped', 'done'],
    activity: true,
    steps: [
      { id: 'offer', from: ['planned'], by: [...heads, 'volunteer-leader'] },
      { id: 'begin', from: ['open'], by: [...heads, 'volunteer-leader'] },
      { id: 'finish', from: ['planned', 'running', 'stopped'], by: [...heads, 'volunteer-leader'] },
      { id: 'need', from: ['planned', 'running', 'done'], by: [...heads, 'volunteer-leader'] },
      { id: 'stop', from: ['open', 'running'], by: [...heads, 'volunteer-leader'] },
      { id: 'confirm', from: ['done'], by: heads, above: true, second: true },
      { id: 'giveBack', from: ['done', 'confirmed'], by: heads, above: true },
      { id: 'cancel', from: ['planned', 'open', 'done'], by: [...heads, 'volunteer-leader'] },
    ],
  },
}
Object.assign(rules, {
  'test-sent': {
    see: ['rights', 'operator', 'mediator', 'partner'],
    create: ['rights', 'operator'],
    editable: ['made', 'returned'],
    confidential: true,
    steps: [
      { id: 'send', from: ['made', 'returned'], by: ['rights', 'operator'] },
      { id: 'answer', from: ['sent'], by: ['partner'], receiver: true },
      { id: 'giveBack', from: ['sent'], by: ['partner', 'rights'], receiver: true },
      { id: 'handOver', from: ['made', 'answered'], by: ['rights', 'operator'] },
      { id: 'alarm', from: ['made', 'sent', 'returned', 'answered', 'gone'], by: ['rights', 'operator'] },
      { id: 'lapse', from: ['made'], by: [] },
    ],
  },
} satisfies Record<string, Rules>)
export const programmeIds = Object.keys(rules)
const rulesOf = (programme: string): Rules => rules[programme] ?? { see: [], create: [], editable: [], steps: [] }

/** How many codes the subtree of a code spans: 15 29 21 112 201 0003. */
const span = (code: number) =>
  code % 1e4 > 0
    ? 1
    : code % 1e7 > 0
      ? 1e4
      : code % 1e10 > 0
        ? 1e7
        : code % 1e12 > 0
          ? 1e10
          : code % 1e14 > 0
            ? 1e12
            : 1e14
export const inside = (code: number, scope: number): boolean => code >= scope && code < scope + span(scope)
/** The keeping organisation: the division's federation keeps what hangs on its division; what hangs on it keeps its own only. */
export const ofOwn = (org: number, post: number): boolean =>
  Math.floor(org / 1e4) === Math.floor(post / 1e4) && inside(org, post)

export const seesProgramme = (who: ModelActor, programme: string): boolean => rulesOf(programme).see.includes(who.role)
const isConfidential = (record: ModelRecord): boolean => rulesOf(record.programme).confidential === true
const handlesSealed = (who: ModelActor, record: ModelRecord): boolean =>
  // A handler who went on to another division has left her cases behind.
  (record.handlers.includes(who.account) && Math.floor(record.org / 1e4) === Math.floor(who.org / 1e4)) ||
  (ofOwn(record.org, who.org) && who.role === 'rights')
/** Hers only because it was sent to her very organisation. */
export const receives = (who: ModelActor, record: ModelRecord): boolean =>
  record.receiver === who.org &&
  record.org !== who.org &&
  seesProgramme(who, record.programme) &&
  !handlesSealed(who, record)

/** Whether the record exists for her. */
export function sees(who: ModelActor, record: ModelRecord): boolean {
  if (!seesProgramme(who, record.programme)) return false
  if (isConfidential(record))
    return handlesSealed(who, record) || record.openedFor.includes(who.account) || receives(who, record)
  return inside(record.org, who.org)
}

/** Whether it stands in her lists: of sealed records, those of her own organisation and those sent to it. */
export const lists = (who: ModelActor, record: ModelRecord): boolean =>
  sees(who, record) && (!isConfidential(record) || ofOwn(record.org, who.org) || receives(who, record))

/** Whether she handles it: sees P2 in clear, opens what is masked, adds files. */
export const handles = (who: ModelActor, record: ModelRecord): boolean =>
  isConfidential(record)
    ? handlesSealed(who, record)
    : ofOwn(record.org, who.org) && rulesOf(record.programme).create.includes(who.role)

const lastHand = (who: ModelActor, { log }: ModelRecord): boolean => {
  const lastMove = Math.max(0, log.map((act) => act.moved).lastIndexOf(true))
  return log[0]?.by === who.account || log.slice(lastMove).some((act) => act.by === who.account)
}

export function mayTake(who: ModelActor, record: ModelRecord, id: string): boolean {
  return refusalOf(who, record, id) === undefined
}

/** Why a step is refused to whoever sees the record; nothing when it is hers to take. */
export function refusalOf(who: ModelActor, record: ModelRecord, id: string): string | undefined {
  const step = rulesOf(record.programme).steps.find((s) => s.id === id)
  if (!step) return 'not-found'
  if (!step.from.includes(record.state)) return 'state-passed'
  if (step.second && lastHand(who, record)) return 'second-person'
  if (step.receiver) return step.by.includes(who.role) && receives(who, record) ? undefined : 'not-allowed'
  const near = isConfidential(record)
    ? handlesSealed(who, record)
    : ofOwn(record.org, who.org) || (step.above === true && inside(record.org, who.org))
  return step.by.includes(who.role) && near ? undefined : 'not-allowed'
}

export const stepsOf = (who: ModelActor, record: ModelRecord): string[] =>
  rulesOf(record.programme)
    .steps.map((s) => s.id)
    .filter((id) => mayTake(who, record, id))
    .sort()

export const mayEdit = (who: ModelActor, record: ModelRecord): boolean =>
  rulesOf(record.programme).editable.includes(record.state) &&
  handles(who, record) &&
  rulesOf(record.programme).create.includes(who.role)

export const isEditable = (record: ModelRecord): boolean => rulesOf(record.programme).editable.includes(record.state)
export const mayAttend = (who: ModelActor, record: ModelRecord): boolean =>
  rulesOf(record.programme).activity === true && mayEdit(who, record)
export const mayOpen = (who: ModelActor, record: ModelRecord): boolean =>
  sees(who, record) && (handles(who, record) || isConfidential(record))
export const mayNameHandlers = (who: ModelActor, record: ModelRecord): boolean =>
  isConfidential(record) && handlesSealed(who, record)
export const mayAttach = (who: ModelActor, record: ModelRecord): boolean =>
  handles(who, record) || receives(who, record)
export const mayCreate = (who: ModelActor, programme: string): boolean => rulesOf(programme).create.includes(who.role)

/** Whether a figure over `org` is shown to her at all, asked for whole months. */
export function figureRefusal(who: ModelActor, programme: string, org: number): string | undefined {
  if (!(org >= who.org && inside(org, who.org))) return 'out-of-scope'
  const handling = Math.floor(org / 1e4) === Math.floor(who.org / 1e4) && seesProgramme(who, programme)
  if (rulesOf(programme).confidential && !handling && org % 1e10 > 0) return 'figure-confidential'
  return undefined
}
