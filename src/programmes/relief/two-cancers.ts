import { grantPostings, heldOf, movesOf, paidOn } from '../../core/grant-money.ts'
import { defineProgramme } from '../../core/programme.ts'
import { consentForm } from './documents/consent-form.ts'
import { objectionRecord } from './documents/objection-record.ts'
import { opinionForm } from './documents/opinion-form.ts'
import { receiptForm } from './documents/receipt-form.ts'
import { refusalNotice } from './documents/refusal-notice.ts'
import { reliefApplication } from './documents/relief-application.ts'
import { applyActions, opens } from './two-cancers/apply-actions.ts'
import { checks } from './two-cancers/checks.ts'
import { clocks } from './two-cancers/clocks.ts'
import { decideActions } from './two-cancers/decide-actions.ts'
import { fields } from './two-cancers/fields.ts'
import { measures } from './two-cancers/measures.ts'
import { states } from './two-cancers/states.ts'

/** She holds her one relief in life from the day she applies, until it is refused, given up or taken back (R-CAN-03). */
const holdsNothing: readonly string[] = ['draft', 'rejected', 'cancelled', 'recovered']

/** 低收入妇女“两癌”救助 — L121; F041, F042; rules R-CAN-01 … R-CAN-08, D17; 财行〔2021〕384号. */
export const twoCancers = defineProgramme({
  id: 'two-cancers',
  version: 1,
  kind: 'case',
  service: 'relief',
  series: 'JZ',
  label: { zh: '“两癌”救助', en: 'Two-cancer relief' },
  short: { zh: '两癌', en: 'Relief' },
  noun: { zh: '件', en: 'application' },
  help: {
    zh: '低收入、得了宫颈癌（IIB 期及以上）或乳腺癌的妇女，向户籍地申请，一生一次。村里只收申请表、问四项同意，证明由旗县向部门核对，别让她来回跑。病情只有经办的人看；有重复的系统会拦住，别告诉外人她申请过。',
    en: 'Women of low income with cervical cancer (IIB and above) or breast cancer apply where they are registered, once in a life. The village takes the form and the four consents; agencies are asked by the banner, she brings no certificates. Her illness is seen by those who handle it only.',
  },
  sources: [
    'L121',
    'F041',
    'F042',
    'R-CAN-01',
    'R-CAN-02',
    'R-CAN-03',
    'R-CAN-04',
    'R-CAN-05',
    'R-CAN-06',
    'R-CAN-07',
    'R-CAN-08',
    'D17',
  ],
  access: { see: ['chair', 'rights', 'family', 'finance'], create: ['chair', 'rights', 'family'] },
  fields,
  title: 'source',
  dated: 'appliedOn',
  personField: 'person',
  parentField: 'notice',
  opens,
  states,
  initial: 'draft',
  editableIn: ['draft', 'returned'],
  checks,
  actions: { ...applyActions, ...decideActions },
  clocks,
  documents: {
    application: reliefApplication,
    consent: consentForm,
    opinion: opinionForm,
    objection: objectionRecord,
    receipt: receiptForm,
    'refusal-notice': refusalNotice,
  },
  claims: ({ state, person }) => (person && !holdsNothing.includes(state) ? [{ person, key: 'two-cancers' }] : []),
  payment: {
    in: ['funded'],
    fund: 'fund',
    amount: 'amount',
    payee: 'person',
    account: 'account',
    holder: 'holder',
    proof: 'proof',
    paid: 'pay',
    returned: 'bounce',
  },
  postings: ({ history, state, answers: { fund, amount } }) =>
    grantPostings({ history, fund, amount, setAside: 'allot', given: state === 'cancelled' }),
  measures,
  counts: ({ history, state, reached, person, answers: { amount = 0, standard = 0 } }, count) => {
    const submitted = history.find((done) => done.to === 'submitted')?.on
    const out = state === 'rejected' || state === 'returned' || state === 'recovered'
    const verified = out ? undefined : reached.verified
    const paid = state === 'recovered' ? undefined : paidOn(history, amount)
    return [
      submitted && person && count.person('applied', submitted, person),
      verified && count.one('verified', verified),
      paid && count.one('granted', paid),
      paid && person && count.person('women', paid, person),
      ...movesOf(history, amount).map(({ on, fen }) => count.money('paid', fen, on)),
      paid && count.money('standard', standard, paid),
      paid && heldOf(history, amount) !== standard && count.one('differs', paid),
      state === 'rejected' && reached.rejected && count.one('rejected', reached.rejected),
    ]
  },
})
