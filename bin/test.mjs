#!/usr/bin/env node
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { buildStale } from './build.mjs'
import { runGates } from './gates.mjs'
import { installMissing } from './install.mjs'
import { programs, runNode, say } from './steps.mjs'

// Everything, in the order in which it fails soonest; the last line is the count of tests and gates together.
installMissing()
const gates = runGates()
buildStale()
const tests = runTests(process.argv.slice(2))
const failed = [...gates.failed.map((name) => `gate: ${name}`), ...tests.failed]
for (const name of failed) say(`✗ ${name}`)
console.log(`${gates.passed + tests.passed} passed, ${failed.length} failed`)
process.exit(failed.length ? 1 : 0)

function runTests(args) {
  const folder = mkdtempSync(join(tmpdir(), 'niangjia-report-'))
  const report = join(folder, 'report.json')
  const succeeded = runNode([
    programs.vitest,
    'run',
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=${report}`,
    ...args,
  ])
  try {
    const files = JSON.parse(readFileSync(report, 'utf8')).testResults
    const all = files.flatMap((file) => file.assertionResults)
    const wrong = all.filter((test) => test.status === 'failed').map((test) => test.fullName)
    const broken = files.filter(
      (file) => file.status === 'failed' && !file.assertionResults.some((test) => test.status === 'failed'),
    )
    const names = [...wrong, ...broken.map((file) => file.name)]
    const passed = all.filter((test) => test.status === 'passed').length
    // An error outside any test, or no test at all, is a failure too.
    return { passed, failed: names.length || (succeeded && passed) ? names : ['vitest'] }
  } catch {
    return { passed: 0, failed: ['vitest'] }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}
