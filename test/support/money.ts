import { sql } from 'kysely'
import { v7 } from 'uuid'
import { field } from '../../src/core/field.ts'
import { flow } from '../../src/core/measure.ts'
import { areaOf, type OrgCode } from '../../src/core/org-code.ts'
import { book } from '../../src/core/posting.ts'
import { defineProgramme } from '../../src/core/programme.ts'
import { asActor, onDuty } from '../../src/server/database/actor.ts'
import type { Signed, TestHouse } from './house.ts'

const money = ['chair', 'family', 'finance'] as const
const words = (zh: string) => ({ zh, en: zh })

/** The smallest service that pays: a hand-out, granted, paid, perhaps given back by the bank, paid again. */
export const handOut = defineProgramme({
  id: 'hand-out',
  version: 1,
  kind: 'case',
  service: 'test',
  label: words('试发放'),
  short: words('试'),
  noun: words('件'),
  help: words('试'),
  sources: [],
  access: { see: money, create: ['family', 'chair'] },
  fields: {
    title: field.text({ label: words('标题'), class: 'P1', required: true }),
    on: field.day({ label: words('日期'), class: 'P1', required: true }),
    who: field.person({ label: words('收款人'), class: 'P2' }),
    fund: field.fund({ label: words('资金'), class: 'P1' }),
    fen: field.money({ label: words('金额'), class: 'P1' }),
    account: field.text({ label: words('账号'), class: 'P3' }),
    holder: field.text({ label: words('户名'), class: 'P3' }),
    agent: field.yesNo({ label: words('有委托书'), class: 'P1' }),
  },
  title: 'title',
  dated: 'on',
  states: { asked: words('申请'), granted: words('待付'), paid: words('已付'), ended: words('不付') },
  initial: 'asked',
  actions: {
    grant: { label: words('批准'), from: ['asked'], to: 'granted', by: ['family', 'chair'] },
    end: { label: words('不付'), from: ['asked', 'granted'], to: 'ended', by: ['family', 'chair'] },
    paid: {
      label: words('已付'),
      from: ['granted'],
      to: 'paid',
      by: [],
      asks: { reference: field.text({ label: words('流水号'), class: 'P1' }) },
    },
    // Also when the bank could not pay: the record stays where it is, its history says so.
    returned: { label: words('退回'), from: ['paid', 'granted'], to: 'granted', by: [] },
  },
  payment: {
    in: ['granted'],
    fund: 'fund',
    amount: 'fen',
    payee: 'who',
    account: 'account',
    holder: 'holder',
    proof: 'agent',
    paid: 'paid',
    returned: 'returned',
  },
  postings: ({ answers, history }) =>
    history.flatMap((done) =>
      done.action === 'paid'
        ? book.pay(answers.fund ?? '', answers.fen ?? 0, done.on)
        : done.action === 'returned' && done.from === 'paid'
          ? book.takeBack(answers.fund ?? '', answers.fen ?? 0, done.on)
          : [],
    ),
  measures: { paid: flow('yuan', { label: words('已发放'), includes: '已付', excludes: '退回' }) },
  counts: ({ answers, history }, count) =>
    history.map((done) =>
      done.action === 'paid'
        ? count.money('paid', answers.fen ?? 0, done.on)
        : done.action === 'returned' && done.from === 'paid' && count.money('paid', -(answers.fen ?? 0), done.on),
    ),
})

/** A fund of an organisation, made by its finance post, with cash in it when `fen` is given (approved by the chair). */
export async function makeFund(
  house: TestHouse,
  finance: Signed,
  chair: Signed,
  fund: { fen?: number; from?: string; to?: string; programmes?: readonly string[]; org?: OrgCode } = {},
): Promise<string> {
  const id = v7()
  const org = fund.org ?? finance.actor.org
  await asActor(house.appPool, finance.actor, (tx) =>
    tx.change(sql`
      INSERT INTO funds (area, id, org, code, name, purpose, source, from_date, to_date, programmes, created_by)
      VALUES (${areaOf(org)}, ${id}, ${org}, ${id.slice(-8)}, '试用资金', '试用', 'budget', ${fund.from ?? '2025-01-01'}, ${fund.to ?? null},
              ${[...(fund.programmes ?? [])]}::text[], ${finance.actor.post})`),
  )
  if (fund.fen) await receive(house, finance, chair, id, fund.fen)
  return id
}

/** Money from outside, by two people. */
export async function receive(
  house: TestHouse,
  finance: Signed,
  chair: Signed,
  fund: string,
  fen: number,
  on = '2026-01-05',
): Promise<void> {
  const id = v7()
  await asActor(house.appPool, finance.actor, (tx) =>
    tx.change(sql`
      INSERT INTO fund_transfers (area, id, kind, org, fund, giver, fen, on_date, purpose, prepared_by)
      VALUES (${areaOf(finance.actor.org)}, ${id}, 'receive', ${finance.actor.org}, ${fund}, 'budget', ${fen}, ${on}, '年初拨款', ${finance.actor.account})`),
  )
  await asActor(house.appPool, chair.actor, async (tx) => {
    await tx.change(
      sql`UPDATE fund_transfers SET state = 'approved', approved_by = ${chair.actor.account}, approved_at = now() WHERE id = ${id}`,
    )
    await tx.rows(sql`SELECT book_transfer(${id})`)
  })
}

/** What each account of a fund holds: by its postings, and by the sums that are kept. They must be one. */
export async function accountsOf(house: TestHouse, fund: string): Promise<Record<string, number>> {
  return onDuty(house.appPool, 'verify', async (tx) => {
    const sums = async (text: 'postings' | 'fund_balances') =>
      Object.fromEntries(
        (
          await tx.rows<{ account: string; fen: number }>(
            sql`SELECT account, sum(fen)::bigint AS fen FROM ${sql.table(text)} WHERE fund = ${fund} GROUP BY account HAVING sum(fen) <> 0 ORDER BY account`,
          )
        ).map((row) => [row.account, row.fen]),
      )
    const [held, kept] = [await sums('postings'), await sums('fund_balances')]
    if (JSON.stringify(held) !== JSON.stringify(kept))
      throw new Error(`balances differ: ${JSON.stringify({ held, kept })}`)
    return held
  })
}
