import { levelOf } from '../../../core/org-code.ts'
import type { Me } from '../data/session.ts'

/** Whether the judges' desk is in this post's menu: it sees nominations or blind copies, and judging is done at the banner and above. */
export const mayJudge = ({ menu, post }: Me): boolean =>
  menu.some(({ programme }) => programme === 'family-nomination' || programme === 'essay-review') &&
  post !== null &&
  ['banner', 'league', 'region'].includes(levelOf(post.org.code))
