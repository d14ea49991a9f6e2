/** What the tree needs to know of an initiative. */
export interface TreeNode {
  readonly id: string
  readonly parent: string | null
  readonly successor: string | null
}

/**
 * An initiative, everything that stands under it and, with `earlier`, what those were called before and all under that: each
 * once, in any order, also where somebody made a circle of parents or of names.
 */
export function togetherWith<N extends TreeNode>(nodes: readonly N[], id: string, earlier: boolean): N[] {
  const under = new Map<string, N[]>()
  const hang = (key: string, node: N) => under.set(key, [...(under.get(key) ?? []), node])
  for (const node of nodes) {
    if (node.parent) hang(node.parent, node)
    if (earlier && node.successor) hang(node.successor, node)
  }
  const found = new Map<string, N>()
  const open = nodes.filter((node) => node.id === id)
  for (let node = open.pop(); node; node = open.pop()) {
    if (found.has(node.id)) continue
    found.set(node.id, node)
    open.push(...(under.get(node.id) ?? []))
  }
  return [...found.values()]
}

/** Those that stand at the top: under nothing that is seen, or in a circle (the first of it). */
export function rootsOf<N extends TreeNode>(nodes: readonly N[]): N[] {
  const seen = new Set(nodes.map((node) => node.id))
  const roots = nodes.filter((node) => !node.parent || !seen.has(node.parent))
  const reached = new Set(roots.flatMap((root) => togetherWith(nodes, root.id, false)).map((node) => node.id))
  for (const node of nodes) {
    if (reached.has(node.id)) continue
    roots.push(node)
    for (const below of togetherWith(nodes, node.id, false)) reached.add(below.id)
  }
  return roots
}
