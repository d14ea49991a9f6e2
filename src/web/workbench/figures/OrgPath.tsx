import { Breadcrumb } from '../../kit/Breadcrumb.tsx'
import { useTexts } from '../../kit/i18n.ts'
import { useOrg } from '../data/orgs.ts'
import { figuresTexts } from '../texts/figures.ts'
import { type FigureView, questionOf, viewHref } from './view.ts'

/** From the region down to where we look; each step reopens the same question there. */
export function OrgPath({ view }: { view: FigureView }) {
  const t = useTexts(figuresTexts)
  const org = useOrg(view.org)
  const path = (org.data?.ancestors ?? []).map((above) => ({
    key: String(above.code),
    label: above.name,
    to: viewHref({ ...questionOf(view), org: above.code }),
  }))
  return <Breadcrumb label={t.path} path={path} here={org.data?.name ?? '…'} />
}
