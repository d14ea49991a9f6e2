import { z } from 'zod'
import { contract } from './contract.ts'
import { cursor, day, limit, orgCode, orgRef, pageOf, uuid } from './shared.ts'

const xlsx = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

/** What a sheet holds: records of a programme, 'people', or 'attendance' (the people at one activity). */
const what = z.string().min(1).max(60)

export const importStates = ['waiting', 'checking', 'writing', 'done', 'refused', 'failed'] as const

export const importShape = z.object({
  id: uuid,
  what: z.string(),
  label: z.string(),
  org: orgRef,
  /** The activity of an attendance list. */
  record: uuid.nullable(),
  fileName: z.string(),
  dryRun: z.boolean(),
  state: z.enum(importStates),
  /** Rows of the sheet, looked at so far, and given back with a problem; rowsDone − rowsWrong are in. */
  rowsTotal: z.number().nullable(),
  rowsDone: z.number(),
  rowsWrong: z.number(),
  /** There is a returned sheet to fetch. */
  hasResult: z.boolean(),
  message: z.string().nullable(),
  at: z.string(),
  endedAt: z.string().nullable(),
})
export type ImportShape = z.infer<typeof importShape>

export const getImportTemplate = contract({
  id: 'getImportTemplate',
  method: 'GET',
  path: '/imports/template/:what',
  access: 'post',
  summary: '下载导入模板（服务编号、people 或 attendance） / The sheet to fill in',
  params: z.object({ what }),
  response: z.unknown(),
  produces: xlsx,
  refuses: ['programme-unknown', 'not-allowed'],
})

/** Multipart: file (.xlsx, ≤ 20 MB), what (or programme), dryRun (true/false), org?, record? (for attendance), id? (client-made). */
export const startImport = contract({
  id: 'startImport',
  method: 'POST',
  path: '/imports',
  access: 'post',
  summary: '上传填好的模板，开始导入或试导 / Upload a filled sheet; imports or only checks it',
  form: z.object({
    what: z.string().max(60),
    dryRun: z.enum(['true', 'false']).optional(),
    org: z.string().optional(),
    record: z.uuid().optional(),
    id: z.uuid().optional(),
  }),
  response: importShape,
  consumes: 'multipart/form-data',
  refuses: [
    'file-wrong',
    'sheet-wrong',
    'rows-too-many',
    'programme-unknown',
    'not-allowed',
    'org-unknown',
    'too-large',
  ],
})

export const listImports = contract({
  id: 'listImports',
  method: 'GET',
  path: '/imports',
  access: 'post',
  summary: '我的导入 / My imports, newest first',
  query: z.object({ cursor, limit }),
  response: pageOf(importShape),
})

export const getImport = contract({
  id: 'getImport',
  method: 'GET',
  path: '/imports/:id',
  access: 'post',
  summary: '导入进度 / Progress of an import',
  params: z.object({ id: uuid }),
  response: importShape,
})

export const getImportResult = contract({
  id: 'getImportResult',
  method: 'GET',
  path: '/imports/:id/result',
  access: 'post',
  summary: '退回的表：没有导入的行和原因 / The returned sheet: rows not taken, and why',
  params: z.object({ id: uuid }),
  response: z.unknown(),
  produces: xlsx,
})

export const exportRecords = contract({
  id: 'exportRecords',
  method: 'GET',
  path: '/records/:programme/export',
  access: 'post',
  summary: '导出名单（与列表同样的筛选；姓名掩码，不含敏感项） / Export with the filters of the list; persons masked',
  params: z.object({ programme: what }),
  query: z.object({
    org: orgCode.optional(),
    state: z.string().max(200).optional(),
    q: z.string().trim().max(60).optional(),
    from: day.optional(),
    to: day.optional(),
    brand: uuid.optional(),
    parent: uuid.optional(),
    mine: z.stringbool().optional(),
  }),
  response: z.unknown(),
  produces: xlsx,
  refuses: ['programme-unknown', 'out-of-scope'],
})

export const exportPeople = contract({
  id: 'exportPeople',
  method: 'GET',
  path: '/people/export',
  access: 'post',
  summary: '导出人员名单（掩码） / Export people, masked',
  query: z.object({ org: orgCode.optional() }),
  response: z.unknown(),
  produces: xlsx,
  refuses: ['not-allowed', 'out-of-scope'],
})

export const exportExchange = contract({
  id: 'exportExchange',
  method: 'GET',
  path: '/volunteering/exchange/:what',
  access: 'post',
  summary:
    '按 MZ/T 061 数据项导出志愿者、队伍、项目、活动、时长 / Volunteers, teams, projects, sessions or hours in the data items of MZ/T 061-2015, with the sheet that maps them; people by volunteer number, names masked',
  params: z.object({ what: z.enum(['volunteers', 'teams', 'projects', 'sessions', 'hours']) }),
  query: z.object({ org: orgCode.optional() }),
  response: z.unknown(),
  produces: xlsx,
  refuses: ['not-allowed', 'out-of-scope'],
})

export const exportHandover = contract({
  id: 'exportHandover',
  method: 'GET',
  path: '/matchmaking/handover',
  access: 'post',
  summary:
    '交全国婚恋平台的清单：本单位已审核、没有暂停、本人单独同意、还没有交的，只列同意交的内容 / Own profiles to be passed to the national platform: reviewed, not paused, agreed to and not passed on yet; only what each agreed to',
  response: z.unknown(),
  produces: xlsx,
  refuses: ['not-allowed'],
})
