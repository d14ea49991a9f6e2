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

/** Everything behind the sign-in: the frame stands once we know who is there. */
const frame = createRoute({
  getParentRoute: () => root,
  id: 'frame',
  beforeLoad: async ({ context, location }) => {
    try {
      await context.queryClient.ensureQueryData(meQuery)
    } catch (cause) {
      if (cause instanceof ApiRefusal && cause.status === 401)
        throw redirect({ to: '/sign-in', search: { to: location.href } })
      throw cause
    }
  },
  component: Frame,
  errorComponent: PageWrong,
})

const home = createRoute({ getParentRoute: () => frame, path: '/', component: HomePage })
const todos = createRoute({
  getParentRoute: () => frame,
  path: 'todos',
  component: lazyRouteComponent(() => import('./home/TodosPage.tsx'), 'TodosPage'),
})
const figures = createRoute({
  getParentRoute: () => frame,
  path: 'figures',
  component: lazyRouteComponent(() => import('./figures/FiguresPage.tsx'), 'FiguresPage'),
})
const unknown = createRoute({ getParentRoute: () => frame, path: '$', component: NothingHere })

const routeTree = root.addChildren([signIn, frame.addChildren([home, todos, figures, unknown])])

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
