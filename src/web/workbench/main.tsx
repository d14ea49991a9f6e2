import '../kit/styles/tokens.css'
import '../kit/styles/base.css'
import '../kit/styles/parts.css'
import '../kit/styles/marks.css'
import '../kit/styles/states.css'
import '../kit/styles/top-bar.css'
import '../kit/styles/shell.css'
import '../kit/styles/popover.css'
import '../kit/styles/lists.css'
import '../kit/styles/forms.css'
import '../kit/styles/charts.css'
import '../kit/styles/record.css'
import '../kit/styles/record-side.css'
import './home/home.css'
import './figures/figures.css'
import './funds/funds.css'
import './checks/checks.css'
import './indicators/indicators.css'
import { QueryClientProvider } from '@tanstack/react-query'
import { RouterProvider } from '@tanstack/react-router'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import '../kit/large-type.ts'
import { makeQueryClient } from './query-client.ts'
import { makeRouter } from './router.tsx'

const queryClient = makeQueryClient(() => {
  const { pathname, href } = router.state.location
  queryClient.clear()
  if (pathname !== '/sign-in') router.navigate({ to: '/sign-in', search: { to: href } })
})
const router = makeRouter(queryClient)

const root = document.getElementById('root')
if (root) {
  createRoot(root).render(
    <StrictMode>
      <QueryClientProvider client={queryClient}>
        <RouterProvider router={router} />
      </QueryClientProvider>
    </StrictMode>,
  )
}
