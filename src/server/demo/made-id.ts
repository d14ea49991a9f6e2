/** What made things are numbered by; each stream counts from 0. */
const streams = {
  person: 1,
  action: 2,
  attendance: 3,
  room: 4,
  team: 5,
  volunteer: 6,
  session: 7,
  evening: 8,
  mediation: 9,
  other: 10,
  fund: 11,
  order: 12,
  filed: 13,
} as const
export type Stream = keyof typeof streams

const base = Date.UTC(2023, 0, 1)
const pairs = Array.from({ length: 256 }, (_, n) => n.toString(16).padStart(2, '0'))

function mix(a: number, b: number): number {
  let h = Math.imul(a ^ 0x9e3779b9, 0x85ebca6b) ^ Math.imul(b + 0x7f4a7c15, 0xc2b2ae35)
  h = Math.imul(h ^ (h >>> 16), 0x7feb352d)
  h = Math.imul(h ^ (h >>> 15), 0x846ca68b)
  return (h ^ (h >>> 16)) >>> 0
}

const hex4 = (n: number) => `${pairs[(n >>> 8) & 255]}${pairs[n & 255]}`
const hex8 = (n: number) => `${hex4(n >>> 16)}${hex4(n)}`

/**
 * The id of a stream's nth thing: a UUIDv7 that grows with n, so that indexes are written at their end, and that can be
 * worked out again instead of being remembered for a million things.
 */
export function madeId(stream: Stream, index: number): string {
  const time = base + index
  const salt = streams[stream]
  const a = mix(salt, index)
  const b = mix(index, salt + 97)
  return `${hex8(Math.floor(time / 65_536))}-${hex4(time % 65_536)}-${hex4(0x7000 | (a & 0xfff))}-${hex4(0x8000 | ((a >>> 12) & 0x3fff))}-${hex8(b)}${hex4(mix(b, salt))}`
}

/** Which thing of its stream an id of madeId names. */
export function indexOfId(id: string): number {
  return Number.parseInt(id.slice(0, 8) + id.slice(9, 13), 16) - base
}
