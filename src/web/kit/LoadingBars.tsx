import { useTexts } from './i18n.ts'
import { statesTexts } from './texts/states.ts'

/** Grey bars where the content will stand; they appear after 300 ms, so a quick answer never flickers. */
export function LoadingBars({ rows = 4 }: { rows?: number }) {
  const t = useTexts(statesTexts)
  const widths = Array.from({ length: rows }, (_, row) => `${92 - ((row * 17) % 40)}%`)
  return (
    <div className="bars" role="status" aria-label={t.loading}>
      {widths.map((width, row) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the bars are alike and never move
        <i key={row} style={{ width }} />
      ))}
    </div>
  )
}
