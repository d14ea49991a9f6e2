import { sql } from 'kysely'
import { v7 } from 'uuid'
import { areaOf } from '../../core/org-code.ts'
import type { Facts } from '../../core/programme.ts'
import { portSteps, shares } from '../../programmes/matchmaking/port.ts'
import { singleProfile } from '../../programmes/matchmaking/single-profile.ts'
import type { CellValue, SheetWriter } from '../excel/write-sheets.ts'
import type { Desk } from '../records/desk.ts'
import { loadManyFacts } from '../records/facts.ts'
import { findRows } from '../records/record-row.ts'

type Share = keyof typeof shares
type Said = Readonly<Record<string, unknown>>

const sharedBy = ({ portShares }: Said): readonly string[] => (Array.isArray(portShares) ? portShares : [])
/** Fields of the profile that go out: what its owner agreed to, and how it is called. */
const fieldsOut = (said: Said): readonly string[] => [
  'name',
  ...sharedBy(said).flatMap((share) => (share === 'born' ? ['sex', 'bornOn'] : [share])),
]
const wordOf = (key: string, value: unknown): CellValue => {
  const f = singleProfile.fields[key]
  if (f?.kind === 'choice') return f.options[String(value)]?.zh ?? null
  return typeof value === 'string' || typeof value === 'number' ? value : null
}

/** The columns after the shown name, each under the share that lets it go; a day of birth goes as its year. */
const columns: readonly (readonly [header: string, share: Share, cell: (said: Said) => CellValue])[] = [
  ['性别', 'born', (said) => wordOf('sex', said.sex)],
  ['出生年份', 'born', (said) => (typeof said.bornOn === 'string' ? Number(said.bornOn.slice(0, 4)) : null)],
  ...(['education', 'work', 'home', 'height', 'words', 'wish'] as const).map(
    (key) => [shares[key].zh, key, (said: Said) => wordOf(key, said[key])] as const,
  ),
]

/**
 * The profiles of the own organisation whose owners agreed and which were not passed on yet, at most 1,000, newest first: reviewed, not
 * paused. Each is logged as a reading of the fields that go out, in this transaction.
 */
export async function readHandover(desk: Desk): Promise<readonly Facts[]> {
  const { tx, actor, house, today } = desk
  const rows = await findRows(
    tx,
    singleProfile,
    sql`r.org = ${actor.org} AND r.state = 'active' AND r.key_salt IS NOT NULL AND 'agreePort' = (
      SELECT a.action FROM actions a WHERE a.record = r.id AND a.action = ANY(${[...portSteps]}::text[]) ORDER BY a.revision DESC LIMIT 1)`,
    1_000,
  )
  const loaded = await loadManyFacts(tx, house.secrets.dataKey, singleProfile, rows, today)
  const waiting = rows.flatMap(({ id }) => {
    const facts = loaded.get(id)?.facts
    return facts ? [{ id, facts }] : []
  })
  await tx.change(sql`
    INSERT INTO reads (area, id, subject, subject_id, programme, org, fields, purpose, account, post)
    SELECT ${areaOf(actor.org)}, r.id, 'record', r.record, ${singleProfile.id}, ${actor.org}, string_to_array(r.fields, ','),
           '经本人单独同意，交全国妇联婚恋平台', ${actor.account}, ${actor.post}
    FROM unnest(${waiting.map(() => v7())}::uuid[], ${waiting.map(({ id }) => id)}::uuid[],
                ${waiting.map(({ facts }) => fieldsOut(facts.answers).join(','))}::text[]) AS r (id, record, fields)`)
  return waiting.map(({ facts }) => facts)
}

/** The plain sheet for the platform: what she did not agree to is left out. No name, number, phone or marital status is ever on it. */
export async function writeHandover(profiles: readonly Facts[], book: SheetWriter): Promise<number> {
  const sheet = book.sheet('交平台清单', [
    { header: '显示的称呼' },
    ...columns.map(([header]) => ({ header })),
    { header: '同意日期' },
  ])
  for (const { answers, history } of profiles) {
    const agreed = sharedBy(answers)
    await book.row(sheet, [
      wordOf('name', answers.name),
      ...columns.map(([, share, cell]) => (agreed.includes(share) ? cell(answers) : null)),
      history.findLast(({ action }) => action === 'agreePort')?.on ?? null,
    ])
  }
  sheet.commit()
  return profiles.length
}
