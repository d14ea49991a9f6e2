#!/usr/bin/env node
import { installMissing } from './install.mjs'
import { programs, runNode } from './steps.mjs'

// kill -9 of application and database under load, 20 times or as many as asked for: `npm run soak -- 50`.
installMissing()
const rounds = process.argv[2] ?? '20'
const env = { ...process.env, NIANGJIA_CRASH_ROUNDS: rounds }
process.exit(runNode([programs.vitest, 'run', 'test/crash'], { env }) ? 0 : 1)
