#!/usr/bin/env node
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { buildStale } from './build.mjs'
import { installMissing } from './install.mjs'
import { root } from './steps.mjs'

installMissing()
const args = process.argv.slice(2)
const also = { start: ['web'], bench: ['bench'] }
buildStale(['node', ...(also[args[0]] ?? [])])
const { main } = await import(pathToFileURL(join(root, 'dist', 'node', 'cli', 'main.js')).href)
process.exit(await main(args))
