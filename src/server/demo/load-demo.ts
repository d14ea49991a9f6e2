import { join } from 'node:path'
import { sql } from 'kysely'
import pg from 'pg'
import { todayInShanghai } from '../../core/day.ts'
import { directories } from '../../directories.ts'
import { programmes } from '../../registry.ts'
import { Tx } from '../database/actor.ts'
import { createPool, parseTypes } from '../database/pool.ts'
import { folderStore } from '../files/file-store.ts'
import { countDirectory } from '../ledger/directory.ts'
import { rebuildCells } from '../ledger/fold.ts'
import { loadDefinitions } from '../ledger/measures.ts'
import { loadDivisions } from '../organisations/load-divisions.ts'
import type { Secrets } from '../secrets.ts'
import { makeAccounts } from './accounts.ts'
import { Calendar } from './calendar.ts'
import { makeCooperation } from './cooperation/make-cooperation.ts'
import { makeEmployment } from './employment/make-employment.ts'
import { makeFamily } from './family/make-family.ts'
import { Filing, type Series } from './filing.ts'
import { makeFinance } from './finance/make-finance.ts'
import { makeHomecare } from './homecare/make-homecare.ts'
import { makeHonours } from './honours/make-honours.ts'
import { makeLocalProgrammes, makeLocalRecords } from './local/make-local.ts'
import { makeBrands } from './make-brands.ts'
import { makeEvenings } from './make-evenings.ts'
import { makeMediations } from './make-mediations.ts'
import { makeMoney } from './make-money.ts'
import { makePartners } from './make-partners.ts'
import { makePeople } from './make-people.ts'
import { makeReview } from './make-review.ts'
import { makeRights } from './make-rights.ts'
import { makeRooms } from './make-rooms.ts'
import { makeSessions } from './make-sessions.ts'
import { makeStatements } from './make-statements.ts'
import { makeTeams } from './make-teams.ts'
import { makeVolunteers } from './make-volunteers.ts'
import type { Making } from './making.ts'
import { makeMatchmaking } from './matchmaking/make-matchmaking.ts'
import { makeDirectory } from './organising/make-directory.ts'
import { makeInitiatives } from './organising/make-initiatives.ts'
import { makeOrganising } from './organising/make-organising.ts'
import { makeOutreach } from './outreach/make-outreach.ts'
import { loadOffices } from './places.ts'
import { planDemo } from './plan.ts'
import { makeIndicators } from './policy/make-indicators.ts'
import { makePolicy } from './policy/make-policy.ts'
import { makeChildren } from './service/make-children.ts'
import { makeDandelion } from './service/make-dandelion.ts'
import { makeHealth } from './service/make-health.ts'
import { makePairs } from './service/make-pairs.ts'
import { makeVisits } from './service/make-visits.ts'
import { makeShowcase, makeShowPeople } from './showcase.ts'
import { sheetImage, sheetKey } from './sign-in-sheet.ts'
import { makeCompanions } from './volunteering/companions.ts'
import { makeProjects } from './volunteering/projects.ts'
import { Writer } from './writer.ts'

/** Small enough to load in some seconds at a first start. */
export const defaultScale = 0.02
const demoLock = 7_301_003

export interface DemoHouse {
  readonly ownerUrl: string
  readonly appUrl: string
  readonly secrets: Secrets
  readonly home: string
  /** First two digits of the division codes (NIANGJIA_AREA). */
  readonly region?: number
  /** Told what is being made, with the seconds so far. */
  readonly say?: (what: string) => void
}

/** 'held': the database has accounts, people or records already and is left as it is; 'demo-held': they are a demo's. */
export type DemoOutcome = 'loaded' | 'held' | 'demo-held'

/**
 * Fills an empty database with made records at `scale` (1: as many as the articles tell of), labelled demo. All or nothing:
 * one transaction, so a load that is cut short leaves nothing. Divisions and definitions are loaded first if missing.
 */
export async function loadDemo(house: DemoHouse, scale: number): Promise<DemoOutcome> {
  const pool = createPool(house.appUrl, 2, { pipeline: false })
  const owner = new pg.Client({
    connectionString: house.ownerUrl,
    types: parseTypes,
    options: '-c TimeZone=Asia/Shanghai -c client_min_messages=warning',
  })
  owner.on('error', () => undefined)
  await owner.connect()
  try {
    await loadDivisions(pool, house.region ?? 15)
    await loadDefinitions(pool, [...programmes, ...directories])
    await owner.query("BEGIN; SET LOCAL niangjia.duty = 'load'; SET LOCAL synchronous_commit = off")
    const tx = new Tx(owner)
    await tx.rows(sql`SELECT pg_advisory_xact_lock(${demoLock})`)
    const held = await whatIsHeld(tx)
    if (held) {
      await owner.query('ROLLBACK')
      return held
    }
    await folderStore(join(house.home, 'files')).put(sheetKey, sheetImage)
    await make(house, tx, scale)
    await owner.query('COMMIT')
    house.say?.('统计信息 / statistics')
    await owner.query('ANALYZE')
    house.say?.('汇总 / cells')
    await rebuildCells(pool)
    house.say?.('完成 / done')
    return 'loaded'
  } finally {
    // An unfinished transaction ends with its connection.
    await owner.end()
    await pool.end()
  }
}

async function whatIsHeld(tx: Tx): Promise<'held' | 'demo-held' | undefined> {
  const row = await tx.first<{ demo: boolean; any: boolean }>(sql`
    SELECT EXISTS (SELECT FROM accounts WHERE demo) AS demo,
           EXISTS (SELECT FROM accounts) OR EXISTS (SELECT FROM people) OR EXISTS (SELECT FROM records) AS any`)
  if (!row?.any) return undefined
  return row.demo ? 'demo-held' : 'held'
}

async function make({ secrets, say }: DemoHouse, tx: Tx, scale: number): Promise<void> {
  const today = todayInShanghai(new Date())
  const calendar = new Calendar(today)
  const offices = await loadOffices(tx)
  const plan = planDemo(offices, calendar, scale)
  const banners = [...new Map(offices.map((o) => [o.banner, o.bannerName])).entries()].map(([code, name]) => ({
    code,
    name,
  }))
  say?.('账号 / accounts')
  await makePartners(tx)
  const handling = new Map(plan.cases.map(({ place }) => [place.code, { code: place.code, name: place.short }]))
  for (const { code } of banners) handling.delete(code)
  const people = await makeAccounts(tx, secrets, banners, [...handling.values()])
  await makeLocalProgrammes(tx, people)
  const measures = await tx.rows<{ id: string; no: number }>(sql`SELECT id, no FROM measures`)
  const writer = new Writer(tx.client, {
    dataKey: secrets.dataKey,
    today,
    measures: new Map(measures.map((m) => [m.id, m.no])),
  })
  const series: Series = new Map()
  const filing = new Filing(writer, people.hands, people.rights, series)
  const making: Making = { plan, calendar, writer, scale, series, filing, ...people }
  say?.(`人员 ${plan.people} / people`)
  await makePeople(making, secrets)
  await makeShowPeople(making, secrets)
  await writer.settle()
  writer.numbers = await personNumbers(tx)
  say?.('婚调室、服务队 / rooms and teams')
  const roomOf = await makeRooms(making)
  await makeTeams(making)
  say?.('志愿者 / volunteers')
  await makeVolunteers(making)
  say?.('志愿服务 / sessions')
  await makeSessions(making)
  await makeProjects(making)
  await makeCompanions(making)
  say?.('家风故事分享会 / evenings')
  await makeEvenings(making)
  say?.('家庭教育 / family education')
  await makeFamily(making)
  say?.('调解 / mediations')
  await makeBrands(tx)
  await makeStatements(tx)
  await makeReview(tx, today)
  await makeMediations(making, roomOf)
  await makeRights(making, roomOf, say)
  say?.('蒲公英、执委走访 / projects and visits')
  const projects = await makeDandelion(making)
  await makeVisits(making)
  say?.('儿童、健康、结对 / children, health, pairs')
  await makeChildren(making)
  await makeHealth(making)
  await makePairs(making)
  say?.('荣誉 / honours')
  await makeHonours(making)
  say?.('婚恋服务 / matchmaking')
  const couples = await makeMatchmaking(making)
  say?.('宣传引领 / outreach')
  await makeOutreach(making)
  say?.('家政服务 / domestic service')
  await makeHomecare(making, tx)
  say?.('就业创业 / jobs and work')
  await makeEmployment(making)
  await makeMoney(making, tx, secrets.dataKey, projects, couples, say)
  say?.('贷款、合作 / loans and cooperation')
  await makeFinance(making)
  await makeCooperation(making)
  say?.('组织建设 / the organisation')
  await makeOrganising(making)
  await makeLocalRecords(making)
  await makeInitiatives(making, tx)
  await makeDirectory(making, tx)
  say?.('政策与指标 / policy and indicators')
  await makePolicy(making)
  await makeIndicators(making, tx)
  await makeShowcase(making, tx)
  await writer.settle()
  await countDirectory(tx)
  await writeSeries(tx, series)
}

/** Numbers in the registry, in the order of the made persons: their ids grow with it. */
async function personNumbers(tx: Tx): Promise<Int32Array> {
  const row = await tx.first<{ numbers: number[] }>(sql`SELECT array_agg(no ORDER BY id) AS numbers FROM people`)
  return Int32Array.from(row?.numbers ?? [])
}

async function writeSeries(tx: Tx, series: Series): Promise<void> {
  const rows = [...series]
  await tx.change(sql`
    INSERT INTO record_numbers (area, series, last)
    SELECT left(split_part(s.series, '-', 2), 4)::integer, s.series, s.last FROM unnest(${rows.map(([key]) => key)}::text[], ${rows.map(([, last]) => last)}::integer[]) s (series, last)`)
}
