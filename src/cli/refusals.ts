import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { refusalPage } from '../core/refusal-page.ts'
import { repositoryRoot } from '../server/paths.ts'

/** `niangjia refusals`: writes docs/refusals.md from the catalogue. */
export async function run(): Promise<number> {
  writeFileSync(join(repositoryRoot, 'docs', 'refusals.md'), refusalPage())
  return 0
}
