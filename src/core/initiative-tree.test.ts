import fc from 'fast-check'
import { expect, it } from 'vitest'
import { rootsOf, type TreeNode, togetherWith } from './initiative-tree.ts'

const name = fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f', 'g')
const tree = fc.uniqueArray(
  fc.record({ id: name, parent: fc.option(name), successor: fc.option(name) }) as fc.Arbitrary<TreeNode>,
  { selector: (node) => node.id, maxLength: 7 },
)
const ids = (nodes: readonly TreeNode[]) => nodes.map((node) => node.id).sort()

/** By climbing from every node instead of going down: is the asked one above it, by parents and, if told, by later names? */
function above(nodes: readonly TreeNode[], from: string, asked: string, earlier: boolean, way: string[] = []): boolean {
  if (from === asked) return true
  if (way.includes(from)) return false
  const node = nodes.find(({ id }) => id === from)
  return [node?.parent, earlier ? node?.successor : null].some(
    (up) => up && above(nodes, up, asked, earlier, [...way, from]),
  )
}

it('holds everything under it once, whatever circles there are', () => {
  fc.assert(
    fc.property(tree, name, fc.boolean(), (nodes, asked, earlier) => {
      const known = nodes.some(({ id }) => id === asked)
      const wanted = known ? nodes.filter(({ id }) => above(nodes, id, asked, earlier)) : []
      expect(ids(togetherWith(nodes, asked, earlier))).toEqual(ids(wanted))
    }),
    { numRuns: 2_000 },
  )
})

it('leaves nobody out of the tree: every one is under some root', () => {
  fc.assert(
    fc.property(tree, (nodes) => {
      const reached = rootsOf(nodes).flatMap((root) => togetherWith(nodes, root.id, false))
      expect([...new Set(ids(reached))]).toEqual(ids(nodes))
    }),
  )
})

it('tells a new name with what stood under the old one', () => {
  const nodes = [
    { id: 'new', parent: null, successor: null },
    { id: 'old', parent: null, successor: 'new' },
    { id: 'part', parent: 'old', successor: null },
  ]
  expect(ids(togetherWith(nodes, 'new', true))).toEqual(['new', 'old', 'part'])
  expect(ids(togetherWith(nodes, 'new', false))).toEqual(['new'])
  expect(ids(togetherWith(nodes, 'old', true))).toEqual(['old', 'part'])
})
