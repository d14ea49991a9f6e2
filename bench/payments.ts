import { PassThrough } from 'node:stream'
import { buffer } from 'node:stream/consumers'
import { v7 } from 'uuid'
import { todayInShanghai } from '../src/core/day.ts'
import { dandelionInstalment } from '../src/programmes/dandelion/dandelion-instalment.ts'
import { type Actor, asActor } from '../src/server/database/actor.ts'
import { SheetWriter } from '../src/server/excel/write-sheets.ts'
import { readAnswers } from '../src/server/funds/answer-sheet.ts'
import { takeSheet, writeSheet } from '../src/server/funds/bank-sheet.ts'
import { approveBatch } from '../src/server/funds/decide-batch.ts'
import { prepareBatch } from '../src/server/funds/prepare-batch.ts'
import { settleBatch } from '../src/server/funds/settle-batch.ts'
import { answerable, keepAnswers } from '../src/server/funds/take-answers.ts'
import type { House } from '../src/server/http/route.ts'
import { type Desk, deskOf } from '../src/server/records/desk.ts'
import { makeDueInstalments } from '../test/support/due-instalments.ts'

export interface PaymentsBench {
  readonly lines: number
  /** Seconds of each half: collected into an approved batch and out as a sheet; the bank's answer in, steps taken, booked. */
  readonly out: number
  readonly back: number
}

const programme = dandelionInstalment

/**
 * Pays so many approved instalments in one batch, as the posts of one banner: collect, approve, export, import the answer,
 * take every step, count and book. One line in a thousand fails. What it writes stays.
 */
export async function benchPayments(
  house: House,
  finance: Actor,
  chair: Actor,
  lines = 100_000,
): Promise<PaymentsBench> {
  const as = <T>(actor: Actor, work: (desk: Desk) => Promise<T>) =>
    asActor(house.pool, actor, (tx) => work(deskOf({ tx, actor, house })))
  const fund = await makeDueInstalments(house, finance, chair, lines)

  const began = performance.now()
  const id = v7()
  await as(finance, (desk) => prepareBatch(desk, programme, { id, fund, title: '测速', remark: '项目款' }))
  await as(chair, (desk) => approveBatch(desk, id, true))
  await as(finance, async (desk) => {
    const out = new PassThrough()
    out.resume()
    const book = new SheetWriter(out)
    await writeSheet(desk, await takeSheet(desk, id), book)
    await book.end()
  })
  const out = (performance.now() - began) / 1000

  const answer = await bankAnswer(lines)
  const returned = performance.now()
  await as(finance, async (desk) => {
    const batch = await answerable(desk, id)
    await keepAnswers(desk, batch, await readAnswers(answer, batch.lines, desk.today))
  })
  const taken = await settleBatch(house, id)
  if (taken !== lines) throw new Error(`${taken} of ${lines} answers were taken`)
  return { lines, out, back: (performance.now() - returned) / 1000 }
}

async function bankAnswer(lines: number): Promise<Buffer> {
  const out = new PassThrough()
  const file = buffer(out)
  const book = new SheetWriter(out)
  const sheet = book.sheet(
    '回单',
    ['序号', '金额', '结果', '原因', '流水号', '日期'].map((header) => ({ header })),
  )
  const today = todayInShanghai(new Date())
  for (let no = 1; no <= lines; no++) {
    const failed = no % 1000 === 0
    const reference = `BK${String(no).padStart(8, '0')}`
    await book.row(sheet, [no, '123.45', failed ? '失败' : '成功', failed ? '账号不存在' : undefined, reference, today])
    if (no % 1000 === 0) await new Promise((resolve) => setImmediate(resolve))
  }
  sheet.commit()
  await book.end()
  return file
}
