import { sql } from 'kysely'
import { checkSpec } from '../../../core/local/check-spec.ts'
import { composeVersions } from '../../../core/local/compose.ts'
import type { LocalSpec } from '../../../core/local/spec.ts'
import { areaOf, type OrgCode, orgCode } from '../../../core/org-code.ts'
import type { Tx } from '../../database/actor.ts'
import { writeDefinitions } from '../../ledger/measures.ts'
import { digestOf, loadLocalIn } from '../../local/load-local.ts'
import type { DemoHands } from '../accounts.ts'
import { Chance } from '../chance.ts'
import type { Making } from '../making.ts'
import { countedHeads } from '../sheet-heads.ts'
import { spotsFor } from '../spots.ts'
import { Tale } from '../tale.ts'
import { craftPieces, readingEvenings } from './demo-specs.ts'

const league = orgCode(152900000000)
const banner = orgCode(152921000000)
const reading = 'local-1529-00000000d1'
const crafts = 'local-1529-00000000d2'
const books = ['敖包相会的地方', '额吉的歌', '平凡的世界', '家书', '草原日出', '骆驼祥子']
const pieces = ['驼绒披肩', '如意刺绣荷包', '毡艺马鞍垫', '驼绒手套', '云纹桌旗', '小骆驼摆件']

/** Local programmes that a league and a banner composed. Before the writer is made: it is given their measures' numbers. */
export async function makeLocalProgrammes(tx: Tx, { hands }: Pick<DemoHands, 'hands'>): Promise<void> {
  await putDemo(tx, hands, { id: reading, org: league, spec: readingEvenings })
  await putDemo(tx, hands, { id: crafts, org: banner, spec: craftPieces })
  await tx.change(
    sql`INSERT INTO definition_turns DEFAULT VALUES ON CONFLICT (one) DO UPDATE SET turn = gen_random_uuid()`,
  )
  await loadLocalIn(tx)
}

/** As its administrator made it and its chair agreed; nothing where the demo has neither, in a part of the region. */
async function putDemo(
  tx: Tx,
  hands: DemoHands['hands'],
  { id, org, spec }: { id: string; org: OrgCode; spec: LocalSpec },
): Promise<void> {
  const maker = hands.get(org)?.find(({ role }) => role === 'administrator')
  const chair = hands.get(org)?.find(({ role }) => role === 'chair')
  if (!maker || !chair) return
  checkSpec(spec, org)
  const area = areaOf(org)
  await tx.change(sql`INSERT INTO local_programmes (area, id, org, demo) VALUES (${area}, ${id}, ${org}, true)`)
  await tx.change(sql`
    INSERT INTO local_versions (area, programme, version, org, state, spec, revision, made_by, submitted_by, submitted_at, decided_by, decided_at, sha256)
    VALUES (${area}, ${id}, 1, ${org}, 'in-force', ${JSON.stringify(spec)}, 3, ${maker.account}, ${maker.account}, now(), ${chair.account}, now(), ${digestOf(spec)})`)
  await writeDefinitions(tx, composeVersions([spec], { id, owner: org }))
}

/** Their records, told through the composed definitions like those of any other programme. */
export async function makeLocalRecords(making: Making): Promise<void> {
  const chance = new Chance(1713)
  const { calendar, filing, hands } = making
  if (!hands.get(league)?.some(({ role }) => role === 'administrator')) return
  const evenings = spotsFor(making, chance, { total: 1_200 }).filter(({ area }) => area === areaOf(league))
  for (const [i, { place, day }] of evenings.entries()) {
    const on = calendar.day(day)
    const counted = countedHeads(making, place.code, chance.whole(8, 40))
    const { id } = await filing.file({
      programme: reading,
      org: place.code,
      made: on,
      answers: {
        title: `共读《${books[i % books.length]}》`,
        on,
        place: `${place.short}草原书屋`,
        f1: `o${1 + (i % 3)}`,
        f2: chance.whole(0, 25),
      },
      steps: new Tale(calendar, day)
        .after(0, 'heads', { heads: [counted.heads] })
        .after(0, 'hold')
        .after(2, 'check').steps,
    })
    counted.attach(id)
  }
  const made = spotsFor(making, chance, { total: 2_400 }).filter((spot) => spot.banner === banner)
  for (const [i, { place, day }] of made.entries()) {
    const on = calendar.day(day)
    const sold = i % 3 === 0 ? {} : { f2: chance.whole(60, 900) * 100 }
    await filing.file({
      ...{ programme: crafts, org: place.code, made: on },
      answers: { title: pieces[i % pieces.length], on, f1: `o${1 + (i % 3)}`, ...sold },
    })
  }
}
