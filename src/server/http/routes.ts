import { accountRoutes } from '../accounts/account-routes.ts'
import { sessionRoutes } from '../accounts/session-routes.ts'
import { brandRoutes } from '../brands/brand-routes.ts'
import { checkRoutes } from '../checking/check-routes.ts'
import { statementRoutes } from '../checking/statement-routes.ts'
import { noticeRoutes } from '../deadlines/notice-routes.ts'
import { documentRoutes } from '../documents/document-routes.ts'
import { familyRoutes } from '../family/family-routes.ts'
import { figureRoutes } from '../figures/figure-routes.ts'
import { fundRoutes } from '../funds/fund-routes.ts'
import { paymentRoutes } from '../funds/payment-routes.ts'
import { hotlineRoutes } from '../hotline/hotline-routes.ts'
import { exportRoutes } from '../imports/export-routes.ts'
import { importRoutes } from '../imports/import-routes.ts'
import { indicatorRoutes } from '../indicators/indicator-routes.ts'
import { initiativeRoutes } from '../initiatives/initiative-routes.ts'
import { localRoutes } from '../local/local-routes.ts'
import { orgRoutes } from '../organisations/org-routes.ts'
import { outreachRoutes } from '../outreach/outreach-routes.ts'
import { personRoutes } from '../people/person-routes.ts'
import { attendanceRoutes } from '../records/attendance-routes.ts'
import { recordRoutes } from '../records/record-routes.ts'
import { releaseRoutes } from '../releases/release-routes.ts'
import { reviewRoutes } from '../reviews/review-routes.ts'
import { volunteerRoutes } from '../volunteers/volunteer-routes.ts'
import { healthRoutes } from './health.ts'
import type { Route } from './route.ts'

/** Every endpoint of /api/v1. */
export const routes: readonly Route[] = [
  ...healthRoutes,
  ...sessionRoutes,
  ...accountRoutes,
  ...orgRoutes,
  ...brandRoutes,
  ...localRoutes,
  ...personRoutes,
  ...recordRoutes,
  ...attendanceRoutes,
  ...documentRoutes,
  ...noticeRoutes,
  ...hotlineRoutes,
  ...familyRoutes,
  ...volunteerRoutes,
  ...outreachRoutes,
  ...figureRoutes,
  ...initiativeRoutes,
  ...releaseRoutes,
  ...reviewRoutes,
  ...importRoutes,
  ...exportRoutes,
  ...fundRoutes,
  ...paymentRoutes,
  ...checkRoutes,
  ...statementRoutes,
  ...indicatorRoutes,
]
