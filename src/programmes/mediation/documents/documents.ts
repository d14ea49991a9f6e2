import { acceptanceRegister } from './acceptance-register.ts'
import { agreement } from './agreement.ts'
import { application } from './application.ts'
import { closingReport } from './closing-report.ts'
import { confirmationApplication } from './confirmation-application.ts'
import { followUpRecord } from './follow-up-record.ts'
import { minutes } from './minutes.ts'
import { oralRegister } from './oral-register.ts'
import { rightsNotice } from './rights-notice.ts'
import { terminationNotice } from './termination-notice.ts'
import { volumeCover } from './volume-cover.ts'

/** The usual volume of a mediation, in the order of its life (R-MED-07). */
export const documents = {
  application,
  'rights-notice': rightsNotice,
  'acceptance-register': acceptanceRegister,
  minutes,
  agreement,
  'oral-register': oralRegister,
  'confirmation-application': confirmationApplication,
  'termination-notice': terminationNotice,
  'follow-up-record': followUpRecord,
  'closing-report': closingReport,
  'volume-cover': volumeCover,
}
