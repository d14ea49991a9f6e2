import { sql } from 'kysely'
import { levelSpan, type OrgCode, orgCode } from '../../core/org-code.ts'
import type { Role } from '../../core/role.ts'
import { createDemoAccounts, type DemoAccount } from '../accounts/demo-accounts.ts'
import type { Tx } from '../database/actor.ts'
import type { Secrets } from '../secrets.ts'
import { type Handling, makeMediators } from './made-mediators.ts'
import { partnerCodes } from './make-partners.ts'
import type { Hand } from './tell.ts'

const region = orgCode(150000000000)
const league = orgCode(152900000000)
const otherLeague = orgCode(150200000000)
const banner = orgCode(152921000000)
const township = orgCode(152921110000)
const township2 = orgCode(152921112000)
const village = orgCode(152921112200)
const otherBanner = orgCode(152922000000)

const one = (name: string, displayName: string, role: Role, org: OrgCode): DemoAccount => ({
  name,
  displayName,
  org,
  posts: [{ role, org }],
})

/** Who a stranger may sign in as; the first few are the tour of the README. */
export const demoPeople: readonly DemoAccount[] = [
  one('lixiaomei', '李晓梅', 'rights', banner),
  one('qiqige', '其其格', 'mediator', banner),
  one('rexian', '其木格', 'operator', banner),
  one('wangyan', '王燕', 'family', banner),
  one('zhidao', '红霞', 'guide', banner),
  one('fazhan', '乌日格木拉', 'development', banner),
  {
    name: 'narenhua',
    displayName: '娜仁花',
    org: banner,
    posts: [
      { role: 'chair', org: banner },
      { role: 'organisation', org: banner },
    ],
  },
  one('zhaomin', '赵敏', 'organisation', banner),
  one('tuya', '图雅', 'publicity', banner),
  one('baiyun', '白云', 'rights', banner),
  one('lvshi', '林静', 'lawyer', banner),
  one('gongan', '公安联络员', 'partner', partnerCodes.police),
  one('fayuan', '法院联络员', 'partner', partnerCodes.court),
  one('pingwei', '征文评审专家', 'partner', partnerCodes.education),
  one('jiazheng', '家政公司调度', 'company', partnerCodes.company),
  one('yinhang', '银行联络员', 'partner', partnerCodes.bank),
  one('caiwu', '斯琴', 'finance', banner),
  one('caiwu2', '郭静', 'finance', banner),
  one('mengli', '孟丽', 'statistician', banner),
  one('guanli', '韩静', 'administrator', banner),
  one('shenji', '周莹', 'auditor', banner),
  one('anquan', '高霞', 'security', banner),
  one('zhangfang', '张芳', 'chair', township),
  one('wulan', '乌兰其木格', 'mediator', township),
  one('jilantai', '刘娟', 'chair', township2),
  one('duizhang', '马玲', 'volunteer-leader', township2),
  one('gacha', '萨仁托娅', 'chair', village),
  one('suburi', '苏日娜', 'statistician', region),
  one('quzhuxi', '格根塔娜', 'chair', region),
  one('qufazhan', '乌云其其格', 'development', region),
  one('qucaiwu', '白丽', 'finance', region),
  one('qucaiwu2', '乌日罕', 'finance', region),
  one('alashan', '敖登高娃', 'chair', league),
  one('mengjiating', '哈斯高娃', 'family', league),
  one('mengguanli', '云霞', 'administrator', league),
  one('mengcaiwu', '通拉嘎', 'finance', league),
  one('mengtongji', '陈洁', 'statistician', league),
  one('baotou', '郝丽萍', 'chair', otherLeague),
  one('youqi', '塔娜', 'rights', otherBanner),
  one('youqitiaojie', '阿茹娜', 'mediator', otherBanner),
]

type OfficeName = Pick<Handling, 'code' | 'name'>

export interface DemoHands {
  readonly hands: Map<OrgCode, Hand[]>
  /** Who handles the cases of a banner or township. */
  readonly mediators: Map<OrgCode, Hand>
  /** Who keeps a banner's rights matters. */
  readonly rights: Map<OrgCode, Hand>
}

/**
 * Makes the demo accounts, and a mediator for each banner and township with cases that has none: somebody there must have
 * handled them. A banner's keeps its rights matters too. Nobody can sign in as those. Skips posts of organisations that are
 * not there (a part of the region in tests).
 */
export async function makeAccounts(
  tx: Tx,
  secrets: Secrets,
  banners: readonly OfficeName[],
  townships: readonly OfficeName[],
): Promise<DemoHands> {
  const there = new Set(
    (
      await tx.rows<{ code: number }>(sql`
    SELECT code FROM organisations WHERE code = ANY(${demoPeople.flatMap((a) => a.posts.map((p) => p.org))}::bigint[])`)
    ).map((o) => o.code),
  )
  const people = demoPeople.filter((a) => a.posts.every((p) => there.has(p.org)))
  const ids = await createDemoAccounts(tx, secrets, people)
  const posts = await tx.rows<{ id: string; account: string; role: Role; org: number }>(
    sql`SELECT id, account, role, org FROM posts WHERE account = ANY(${ids}::uuid[]) ORDER BY id`,
  )
  const hands = new Map<OrgCode, Hand[]>()
  const mediators = new Map<OrgCode, Hand>()
  const rights = new Map<OrgCode, Hand>()
  for (const { id, account, role, org } of posts) {
    const hand = { account, post: id, role, org }
    hands.set(org, [...(hands.get(org) ?? []), hand])
    if (role === 'mediator') mediators.set(org, hand)
    if (role === 'rights' && org % levelSpan.banner === 0 && !rights.has(org)) rights.set(org, hand)
  }
  const missing = [...banners, ...townships].filter((at) => !mediators.has(at.code))
  const wanted = missing.map((at) => ({ ...at, rights: at.code % levelSpan.banner === 0 && !rights.has(at.code) }))
  for (const hand of await makeMediators(tx, wanted)) (hand.role === 'rights' ? rights : mediators).set(hand.org, hand)
  // They have held their posts as long as their records go back.
  await tx.change(sql`UPDATE posts SET from_date = '2023-01-01' WHERE demo`)
  return { hands, mediators, rights }
}
