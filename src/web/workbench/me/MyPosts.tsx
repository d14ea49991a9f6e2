import { EmptyState } from '../../kit/EmptyState.tsx'
import { useTexts } from '../../kit/i18n.ts'
import { Panel } from '../../kit/Panel.tsx'
import type { Me } from '../data/session.ts'
import { meTexts } from '../texts/me.ts'

export function MyPosts({ me }: { me: Me }) {
  const t = useTexts(meTexts)
  return (
    <Panel title={t.posts}>
      {me.posts.length === 0 && <EmptyState text={t.noPosts} />}
      <ul className="rows">
        {me.posts.map((post) => (
          <li key={post.id}>
            <b>
              {post.org.name} · {post.roleLabel}
            </b>
            {post.id === me.post?.id && <span className="tag">{t.current}</span>}
            {post.needsTotp && <span className="tag line">{t.needsTotp}</span>}
            <span className="end">{post.to ? t.until(post.from, post.to) : t.from(post.from)}</span>
          </li>
        ))}
      </ul>
      <p className="pad mut sm">{t.postsNote}</p>
    </Panel>
  )
}
