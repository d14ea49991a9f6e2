#!/usr/bin/env node
import { runGates } from './gates.mjs'
import { installMissing } from './install.mjs'
import { programs, runNode } from './steps.mjs'

installMissing()
const { passed, failed } = runGates()
const drift = runNode([programs.vitest, 'run', 'src/server/database/dump-schema.test.ts'])
const wrong = failed.length + (drift ? 0 : 1)
console.log(`${passed + (drift ? 1 : 0)} passed, ${wrong} failed`)
process.exit(wrong ? 1 : 0)
