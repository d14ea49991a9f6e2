import type { HeldPost } from '../../core/api/session.ts'

/** What she must do before she can work: change a first password, set up the second step, choose a post; null: nothing. */
export function nextStepOf(state: {
  mustChange: boolean
  hasTotp: boolean
  post: { id: string } | undefined
  posts: readonly HeldPost[]
}): 'password' | 'totp' | 'post' | null {
  if (state.mustChange) return 'password'
  if (state.post) return null
  const onlySecret = state.posts.length > 0 && state.posts.every((post) => post.needsTotp)
  return onlySecret && !state.hasTotp ? 'totp' : 'post'
}
