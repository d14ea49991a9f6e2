import { createRequire } from 'node:module'
import type { Level } from '../../core/org-code.ts'

const require = createRequire(import.meta.url)

/** The village itself out of the name of its committee: 牛牛营村委会 → 牛牛营村, 永泰社区居委会 → 永泰社区. */
function villageName(name: string): string {
  return name
    .replace(/(社区)(?:居民委员会|居民委会|居委会|村委会|委员会)$/, '$1')
    .replace(/(嘎查)(?:村民委员会|村民委会|村委会|村|委员会|委会)$/, '$1')
    .replace(/村?(?:村民委员会|村民委会|村委会)$/, '村')
}

/** How a division is called in lists and on maps: 阿拉善盟 → 阿拉善, 内蒙古自治区 → 内蒙古, a village without 委会. */
export function shortNameOf(level: Level, name: string): string {
  if (level === 'region') return name.replace(/(?:壮族|回族|维吾尔)?自治区$|省$|市$/, '')
  if (level === 'league') return name.length > 2 ? name.replace(/[盟市]$/, '') : name
  return level === 'village' ? villageName(name) : name
}

/** The federation of a division: 阿拉善左旗妇联. */
export function federationName(level: Level, name: string): string {
  return `${level === 'village' ? villageName(name) : name}妇联`
}

/** For search: alashanzuoqi and alszq. Signs are left out; digits and Latin letters stay. */
export function spell(name: string): { pinyin: string; initials: string } {
  // Its dictionary takes 6 MB: read when the first name is spelled, not at every start.
  const { pinyin } = require('pinyin-pro') as typeof import('pinyin-pro')
  const syllables = pinyin(name, { toneType: 'none', type: 'array', v: true })
    .map((syllable) => syllable.toLowerCase().replace(/[^a-z0-9]/g, ''))
    .filter(Boolean)
  return { pinyin: syllables.join(''), initials: syllables.map((syllable) => syllable[0]).join('') }
}
