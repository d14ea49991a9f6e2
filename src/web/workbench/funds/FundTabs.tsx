import { AppLink } from '../../kit/AppLink.tsx'
import { useTexts } from '../../kit/i18n.ts'
import { fundsTexts } from '../texts/funds.ts'

const pages = [
  ['/funds', 'title'],
  ['/transfers', 'transfers'],
  ['/payments', 'payments'],
  ['/periods', 'periods'],
] as const

/** The pages about money. */
export function FundTabs({ here }: { here: (typeof pages)[number][0] }) {
  const t = useTexts(fundsTexts)
  return (
    <nav className="tabs" aria-label={t.tabs}>
      {pages.map(([to, key]) => (
        <AppLink key={to} to={to} aria-current={to === here ? 'page' : undefined}>
          {t[key]}
        </AppLink>
      ))}
    </nav>
  )
}
