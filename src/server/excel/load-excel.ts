import { createRequire } from 'node:module'
import type exceljs from 'exceljs'

const require = createRequire(import.meta.url)

/** The library of sheets, read when the first sheet is made: it takes 14 MB, and a process may never need one. */
export const loadExcel = (): typeof exceljs => require('exceljs') as typeof exceljs
