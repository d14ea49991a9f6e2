import { services } from './services.ts'

/**
 * Exchange in the data items of MZ/T 061-2015 志愿服务信息系统基本规范 (R-VOL-03, R-VOL-05): which item each of our answers is, and the
 * codes it is written in. The standard's element identifiers are not public: `element` is ours until they are checked
 * (〔待核〕), and the sheet 数据项对照 says so. People are told by their volunteer number, never by their identity number.
 */
export interface ExchangeItem {
  readonly element: string
  readonly item: string
  readonly ours: string
  readonly codes?: Readonly<Record<string, string>>
}

/** GB/T 2261.1. */
export const sexCodes = { male: '1', female: '2', unknown: '0' } as const
export const serviceCodes = {
  guidance: '01',
  skills: '02',
  comfort: '03',
  daily: '04',
  other: '99',
} as const satisfies Record<keyof typeof services, string>
export const memberCodes = { applied: '1', active: '2', suspended: '3', left: '4', erased: '4' } as const
export const teamCodes = { applied: '1', active: '2', dormant: '3', dissolved: '4' } as const
export const projectCodes = { draft: '1', recruiting: '2', closed: '3', ended: '4', cancelled: '9' } as const

const worded = (codes: Readonly<Record<string, string>>, words: Readonly<Record<string, { zh: string }>>) =>
  Object.fromEntries(Object.entries(codes).map(([key, code]) => [code, words[key]?.zh ?? key]))

const serviceWords = worded(serviceCodes, services)

/** The sheets that can be exported, item by item in the order of their columns. */
export const exchangeSheets = {
  volunteers: {
    name: '志愿者',
    items: [
      { element: 'V01', item: '志愿者编号', ours: '全国志愿服务信息系统编号，没有的用本系统编号' },
      { element: 'V02', item: '姓名', ours: '称呼（只出第一个字）' },
      { element: 'V03', item: '性别代码', ours: '人员·性别', codes: { 0: '未知', 1: '男', 2: '女' } },
      { element: 'V04', item: '出生年份', ours: '人员·出生日期（只出年份）' },
      { element: 'V05', item: '行政区划代码', ours: '登记组织的区划，12 位' },
      { element: 'V06', item: '登记组织', ours: '登记组织' },
      { element: 'V07', item: '注册日期', ours: '登记日期' },
      { element: 'V08', item: '服务类别代码', ours: '愿意做的', codes: serviceWords },
      {
        element: 'V09',
        item: '志愿者状态代码',
        ours: '状态',
        codes: { 1: '待核对', 2: '在册', 3: '暂停', 4: '已退出' },
      },
    ],
  },
  teams: {
    name: '志愿服务队伍',
    items: [
      { element: 'G01', item: '队伍名称', ours: '队名' },
      { element: 'G02', item: '行政区划代码', ours: '组织的区划，12 位' },
      { element: 'G03', item: '所属组织', ours: '组织' },
      { element: 'G04', item: '成立日期', ours: '成立日期' },
      {
        element: 'G05',
        item: '队伍状态代码',
        ours: '状态',
        codes: { 1: '待批准', 2: '活动中', 3: '休眠', 4: '已解散' },
      },
    ],
  },
  projects: {
    name: '志愿服务项目',
    items: [
      { element: 'P01', item: '项目编号', ours: '编号' },
      { element: 'P02', item: '项目名称', ours: '项目名称' },
      { element: 'P03', item: '行政区划代码', ours: '组织的区划，12 位' },
      { element: 'P04', item: '发布组织', ours: '组织' },
      { element: 'P05', item: '开始日期', ours: '从哪天' },
      { element: 'P06', item: '结束日期', ours: '到哪天' },
      { element: 'P07', item: '服务类别代码', ours: '服务类别', codes: serviceWords },
      { element: 'P08', item: '服务对象', ours: '服务谁' },
      {
        element: 'P09',
        item: '项目状态代码',
        ours: '状态',
        codes: { 1: '待审核', 2: '招募中', 3: '停止招募', 4: '已结束', 9: '已取消' },
      },
    ],
  },
  sessions: {
    name: '志愿服务活动',
    items: [
      { element: 'A01', item: '活动标识', ours: '记录标识' },
      { element: 'A02', item: '项目编号', ours: '招募项目的编号' },
      { element: 'A03', item: '活动名称', ours: '做了什么' },
      { element: 'A04', item: '活动日期', ours: '日期' },
      { element: 'A05', item: '活动地点', ours: '地点' },
      { element: 'A06', item: '行政区划代码', ours: '组织的区划，12 位' },
      { element: 'A07', item: '记录组织', ours: '组织' },
      { element: 'A08', item: '服务类别代码', ours: '服务类别', codes: serviceWords },
      { element: 'A09', item: '服务人次', ours: '服务人次' },
      { element: 'A10', item: '志愿者人数', ours: '签到的志愿者' },
      { element: 'A11', item: '服务时长（分钟）', ours: '已确认的时长合计' },
    ],
  },
  hours: {
    name: '服务时长',
    items: [
      { element: 'H01', item: '志愿者编号', ours: '全国志愿服务信息系统编号，没有的用本系统编号' },
      { element: 'H02', item: '姓名', ours: '称呼（只出第一个字）' },
      { element: 'H03', item: '活动标识', ours: '记录标识' },
      { element: 'H04', item: '活动名称', ours: '做了什么' },
      { element: 'H05', item: '活动日期', ours: '日期' },
      { element: 'H06', item: '记录组织', ours: '组织' },
      { element: 'H07', item: '服务时长（分钟）', ours: '已确认的时长' },
    ],
  },
} as const satisfies Record<string, { readonly name: string; readonly items: readonly ExchangeItem[] }>

export type ExchangeSheet = keyof typeof exchangeSheets

/** Columns of the sheet that takes volunteers in: our column → the item's name; codes are taken as well as words. */
export const importItems: Readonly<
  Record<string, { readonly item: string; readonly codes?: Readonly<Record<string, string>> }>
> = {
  'person.name': { item: '姓名' },
  'person.document': { item: '证件号码' },
  'person.phone': { item: '联系电话' },
  national: { item: '志愿者编号' },
  joinedOn: { item: '注册日期' },
  services: {
    item: '服务类别代码',
    codes: Object.fromEntries(Object.entries(serviceCodes).map(([key, code]) => [code, key])),
  },
  skills: { item: '专业技能' },
  freeTimes: { item: '可服务时间' },
  '#state': { item: '志愿者状态代码', codes: { [memberCodes.applied]: '', [memberCodes.active]: 'verify' } },
}
