import { readFile } from 'node:fs/promises'
import { basename } from 'node:path'
import { parseArgs } from 'node:util'
import { checkGround, readDrafts } from '../core/draft/check-draft.ts'
import type { Draft } from '../core/draft/draft-number.ts'
import type { CheckGround, Finding } from '../core/draft/finding.ts'
import type { Known } from '../core/draft/known.ts'
import { rules } from '../core/draft/rule-texts.ts'
import { Refusal, refusalText } from '../core/refusal.ts'
import { programmes } from '../registry.ts'
import { whatIsKnown } from '../server/checking/known-figures.ts'
import { draftMeasures } from '../server/checking/known-measures.ts'
import { readDraftFile } from '../server/checking/read-draft-file.ts'
import { asActor } from '../server/database/actor.ts'
import { openDatabase } from '../server/database/open.ts'
import { createPool } from '../server/database/pool.ts'
import { loadDefinitions } from '../server/ledger/measures.ts'
import { homeFolder } from '../server/paths.ts'
import { StartupError } from '../server/startup-error.ts'
import { actingAs } from './acting-as.ts'

const usage = `用法：niangjia check 文件… [--json] [--people 人口数] [--account 账号 [--post 岗位@组织代码]]
 / niangjia check FILE… (.docx, .txt) [--json] [--people N] [--account NAME [--post ROLE@CODE]]`

/**
 * `niangjia check`: reads drafts (.docx, .txt), each alone and each against the others, and prints findings like a linter.
 * Needs no database; with an account also compares with the figures and published numbers that post may see. Exit code 0 without findings, 1 with findings, 2 when a file cannot be read.
 */
export async function run(args: string[]): Promise<number> {
  const { files, json, people, account, post } = readArgs(args)
  const texts = []
  for (const file of files) {
    const text = await textOf(file)
    if (text === undefined) return 2
    texts.push({ name: basename(file), text })
  }
  const ground = readDrafts(texts, people)
  const known = account ? await knownTo(account, post, ground) : { measures: draftMeasures }
  const { drafts, findings } = checkGround(ground, known)
  if (json)
    console.log(
      JSON.stringify({ drafts: drafts.map(summaryOf), findings: findings.map((f) => withLine(drafts, f)) }, null, 2),
    )
  else print(drafts, findings)
  return findings.length > 0 ? 1 : 0
}

/** What a post of the house knows about these drafts; the house is started when it does not run. */
async function knownTo(account: string, post: string | undefined, ground: CheckGround): Promise<Known> {
  const database = await openDatabase(homeFolder())
  const pool = createPool(database.appUrl, 2)
  try {
    await loadDefinitions(pool, programmes)
    const actor = await actingAs(pool, account, post)
    return await asActor(pool, actor, (tx) => whatIsKnown(tx, actor, ground), { repeatable: true })
  } finally {
    await pool.end()
    await database.stop()
  }
}

interface Asked {
  readonly files: string[]
  readonly json: boolean
  readonly people: number | undefined
  readonly account: string | undefined
  readonly post: string | undefined
}

function readArgs(args: string[]): Asked {
  try {
    const { values, positionals } = parseArgs({
      args,
      options: {
        json: { type: 'boolean', default: false },
        people: { type: 'string' },
        account: { type: 'string' },
        post: { type: 'string' },
      },
      allowPositionals: true,
    })
    const people = values.people === undefined ? undefined : Number(values.people)
    if (positionals.length > 0 && (people === undefined || people > 0))
      return { files: positionals, json: values.json, people, account: values.account, post: values.post }
  } catch {}
  throw new StartupError(usage)
}

async function textOf(file: string): Promise<string | undefined> {
  const bytes = await readFile(file).catch(() => undefined)
  if (!bytes) {
    console.error(`读不到文件 ${file}。 / Cannot read ${file}.`)
    return undefined
  }
  try {
    return await readDraftFile(file, bytes)
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    const { code, detail } = error
    console.error(`${file}：${refusalText(code, 'zh', detail.values)} / ${refusalText(code, 'en', detail.values)}`)
    return undefined
  }
}

const summaryOf = ({ name, text, numbers }: Draft) => ({
  name,
  characters: text.length,
  numbers: numbers.map(({ text: said, at, end, value, unit, unitWord, bound, rhetorical, period }) => ({
    text: said,
    at,
    end,
    value,
    unit,
    unitWord,
    bound,
    rhetorical,
    ...(period && { period }),
  })),
})

function lineOf(text: string, at: number): string {
  const before = text.slice(0, at)
  const line = before.split('\n').length
  return `${line}:${at - before.lastIndexOf('\n')}`
}

const withLine = (drafts: readonly Draft[], finding: Finding) => ({
  file: drafts[finding.draft]?.name,
  line: lineOf(drafts[finding.draft]?.text ?? '', finding.at),
  ...finding,
})

const marks = { error: '✗', warning: '!', note: '·' } as const

function print(drafts: readonly Draft[], findings: readonly Finding[]): void {
  drafts.forEach((draft, index) => {
    const own = findings.filter((f) => f.draft === index)
    console.log(`${draft.name}  ${draft.numbers.length} 个数 / numbers，${own.length} 处 / findings`)
    for (const finding of own) {
      const { other } = finding
      const where =
        other && other.draft !== index
          ? `（另一处 / other：${drafts[other.draft]?.name} ${lineOf(drafts[other.draft]?.text ?? '', other.at)}）`
          : ''
      console.log(
        `  ${lineOf(draft.text, finding.at).padEnd(8)} ${marks[finding.level]} ${rules[finding.rule].label.zh}  ${finding.rule}`,
      )
      console.log(`           ${finding.why.zh}${where} ${finding.fix.zh}`)
    }
  })
  const count = (level: Finding['level']) => findings.filter((f) => f.level === level).length
  console.log(
    findings.length === 0
      ? '✓ 没有发现问题。 / No findings.'
      : `✗ ${findings.length} 处：错误 ${count('error')}，存疑 ${count('warning')}，提示 ${count('note')}。 / errors, warnings, notes.`,
  )
}
