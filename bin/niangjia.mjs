#!/usr/bin/env node
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { buildStale } from './build.mjs'
import { installMissing } from './install.mjs'
import { root } from './steps.mjs'

installMissing()
buildStale()
const { main } = await import(pathToFileURL(join(root, 'dist', 'node', 'cli', 'main.js')).href)
process.exit(await main(process.argv.slice(2)))
