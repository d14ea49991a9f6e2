import { closingReport } from './closing-report.ts'
import { evidenceList } from './evidence-list.ts'
import { acceptanceNotice, refusalNotice, transferNotice } from './notices.ts'
import { safetyPlanSheet } from './safety-plan.ts'

export const documents = {
  'acceptance-notice': acceptanceNotice,
  'transfer-notice': transferNotice,
  'refusal-notice': refusalNotice,
  'evidence-list': evidenceList,
  'safety-plan': safetyPlanSheet,
  'closing-report': closingReport,
}
