import { expect, test } from 'vitest'
import type { FindingShape } from '../../../core/api/checks.ts'
import { groupFindings } from './group-findings.ts'

const finding = (rule: string, at: number, more: object = {}) =>
  ({ rule, at, draft: 0, key: `${rule}-${at}`, other: null, known: null, ...more }) as FindingShape

test('what repeats is read together where it first shows; nothing is left out, and what points elsewhere stays alone', () => {
  const many = [1, 4, 6, 9].map((at) => finding('cumulative-without-period', at))
  const few = [finding('rhetoric', 2), finding('rhetoric', 3), finding('rhetoric', 5)]
  const pointing = [10, 11, 12, 13].map((at) => finding('figure-differs', at, { known: {} }))
  const all = [...many, ...few, ...pointing].sort((a, b) => a.at - b.at)
  const groups = groupFindings(all)
  expect(groups.map((group) => group.map(({ at }) => at))).toEqual([
    [1, 4, 6, 9],
    [2],
    [3],
    [5],
    [10],
    [11],
    [12],
    [13],
  ])
  expect(groups.flat()).toHaveLength(all.length)
})

test('two texts are two: the same rule in each is grouped by itself', () => {
  const here = [1, 2, 3, 4].map((at) => finding('rhetoric', at))
  const there = [1, 2, 3, 4].map((at) => finding('rhetoric', at, { draft: 1 }))
  expect(groupFindings([...here, ...there]).map((group) => group.length)).toEqual([4, 4])
})
