import type { QueryClient } from '@tanstack/react-query'
import {
  createRootRouteWithContext,
  createRoute,
  createRouter,
  lazyRouteComponent,
  redirect,
} from '@tanstack/react-router'
import { ApiRefusal } from '../kit/api.ts'
import { NothingHere } from '../kit/NothingHere.tsx'
import { meQuery } from './data/session.ts'
import { Frame } from './Frame.tsx'
import { HomePage } from './home/HomePage.tsx'
import { PageWrong } from './PageWrong.tsx'
import { SignInPage } from './SignInPage.tsx'

const root = createRootRouteWithContext<{ queryClient: QueryClient }>()({ notFoundComponent: NothingHere })

const signIn = createRoute({ getParentRoute: () => root, path: 'sign-in', component: SignInPage })

/** Who is nobody here is sent to the sign-in first. */
async function onlySignedIn({
  context,
  location,
}: {
  context: { queryClient: QueryClient }
  location: { href: string }
}): Promise<void> {
  try {
    await context.queryClient.ensureQueryData(meQuery)
  } catch (cause) {
    if (cause instanceof ApiRefusal && cause.status === 401)
      throw redirect({ to: '/sign-in', search: { to: location.href } })
    throw cause
  }
}

/** Everything behind the sign-in: the frame stands once we know who is there. */
const frame = createRoute({
  getParentRoute: () => root,
  id: 'frame',
  beforeLoad: onlySignedIn,
  component: Frame,
  errorComponent: PageWrong,
})

/** A page with the whole screen to itself: the hotline console. */
const hotline = createRoute({
  getParentRoute: () => root,
  path: 'hotline',
  beforeLoad: onlySignedIn,
  component: lazyRouteComponent(() => import('./hotline/HotlinePage.tsx'), 'HotlinePage'),
  errorComponent: PageWrong,
})

const home = createRoute({ getParentRoute: () => frame, path: '/', component: HomePage })
const todos = createRoute({
  getParentRoute: () => frame,
  path: 'todos',
  component: lazyRouteComponent(() => import('./home/TodosPage.tsx'), 'TodosPage'),
})
const notices = createRoute({
  getParentRoute: () => frame,
  path: 'notices',
  component: lazyRouteComponent(() => import('./home/NoticesPage.tsx'), 'NoticesPage'),
})
const figures = createRoute({
  getParentRoute: () => frame,
  path: 'figures',
  component: lazyRouteComponent(() => import('./figures/FiguresPage.tsx'), 'FiguresPage'),
})
const explain = createRoute({
  getParentRoute: () => frame,
  path: 'figures/explain',
  component: lazyRouteComponent(() => import('./releases/ExplainPage.tsx'), 'ExplainPage'),
})
const releases = createRoute({
  getParentRoute: () => frame,
  path: 'releases',
  component: lazyRouteComponent(() => import('./releases/ReleasesPage.tsx'), 'ReleasesPage'),
})
const newRelease = createRoute({
  getParentRoute: () => frame,
  path: 'releases/new',
  component: lazyRouteComponent(() => import('./releases/NewReleasePage.tsx'), 'NewReleasePage'),
})
const release = createRoute({
  getParentRoute: () => frame,
  path: 'releases/$id',
  component: lazyRouteComponent(() => import('./releases/ReleasePage.tsx'), 'ReleasePage'),
})
const orgs = createRoute({
  getParentRoute: () => frame,
  path: 'orgs',
  component: lazyRouteComponent(() => import('./orgs/OrgsPage.tsx'), 'OrgsPage'),
})
const org = createRoute({
  getParentRoute: () => frame,
  path: 'orgs/$code',
  component: lazyRouteComponent(() => import('./orgs/OrgPage.tsx'), 'OrgPage'),
})
const brands = createRoute({
  getParentRoute: () => frame,
  path: 'brands',
  component: lazyRouteComponent(() => import('./brands/BrandsPage.tsx'), 'BrandsPage'),
})
const initiatives = createRoute({
  getParentRoute: () => frame,
  path: 'initiatives',
  component: lazyRouteComponent(() => import('./initiatives/InitiativesPage.tsx'), 'InitiativesPage'),
})
const people = createRoute({
  getParentRoute: () => frame,
  path: 'people',
  component: lazyRouteComponent(() => import('./people/PeoplePage.tsx'), 'PeoplePage'),
})
const newPerson = createRoute({
  getParentRoute: () => frame,
  path: 'people/new',
  component: lazyRouteComponent(() => import('./people/NewPersonPage.tsx'), 'NewPersonPage'),
})
const person = createRoute({
  getParentRoute: () => frame,
  path: 'people/$id',
  component: lazyRouteComponent(() => import('./people/PersonPage.tsx'), 'PersonPage'),
})
const accounts = createRoute({
  getParentRoute: () => frame,
  path: 'accounts',
  component: lazyRouteComponent(() => import('./accounts/AccountsPage.tsx'), 'AccountsPage'),
})
const localProgrammes = createRoute({
  getParentRoute: () => frame,
  path: 'local-programmes',
  component: lazyRouteComponent(() => import('./local/LocalProgrammesPage.tsx'), 'LocalProgrammesPage'),
})
const newLocal = createRoute({
  getParentRoute: () => frame,
  path: 'local-programmes/new',
  component: lazyRouteComponent(() => import('./local/ComposePage.tsx'), 'ComposePage'),
})
const localProgramme = createRoute({
  getParentRoute: () => frame,
  path: 'local-programmes/$id',
  component: lazyRouteComponent(() => import('./local/LocalProgrammePage.tsx'), 'LocalProgrammePage'),
})
const editLocal = createRoute({
  getParentRoute: () => frame,
  path: 'local-programmes/$id/edit',
  component: lazyRouteComponent(() => import('./local/ComposePage.tsx'), 'ComposePage'),
})
const audit = createRoute({
  getParentRoute: () => frame,
  path: 'audit',
  component: lazyRouteComponent(() => import('./audit/AuditPage.tsx'), 'AuditPage'),
})
const breakGlass = createRoute({
  getParentRoute: () => frame,
  path: 'break-glass',
  component: lazyRouteComponent(() => import('./audit/BreakGlassPage.tsx'), 'BreakGlassPage'),
})
const myAccount = createRoute({
  getParentRoute: () => frame,
  path: 'account',
  component: lazyRouteComponent(() => import('./me/MyAccountPage.tsx'), 'MyAccountPage'),
})
const records = createRoute({
  getParentRoute: () => frame,
  path: 'records/$programme',
  component: lazyRouteComponent(() => import('./records/RecordsPage.tsx'), 'RecordsPage'),
})
const newRecord = createRoute({
  getParentRoute: () => frame,
  path: 'records/$programme/new',
  component: lazyRouteComponent(() => import('./records/NewRecordPage.tsx'), 'NewRecordPage'),
})
const record = createRoute({
  getParentRoute: () => frame,
  path: 'records/$programme/$id',
  component: lazyRouteComponent(() => import('./records/RecordPage.tsx'), 'RecordPage'),
})
const editRecord = createRoute({
  getParentRoute: () => frame,
  path: 'records/$programme/$id/edit',
  component: lazyRouteComponent(() => import('./records/EditRecordPage.tsx'), 'EditRecordPage'),
})
const imports = createRoute({
  getParentRoute: () => frame,
  path: 'imports',
  component: lazyRouteComponent(() => import('./records/imports/ImportsPage.tsx'), 'ImportsPage'),
})
const funds = createRoute({
  getParentRoute: () => frame,
  path: 'funds',
  component: lazyRouteComponent(() => import('./funds/FundsPage.tsx'), 'FundsPage'),
})
const fund = createRoute({
  getParentRoute: () => frame,
  path: 'funds/$id',
  component: lazyRouteComponent(() => import('./funds/FundPage.tsx'), 'FundPage'),
})
const transfers = createRoute({
  getParentRoute: () => frame,
  path: 'transfers',
  component: lazyRouteComponent(() => import('./funds/TransfersPage.tsx'), 'TransfersPage'),
})
const payments = createRoute({
  getParentRoute: () => frame,
  path: 'payments',
  component: lazyRouteComponent(() => import('./funds/PaymentsPage.tsx'), 'PaymentsPage'),
})
const paymentBatch = createRoute({
  getParentRoute: () => frame,
  path: 'payments/$id',
  component: lazyRouteComponent(() => import('./funds/BatchPage.tsx'), 'BatchPage'),
})
const periods = createRoute({
  getParentRoute: () => frame,
  path: 'periods',
  component: lazyRouteComponent(() => import('./funds/PeriodsPage.tsx'), 'PeriodsPage'),
})
const familyMinimum = createRoute({
  getParentRoute: () => frame,
  path: 'family-minimum',
  component: lazyRouteComponent(() => import('./family/MinimumPage.tsx'), 'MinimumPage'),
})
const campaignStanding = createRoute({
  getParentRoute: () => frame,
  path: 'campaign-standing/$id',
  component: lazyRouteComponent(() => import('./outreach/CampaignStandingPage.tsx'), 'CampaignStandingPage'),
})
const judging = createRoute({
  getParentRoute: () => frame,
  path: 'judging',
  component: lazyRouteComponent(() => import('./judging/JudgingPage.tsx'), 'JudgingPage'),
})
const reviews = createRoute({
  getParentRoute: () => frame,
  path: 'reviews',
  component: lazyRouteComponent(() => import('./reviews/ReviewsPage.tsx'), 'ReviewsPage'),
})
const newReview = createRoute({
  getParentRoute: () => frame,
  path: 'reviews/new',
  component: lazyRouteComponent(() => import('./reviews/NewReviewPage.tsx'), 'NewReviewPage'),
})
const review = createRoute({
  getParentRoute: () => frame,
  path: 'reviews/$id',
  component: lazyRouteComponent(() => import('./reviews/ReviewPage.tsx'), 'ReviewPage'),
})
const editReview = createRoute({
  getParentRoute: () => frame,
  path: 'reviews/$id/edit',
  component: lazyRouteComponent(() => import('./reviews/EditReviewPage.tsx'), 'EditReviewPage'),
})
const checks = createRoute({
  getParentRoute: () => frame,
  path: 'checks',
  component: lazyRouteComponent(() => import('./checks/ChecksPage.tsx'), 'ChecksPage'),
})
const check = createRoute({
  getParentRoute: () => frame,
  path: 'checks/$id',
  component: lazyRouteComponent(() => import('./checks/CheckPage.tsx'), 'CheckPage'),
})
const statements = createRoute({
  getParentRoute: () => frame,
  path: 'statements',
  component: lazyRouteComponent(() => import('./statements/StatementsPage.tsx'), 'StatementsPage'),
})
const indicators = createRoute({
  getParentRoute: () => frame,
  path: 'indicators',
  component: lazyRouteComponent(() => import('./indicators/IndicatorsPage.tsx'), 'IndicatorsPage'),
})
const indicatorsWaiting = createRoute({
  getParentRoute: () => frame,
  path: 'indicators/waiting',
  component: lazyRouteComponent(() => import('./indicators/WaitingPage.tsx'), 'WaitingPage'),
})
const indicatorsImport = createRoute({
  getParentRoute: () => frame,
  path: 'indicators/import',
  component: lazyRouteComponent(() => import('./indicators/ImportPage.tsx'), 'ImportPage'),
})
const indicator = createRoute({
  getParentRoute: () => frame,
  path: 'indicators/$code',
  component: lazyRouteComponent(() => import('./indicators/IndicatorPage.tsx'), 'IndicatorPage'),
})
const matching = createRoute({
  getParentRoute: () => frame,
  path: 'matching/$id',
  component: lazyRouteComponent(() => import('./matching/MatchingPage.tsx'), 'MatchingPage'),
})
const unknown = createRoute({ getParentRoute: () => frame, path: '$', component: NothingHere })

const routeTree = root.addChildren([
  signIn,
  hotline,
  frame.addChildren([
    home,
    todos,
    notices,
    figures,
    explain,
    releases,
    newRelease,
    release,
    reviews,
    newReview,
    review,
    editReview,
    orgs,
    org,
    brands,
    initiatives,
    people,
    newPerson,
    person,
    accounts,
    localProgrammes,
    newLocal,
    localProgramme,
    editLocal,
    audit,
    breakGlass,
    myAccount,
    records,
    newRecord,
    record,
    editRecord,
    imports,
    funds,
    fund,
    transfers,
    payments,
    paymentBatch,
    periods,
    familyMinimum,
    campaignStanding,
    judging,
    checks,
    check,
    statements,
    indicators,
    indicatorsWaiting,
    indicatorsImport,
    indicator,
    matching,
    unknown,
  ]),
])

export function makeRouter(queryClient: QueryClient) {
  return createRouter({
    routeTree,
    basepath: '/workbench',
    context: { queryClient },
    defaultPreload: false,
    defaultErrorComponent: PageWrong,
    scrollRestoration: true,
  })
}

declare module '@tanstack/react-router' {
  interface Register {
    router: ReturnType<typeof makeRouter>
  }
}
