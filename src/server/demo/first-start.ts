import { roles, secondStepRoles } from '../../core/role.ts'
import { demoPassword } from '../accounts/demo-accounts.ts'
import { demoPeople } from './accounts.ts'
import { type DemoHouse, defaultScale, loadDemo } from './load-demo.ts'

/**
 * At a first start: fills an empty database with the demo. NIANGJIA_DEMO=off leaves it empty, NIANGJIA_DEMO_SCALE sets
 * how much. Gives the lines about its accounts; none where there is no demo.
 */
export async function loadDemoIfEmpty(house: DemoHouse): Promise<string[]> {
  if (process.env.NIANGJIA_DEMO === 'off') return []
  const scale = Number(process.env.NIANGJIA_DEMO_SCALE) || defaultScale
  const outcome = await loadDemo({ say: sayProgress(), ...house }, scale)
  return outcome === 'held' ? [] : demoSignIns()
}

/** Who can sign in, to be printed below the address. */
export function demoSignIns(): string[] {
  const lines = demoPeople.slice(0, 6).map(({ name, displayName, posts }) => {
    const [post] = posts
    const second = post && secondStepRoles.includes(post.role) ? '（动态码见登录页 / code on the sign-in page）' : ''
    return `  ${name.padEnd(12)}${displayName} ${post ? roles[post.role].zh : ''}${second}`
  })
  return [
    '演示账号（全部见登录页） / Demo accounts, all of them on the sign-in page',
    ...lines,
    `  密码 / password  ${demoPassword}`,
  ]
}

/** Prints each stage with the seconds since the beginning. */
export function sayProgress(): (what: string) => void {
  const began = Date.now()
  return (what) => console.log(`${((Date.now() - began) / 1000).toFixed(1).padStart(6)} s  ${what}`)
}
