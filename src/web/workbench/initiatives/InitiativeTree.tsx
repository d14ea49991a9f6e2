import type { Initiative } from '../../../core/api/initiatives.ts'
import { rootsOf } from '../../../core/initiative-tree.ts'
import { initiativeLevels } from '../../../programmes/organising/initiative.ts'
import { language, useTexts } from '../../kit/i18n.ts'
import { initiativesTexts } from '../texts/initiatives.ts'

interface Props {
  items: readonly Initiative[]
  chosen: string
  onChoose: (id: string) => void
}

/** Names by what they are, each with what stands under it. */
export function InitiativeTree({ items, chosen, onChoose }: Props) {
  const spoken = language.use()
  const roots = rootsOf(items)
  return (Object.keys(initiativeLevels) as (keyof typeof initiativeLevels)[]).map((level) => {
    const here = roots.filter((root) => root.level === level)
    if (here.length === 0) return null
    return (
      <section key={level} className="initiative-group">
        <h3>{initiativeLevels[level][spoken]}</h3>
        <Branch nodes={here} items={items} chosen={chosen} onChoose={onChoose} above={[]} />
      </section>
    )
  })
}

function Branch({
  nodes,
  items,
  chosen,
  onChoose,
  above,
}: Props & { nodes: readonly Initiative[]; above: readonly string[] }) {
  const t = useTexts(initiativesTexts)
  return (
    <ul>
      {nodes.map((node) => {
        const way = [...above, node.id]
        const under = items.filter((item) => item.parent === node.id && !way.includes(item.id))
        return (
          <li key={node.id}>
            <button type="button" aria-current={node.id === chosen || undefined} onClick={() => onChoose(node.id)}>
              {node.name}
              {t.state(node.state) && <span className="tag line">{t.state(node.state)}</span>}
            </button>
            {under.length > 0 && <Branch nodes={under} items={items} chosen={chosen} onChoose={onChoose} above={way} />}
          </li>
        )
      })}
    </ul>
  )
}
