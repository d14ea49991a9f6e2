import { type Role, roleIds } from '../../src/core/role.ts'

/** Where somebody stands to the township whose rows are looked at. */
export type Place = 'self' | 'above' | 'same banner' | 'away'

export const serving: readonly Role[] = [
  'chair',
  'rights',
  'family',
  'development',
  'organisation',
  'publicity',
  'finance',
  'operator',
  'mediator',
  'guide',
  'volunteer-leader',
  'company',
]
const overseers: readonly Role[] = ['auditor', 'security']
const volunteering: readonly Role[] = ['chair', 'organisation', 'family', 'volunteer-leader', 'statistician']
const money: readonly Role[] = ['finance', 'auditor', 'chair', 'statistician', 'rights']
type Rule = (role: Role, place: Place) => boolean
export const over =
  (...may: readonly Role[]): Rule =>
  (role, place) =>
    (place === 'self' || place === 'above') && may.includes(role)
const own =
  (...may: readonly Role[]): Rule =>
  (role, place) =>
    place === 'self' && may.includes(role)
const either =
  (...rules: Rule[]): Rule =>
  (role, place) =>
    rules.some((rule) => rule(role, place))
const everyPost: Rule = () => true
export const nobody: Rule = () => false
const keepers = own('rights')

/** Who sees the township's row, in words of DESIGN 7: written here anew, not read from the policies. */
export const sees: Record<string, Rule> = {
  organisation_changes: everyPost,
  organisation_terms: everyPost,
  organisation_members: everyPost,
  brands: everyPost,
  local_programmes: over('administrator', 'chair', 'auditor'),
  local_versions: over('administrator', 'chair', 'auditor'),
  initiative_programmes: everyPost,
  // The mark of an evening: seen with it.
  initiative_records: over('chair', 'family', 'publicity', 'organisation', 'statistician'),
  accounts: either(over('administrator', ...overseers), own(...roleIds)),
  posts: either(over('administrator', ...overseers), own(...roleIds)),
  sessions: nobody,
  account_events: over(...overseers),
  totp_resets: over('administrator', ...overseers),
  people: over(...serving),
  households: over(...serving),
  household_members: over(...serving),
  consents: over(...serving),
  person_merges: over(...serving),
  person_events: over(...serving, ...overseers),
  cases: keepers,
  actions: keepers,
  attachments: keepers,
  documents: keepers,
  document_prints: keepers,
  clocks: keepers,
  entries: keepers,
  activities: over('chair', 'family', 'publicity', 'organisation', 'statistician'),
  attendances: over('chair', 'family', 'publicity', 'organisation', 'statistician'),
  places: over('chair', 'rights', 'mediator', 'organisation', 'statistician'),
  teams: over(...volunteering),
  members: over(...volunteering),
  // The programmes the seeded rows name.
  awards: over('chair', 'family', 'publicity', 'organisation', 'statistician'),
  items: over('chair', 'family', 'publicity', 'organisation', 'statistician'),
  listings: over(...volunteering),
  responses: over(...volunteering),
  record_numbers: everyPost,
  sign_in_codes: own(...roleIds),
  break_glass: either(keepers, over(...overseers)),
  reads: either(keepers, over(...overseers)),
  imports: nobody,
  notices: nobody,
  drafts: nobody,
  caller_numbers: own('operator', 'rights'),
  // Shown to who sees both ends: here a sealed case and an activity, which the rights post does not see.
  record_links: nobody,
  record_claims: keepers,
  handler_requests: keepers,
  cells: nobody,
  day_cells: nobody,
  person_cells: nobody,
  fold_states: nobody,
  moments: nobody,
  fund_transfers: over(...money),
  // A posting opens with its record, here an activity; its sum is in the balance.
  postings: over('chair', 'statistician'),
  fund_balances: over(...money),
  fund_budgets: over(...money),
  fund_periods: over(...money),
  fund_period_events: over(...money),
  payment_batches: over(...money),
  // Of a sealed service: who is paid is the paying organisation's to know.
  payment_lines: own('finance', 'chair'),
  payment_answers: own('finance', 'chair'),
  payment_sheets: over(...money),
  // What was published is anybody's to read; a draft is its organisation's.
  statements: everyPost,
  draft_checks: own('chair', 'statistician', 'publicity', 'auditor'),
  finding_answers: own('chair', 'statistician', 'publicity', 'auditor'),
  // A release that waits for its second person; what is behind a sealed one only the house compares.
  releases: own('chair', 'statistician', 'publicity', 'auditor'),
  release_figures: own('chair', 'statistician', 'publicity', 'auditor'),
  release_tables: own('chair', 'statistician', 'publicity', 'auditor'),
  release_chunks: nobody,
  // What is measured is anybody's to read; a value that is reported and not published is its area's and those above.
  indicators: everyPost,
  indicator_values: over('chair', 'statistician', 'auditor'),
  indicator_steps: over('chair', 'statistician', 'auditor'),
  reviews: own('chair', 'statistician', 'publicity', 'auditor'),
  review_versions: own('chair', 'statistician', 'publicity', 'auditor'),
}
/** Written by nobody who is not the one it names, by no role anywhere. */
export const closed = [
  'documents',
  'document_prints',
  'sessions',
  'account_events',
  'totp_resets',
  'person_events',
  'actions',
  'reads',
  'imports',
  'drafts',
  'record_links',
  'record_claims',
  'entries',
  'cells',
  'day_cells',
  'person_cells',
  'fold_states',
  'moments',
  'postings',
  'fund_balances',
  'indicator_steps',
]
/** A notice is sent to anybody; the numbers of a banner's series are taken by every organisation in it. */
export const shared = (table: string, place: Place) =>
  table === 'notices' || (table === 'record_numbers' && place === 'same banner')
