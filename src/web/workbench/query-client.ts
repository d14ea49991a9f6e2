import { MutationCache, QueryCache, QueryClient } from '@tanstack/react-query'
import { ApiRefusal } from '../kit/api.ts'

/** The cache of answers. `onSignedOut` is called when the server no longer knows this session. */
export function makeQueryClient(onSignedOut: () => void): QueryClient {
  const watch = (error: unknown) => {
    if (error instanceof ApiRefusal && error.code === 'signed-out') onSignedOut()
  }
  return new QueryClient({
    queryCache: new QueryCache({ onError: watch }),
    mutationCache: new MutationCache({ onError: watch }),
    defaultOptions: {
      queries: {
        staleTime: 10_000,
        // What the server refused it will refuse again; only a lost connection is worth another try.
        retry: (count, error) => count < 2 && error instanceof ApiRefusal && error.status === 0,
      },
    },
  })
}
