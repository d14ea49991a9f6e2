import { sql } from 'kysely'
import { v7 } from 'uuid'
import { todayInShanghai } from '../../src/core/day.ts'
import { areaOf, levelOf, type OrgCode, orgCode } from '../../src/core/org-code.ts'
import type { Role } from '../../src/core/role.ts'
import { onDuty } from '../../src/server/database/actor.ts'
import { type Signed, type TestHouse, orgs as tree } from '../support/house.ts'
import type { ModelActor, ModelRecord } from './access-model.ts'

export const orgs = {
  ...tree,
  home: orgCode(152921100000, 1),
  league2: orgCode(152800000000),
  banner3: orgCode(152824000000),
  township3: orgCode(152824100000),
  court: orgCode(152921000000, 12),
  court2: orgCode(152922000000, 12),
}
export interface Person extends ModelActor {
  readonly label: string
  readonly signed: Signed
}
export interface Kept extends ModelRecord {
  readonly path: string
  /** A file that hangs on it. */
  readonly file: string | undefined
}
export interface World {
  readonly people: readonly Person[]
  readonly records: readonly Kept[]
}

/** A word that stands only in sealed answers: found in any page, a wall has a hole. */
export const secret = '绝密毡房里的话'
const today = todayInShanghai(new Date())
const png = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
)

const posts: readonly (readonly [keyof typeof orgs, readonly Role[]])[] = [
  [
    'banner',
    [
      'chair',
      'rights',
      'family',
      'organisation',
      'publicity',
      'mediator',
      'volunteer-leader',
      'statistician',
      'auditor',
      'security',
      'administrator',
      'finance',
      'guide',
    ],
  ],
  ['township', ['chair', 'rights', 'mediator', 'mediator', 'organisation', 'volunteer-leader', 'statistician']],
  ['village', ['chair', 'rights', 'mediator', 'organisation', 'family']],
  ['home', ['chair', 'rights', 'mediator', 'organisation']],
  ['village2', ['chair']],
  ['otherBanner', ['chair', 'rights', 'mediator', 'organisation', 'statistician']],
  ['league', ['chair', 'rights', 'mediator', 'organisation', 'statistician', 'auditor']],
  ['region', ['chair', 'rights', 'organisation', 'statistician']],
  ['league2', ['rights', 'chair']],
  ['banner3', ['chair', 'rights', 'mediator', 'organisation']],
  ['court', ['partner', 'partner', 'rights']],
  ['court2', ['partner']],
]
const keepers = ['banner', 'township', 'village', 'home', 'otherBanner', 'league', 'banner3'] as const

/** About sixty records of every programme in many states, made over HTTP by posts of seven organisations. */
export async function makeWorld(house: TestHouse): Promise<World> {
  const extra = ['home', 'league2', 'banner3', 'township3', 'court', 'court2'] as const
  await onDuty(house.house.pool, 'load', (tx) =>
    tx.rows(sql`
    INSERT INTO organisations (code, kind, agency, level, name, short_name)
    SELECT code, CASE code % 10000 WHEN 0 THEN 'federation' WHEN 12 THEN 'partner' ELSE 'womens-home' END,
           CASE WHEN code % 10000 = 12 THEN 'court' END, level, '试点' || code, '试点' || code
    FROM unnest(${extra.map((k) => orgs[k])}::bigint[], ${extra.map((k) => levelOf(orgs[k]))}::text[]) AS o (code, level)`),
  )
  const people: Person[] = []
  for (const [place, roles] of posts) {
    for (const role of roles) {
      const signed = await house.signIn(role, orgs[place])
      people.push({ label: `${role}@${place}`, signed, account: signed.actor.account, role, org: orgs[place] })
    }
  }
  // One mediator went on to another organisation and still handles what she began.
  const moved = await postElsewhere(house, find(people, 'mediator', orgs.township), 'mediator', orgs.banner3)
  people.push(moved)
  const records: Kept[] = []
  for (const [i, place] of keepers.entries()) records.push(...(await recordsOf(house, people, orgs[place], i)))
  for (const place of ['banner', 'township', 'otherBanner', 'banner3'] as const)
    records.push(...(await sentOf(house, people, orgs[place])))
  await openTwo(house, people, records)
  return { people, records }
}

const find = (people: readonly Person[], role: Role, org: OrgCode): Person => {
  const found = people.find((p) => p.role === role && p.org === org)
  if (!found) throw new Error(`nobody is ${role} at ${org}`)
  return found
}

async function postElsewhere(house: TestHouse, person: Person, role: Role, org: OrgCode): Promise<Person> {
  const other = await house.signIn(role, org)
  await onDuty(house.house.pool, 'sign-in', async (tx) => {
    await tx.rows(
      sql`INSERT INTO posts (area, id, account, org, role) VALUES (${areaOf(org)}, ${v7()}, ${person.account}, ${org}, ${role})`,
    )
    await tx.rows(
      sql`UPDATE sessions SET account = ${person.account}, post = (SELECT id FROM posts WHERE account = ${person.account} AND org = ${org}) WHERE post = ${other.actor.post}`,
    )
  })
  return { label: `${role} moved`, signed: other, account: person.account, role, org }
}

/** Drives one record by requests, and keeps the model's own log of them. */
class Driver {
  readonly log: { by: string; moved: boolean }[] = []
  readonly id = v7()
  readonly house: TestHouse
  readonly programme: string
  revision = 0
  state = ''
  constructor(house: TestHouse, programme: string) {
    this.house = house
    this.programme = programme
  }
  get path() {
    return `/records/${this.programme}/${this.id}`
  }
  async create(by: Person, answers: Record<string, unknown>): Promise<this> {
    return this.took(
      by,
      await this.house.call(by.signed, 'POST', `/records/${this.programme}`, { id: this.id, actionId: v7(), answers }),
    )
  }
  async act(by: Person, action: string, answers: Record<string, unknown> = {}): Promise<this> {
    return this.took(
      by,
      await this.house.call(by.signed, 'POST', `${this.path}/actions/${action}`, {
        actionId: v7(),
        revision: this.revision,
        answers,
        reason: '试一试这一步',
      }),
    )
  }
  async edit(by: Person, answers: Record<string, unknown>): Promise<this> {
    return this.took(
      by,
      await this.house.call(by.signed, 'PATCH', this.path, { actionId: v7(), revision: this.revision, answers }),
    )
  }
  async heads(by: Person): Promise<this> {
    return this.took(
      by,
      await this.house.call(by.signed, 'PUT', `${this.path}/heads`, {
        actionId: v7(),
        revision: this.revision,
        heads: [{ count: 9, grade: 'C', reason: '没带签到表' }],
      }),
    )
  }
  async handler(by: Person, account: string): Promise<this> {
    return this.took(
      by,
      await this.house.call(by.signed, 'POST', `${this.path}/handlers`, {
        actionId: v7(),
        account,
        reason: '本级没有第二个人',
      }),
    )
  }
  async file(by: Person): Promise<string> {
    const id = v7()
    const edge = 'made-edge'
    const part = (name: string, value: string) =>
      `--${edge}\r\ncontent-disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`
    const payload = Buffer.concat([
      Buffer.from(
        `${part('id', id)}--${edge}\r\ncontent-disposition: form-data; name="file"; filename="a.png"\r\ncontent-type: image/png\r\n\r\n`,
      ),
      png,
      Buffer.from(`\r\n--${edge}--\r\n`),
    ])
    const raw = await this.house.app.inject({
      method: 'POST',
      url: `/api/v1${this.path}/attachments`,
      payload,
      headers: { ...by.signed.headers, 'content-type': `multipart/form-data; boundary=${edge}` },
    })
    if (raw.statusCode !== 200) throw new Error(`file: ${raw.body}`)
    return id
  }
  private took(by: Person, { status, body, raw }: Awaited<ReturnType<TestHouse['call']>>): this {
    if (status !== 200) throw new Error(`${by.label} ${this.programme} ${this.state}: ${raw.body}`)
    this.log.push({ by: by.account, moved: body.state !== this.state })
    this.state = body.state
    this.revision = body.revision
    return this
  }
  /** Hands it over: the answer says where it went, and no more. */
  async handOver(by: Person, org: OrgCode): Promise<this> {
    const { status, body, raw } = await this.house.call(by.signed, 'POST', `${this.path}/actions/handOver`, {
      actionId: v7(),
      revision: this.revision,
      answers: { org },
      reason: '她搬走了',
    })
    if (status !== 200 || body.moved.code !== org) throw new Error(`handOver: ${raw.body}`)
    this.log.push({ by: by.account, moved: true })
    this.state = 'gone'
    return this
  }
  kept(org: OrgCode, title: string, handlers: readonly string[] = [], file?: string, receiver?: OrgCode): Kept {
    return {
      id: this.id,
      programme: this.programme,
      org,
      state: this.state,
      title,
      handlers,
      receiver,
      log: this.log,
      openedFor: [],
      path: this.path,
      file,
    }
  }
}

async function recordsOf(house: TestHouse, people: readonly Person[], org: OrgCode, i: number): Promise<Kept[]> {
  const [chair, second, rights, mediator] = (['chair', 'organisation', 'rights', 'mediator'] as const).map((role) =>
    find(people, role, org),
  )
  if (!chair || !second || !rights || !mediator) throw new Error('a post is missing')
  const out: Kept[] = []
  const start = (programme: string) => new Driver(house, programme)
  for (const n of [0, 1]) {
    const title = `夜话 ${org} ${n}`
    const d = await start('family-story').create(chair, { title, heldOn: today, place: '文化室', host: '主持的人' })
    if ((i + n) % 3 > 0) await (await d.heads(chair)).act(chair, 'hold')
    if ((i + n) % 3 === 2) await d.act(chair, 'cancel')
    out.push(d.kept(org, title, [], n === 0 ? await d.file(chair) : undefined))
  }
  out.push(...(await casesOf(house, org, i, rights, mediator, people)))
  const room = await start('mediation-room').create(rights, { name: `婚调室 ${org}`, setUpOn: today })
  if (i % 2) await room.act(chair, 'close')
  out.push(room.kept(org, `婚调室 ${org}`))
  for (const n of [0, 1]) {
    const title = `服务队 ${org} ${n}`
    const team = await start('volunteer-team').create(second, { name: title, setUpOn: today })
    if ((i + n) % 3 > 0) await team.act(chair, 'approve')
    if ((i + n) % 3 === 2) await team.act(chair, i % 2 ? 'rest' : 'dissolve')
    out.push(team.kept(org, title))
  }
  const person = await house.addPerson(org, `志愿甲${i}`)
  const member = await start('volunteer').create(chair, { name: `志愿者 ${org}`, person, joinedOn: today })
  if (i % 3 > 0) await member.act(second, 'verify')
  if (i % 3 === 2) await member.act(chair, 'suspend')
  out.push(member.kept(org, `志愿者 ${org}`))
  const service = await start('volunteer-session').create(chair, {
    title: `服务 ${org}`,
    heldOn: today,
    place: '广场',
    kind: 'daily',
    served: 5,
    servedBy: 'estimate',
  })
  if (i % 4 > 0) await service.act(second, 'finish')
  if (i % 4 === 2) await service.edit(chair, { note: '补记' })
  const third = people.find((p) => p.org === orgs.league && p.role === 'chair')
  if (i % 4 === 3 && third && org !== orgs.banner3) await service.act(third === chair ? second : third, 'giveBack')
  out.push(service.kept(org, `服务 ${org}`))
  return out
}

/** Referrals: one not sent, two at a court, one answered, one given back, one that went over to another banner for good. */
async function sentOf(house: TestHouse, people: readonly Person[], org: OrgCode): Promise<Kept[]> {
  const rights = find(people, 'rights', org)
  const out: Kept[] = []
  const make = (n: number) =>
    new Driver(house, 'test-sent').create(rights, {
      title: `转介 ${org} ${n}`,
      on: today,
      inner: `${secret}：内情`,
      place: '住在某处',
      shared: `${secret}：请立案`,
      need: '立案',
    })
  const keep = (d: Driver, n: number, receiver?: OrgCode, file?: string) =>
    out.push(d.kept(org, `转介 ${org} ${n}`, [rights.account], file, receiver))
  const unsent = await make(0)
  keep(unsent, 0, undefined, await unsent.file(rights))
  for (const [n, court] of [orgs.court, orgs.court2].entries()) {
    const judge = find(people, 'partner', court)
    const there = await (await make(n + 1)).act(rights, 'send', { to: court })
    keep(there, n + 1, court, n === 0 ? await there.file(rights) : undefined)
    const done = await (await make(n + 3)).act(rights, 'send', { to: court })
    if (n === 0) await done.act(judge, 'answer', { words: `${secret}：同意`, result: '已立案' })
    else await done.act(judge, 'giveBack')
    keep(done, n + 3, court)
  }
  const target = org === orgs.otherBanner ? orgs.banner : orgs.otherBanner
  const gone = await (await make(5)).handOver(rights, target)
  out.push({ ...gone.kept(target, `转介 ${org} 5`) })
  return out
}

async function casesOf(
  house: TestHouse,
  org: OrgCode,
  i: number,
  rights: Person,
  mediator: Person,
  people: readonly Person[],
): Promise<Kept[]> {
  const parties = [
    { person: await house.addPerson(org, `当事甲${i}`), role: 'applicant' },
    { person: await house.addPerson(org, `当事乙${i}`), role: 'respondent' },
  ]
  const answers = (title: string) => ({
    title,
    appliedOn: today,
    dispute: 'elders',
    parties,
    facts: `${secret}：双方说法`,
    safeContact: secret.slice(0, 6),
    committee: '试调委会',
  })
  const out: Kept[] = []
  for (const [n, by] of [mediator, rights].entries()) {
    const title = `纠纷 ${org} ${n}`
    const d = await new Driver(house, 'mediation').create(by, answers(title))
    const handlers = [by.account]
    const colleague = people.filter((p) => p.role === 'mediator' && p.org === org)[1]
    if (n === 1 && colleague) {
      await d.handler(rights, colleague.account)
      handlers.push(colleague.account)
    }
    const file = n === 0 ? await d.file(by) : undefined
    if ((i + n) % 3 === 1) await accept(d, by)
    if ((i + n) % 3 === 2) await d.act(by, 'block')
    out.push(d.kept(org, title, handlers, file))
  }
  return out
}

async function accept(d: Driver, by: Person): Promise<void> {
  for (const side of ['applicant', 'respondent']) await d.act(by, 'consent', { side, agrees: true, way: 'signed' })
  await d.act(by, 'inform')
  await d.act(by, 'declare')
  const violence = Object.fromEntries(['hit', 'threat', 'weapon', 'control', 'fear', 'child'].map((q) => [q, false]))
  await d.act(by, 'screen', { apart: true, violence })
  await d.act(by, 'accept')
}

/** Break-glass: the league's rights post opens one case of a township; another request stays unanswered. */
async function openTwo(house: TestHouse, people: readonly Person[], records: Kept[]): Promise<void> {
  const asker = find(people, 'rights', orgs.league)
  const second = find(people, 'rights', orgs.township)
  const [first, other] = records.filter((r) => r.programme === 'mediation' && r.org === orgs.township)
  for (const record of [first, other]) {
    const id = v7()
    await house.call(asker.signed, 'POST', `${record?.path}/break-glass`, {
      id,
      reason: '来访人说有人身危险，需要立刻核对',
    })
    if (record === first) await house.call(second.signed, 'POST', `/break-glass/${id}/approve`)
  }
  const at = records.findIndex((r) => r.id === first?.id)
  if (first) records[at] = { ...first, openedFor: [asker.account] }
}
