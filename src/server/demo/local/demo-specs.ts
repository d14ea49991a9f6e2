import { type LocalSpec, localSpec } from '../../../core/local/spec.ts'

/** 草原书屋读书会: what a league's administrator composed. A village records, the township or banner checks. */
export const readingEvenings: LocalSpec = localSpec.parse({
  kind: 'activity',
  pattern: 'check',
  label: { zh: '草原书屋读书会', en: 'Grassland reading evening' },
  short: { zh: '读书', en: 'Reading' },
  noun: { zh: '场', en: 'evening' },
  help: {
    zh: '在书屋、蒙古包办完一场读书会就记一场：读了什么、来了多少人、送出几本书。',
    en: 'Record each reading evening: what was read, who came, how many books were given.',
  },
  title: { zh: '读的什么', en: 'What was read' },
  dated: { zh: '日期', en: 'Date' },
  fields: [
    {
      ...{ key: 'f1', kind: 'choice', label: { zh: '在哪里读', en: 'Where' }, class: 'P1', required: true },
      options: [
        { key: 'o1', label: { zh: '草原书屋', en: 'Reading room' } },
        { key: 'o2', label: { zh: '牧户蒙古包', en: 'A herder’s yurt' } },
        { key: 'o3', label: { zh: '妇女之家', en: 'Women’s Home' } },
      ],
    },
    { key: 'f2', kind: 'number', label: { zh: '送书', en: 'Books given' }, class: 'P1', unit: '本' },
    { key: 'f3', kind: 'long-text', label: { zh: '讨论了什么', en: 'What was talked about' }, class: 'P1' },
  ],
  days: 5,
  record: { roles: ['chair', 'family', 'publicity'], levels: ['banner', 'township', 'village'] },
  check: { roles: ['chair', 'family'], levels: ['league', 'banner', 'township'] },
  see: ['statistician'],
  measures: [
    {
      ...{ key: 'm1', counts: 'records', state: 'held', label: { zh: '读书会场次', en: 'Reading evenings held' } },
      ...{ includes: '已举办的读书会，按举办日期', excludes: '待举办、已取消' },
    },
    {
      ...{ key: 'm2', counts: 'attendances', state: 'held', label: { zh: '读书会参加人次', en: 'Attendances' } },
      ...{ includes: '签到的和照签到表清点的', excludes: '线上观看' },
    },
    {
      ...{ key: 'm3', counts: 'sum', field: 'f2', state: 'checked', label: { zh: '送书数', en: 'Books given' } },
      ...{ includes: '核对过的场次送出的书', excludes: '未核对的场次' },
    },
  ],
})

/** 驼乡巧手作品: what a banner's administrator composed. Recorded is done. */
export const craftPieces: LocalSpec = localSpec.parse({
  kind: 'item',
  pattern: 'record',
  label: { zh: '驼乡巧手作品', en: 'Camel-country crafts' },
  short: { zh: '巧手', en: 'Crafts' },
  noun: { zh: '件', en: 'piece' },
  help: {
    zh: '巧手姐妹的驼绒、刺绣、毡艺作品，做成一件记一件；卖出的写金额。',
    en: 'Each piece of camel wool, embroidery or felt; with its price when it was sold.',
  },
  title: { zh: '作品名称', en: 'Name of the piece' },
  dated: { zh: '做成日期', en: 'Finished on' },
  fields: [
    {
      ...{ key: 'f1', kind: 'choice', label: { zh: '手艺', en: 'Craft' }, class: 'P1', required: true },
      options: [
        { key: 'o1', label: { zh: '驼绒', en: 'Camel wool' } },
        { key: 'o2', label: { zh: '刺绣', en: 'Embroidery' } },
        { key: 'o3', label: { zh: '毡艺', en: 'Felt' } },
      ],
    },
    { key: 'f2', kind: 'money', label: { zh: '卖出金额', en: 'Sold for' }, class: 'P1' },
  ],
  record: { roles: ['chair', 'development'], levels: ['township', 'village'] },
  see: ['organisation', 'statistician'],
  measures: [
    {
      ...{ key: 'm1', counts: 'records', state: 'kept', label: { zh: '巧手作品', en: 'Pieces made' } },
      ...{ includes: '登记的作品，按做成日期', excludes: '作废的' },
    },
    {
      ...{ key: 'm2', counts: 'sum', field: 'f2', state: 'kept', label: { zh: '作品卖出金额', en: 'Sold for' } },
      ...{ includes: '登记时写明的卖出金额（自报）', excludes: '没有写金额的；不是资金账' },
    },
  ],
})
