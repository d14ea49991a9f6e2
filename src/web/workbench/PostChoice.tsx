import { useRouter } from '@tanstack/react-router'
import { type FormEvent, useState } from 'react'
import { ApiRefusal } from '../kit/api.ts'
import { ErrorNote } from '../kit/ErrorNote.tsx'
import { useTexts } from '../kit/i18n.ts'
import { shellTexts } from '../kit/texts/shell.ts'
import { type Me, type Post, useSwitchPost } from './data/session.ts'
import { SignInField } from './SignInField.tsx'
import { signInTexts } from './texts/sign-in.ts'

/** The posts one holds. A post that sees sensitive data asks for the code of the second step first. */
export function PostChoice({ me, onDone }: { me: Me; onDone: () => void }) {
  const t = useTexts(shellTexts)
  const words = useTexts(signInTexts)
  const router = useRouter()
  const change = useSwitchPost()
  const [asked, setAsked] = useState<Post | null>(null)
  const [totp, setTotp] = useState('')
  const take = async (post: Post, code?: string) => {
    if (post.id === me.post?.id) return onDone()
    try {
      await change.mutateAsync(code ? { postId: post.id, totp: code } : { postId: post.id })
      onDone()
      // The page one was on may not exist for the new post.
      await router.navigate({ to: '/' })
    } catch (cause) {
      const wantsCode = cause instanceof ApiRefusal && ['totp-needed', 'totp-wrong'].includes(cause.code)
      setAsked(wantsCode ? post : null)
      setTotp('')
    }
  }
  const give = (event: FormEvent) => {
    event.preventDefault()
    if (asked) take(asked, totp)
  }
  const expected = change.error instanceof ApiRefusal && change.error.code === 'totp-needed'
  return (
    <>
      <p className="g">{t.postsNote}</p>
      <ul>
        {me.posts.map((post) => (
          <li key={post.id}>
            <button type="button" disabled={change.isPending} onClick={() => take(post)}>
              {post.org.name} · {post.roleLabel}
              {post.id === me.post?.id && <span className="after">{t.currentPost}</span>}
            </button>
          </li>
        ))}
      </ul>
      {asked && (
        <form onSubmit={give}>
          <SignInField
            label={words.totp}
            hint={words.totpHint}
            autoComplete="one-time-code"
            digits
            value={totp}
            onChange={setTotp}
            first
          />
          <div className="form-row">
            <button type="submit" className="btn" disabled={totp.length < 6 || change.isPending}>
              {t.switchPost}
            </button>
          </div>
        </form>
      )}
      {change.isError && !expected && <ErrorNote error={change.error} />}
    </>
  )
}
