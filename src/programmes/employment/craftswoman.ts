import { workingDays } from '../../core/clock.ts'
import { field } from '../../core/field.ts'
import { flow, stock } from '../../core/measure.ts'
import { defineProgramme } from '../../core/programme.ts'
import { crafts, keepers, seers, women } from './words.ts'

/** 手工艺人、带头人 — L040, L085. One record a woman; works and orders hang on it. Shown to buyers only if she agrees. */
export const craftswoman = defineProgramme({
  id: 'craftswoman',
  version: 1,
  kind: 'member',
  service: 'employment',
  label: { zh: '手工艺人', en: 'Maker' },
  short: { zh: '手工艺人', en: 'Makers' },
  noun: { zh: '人', en: 'maker' },
  help: {
    zh: '刺绣、盘扣、毡绣、皮艺的巧手，本人愿意才登记，一人一条。看过作品、核过传承人证书再列入名册。接单的、带人的都记在这里；订单另记。',
    en: 'Makers of embroidery, knots, felt, leather; of her own will, one record each. Listed once her work and papers were seen. Orders are records of their own.',
  },
  sources: ['L040', 'L085', 'S0-32', 'S1-08'],
  access: { see: seers, create: keepers },
  fields: {
    name: field.text({ label: { zh: '称呼', en: 'Known as' }, class: 'P2', required: true, max: 60 }),
    person: field.person({ label: { zh: '本人', en: 'Person' }, class: 'P2', required: true }),
    since: field.day({ label: { zh: '登记日期', en: 'Registered on' }, class: 'P1', required: true, past: true }),
    craft: field.choice(crafts, { label: { zh: '哪门手艺', en: 'Craft' }, class: 'P0', required: true }),
    inheritor: field.choice(
      {
        none: { zh: '不是传承人', en: 'None' },
        banner: { zh: '旗县级传承人', en: 'Banner' },
        league: { zh: '盟市级传承人', en: 'League' },
        region: { zh: '自治区级传承人', en: 'Region' },
        national: { zh: '国家级传承人', en: 'National' },
      },
      { label: { zh: '非遗传承人', en: 'Inheritor of the craft' }, class: 'P0', required: true },
    ),
    paper: field.text({ label: { zh: '传承人证书编号', en: 'Number of the certificate' }, class: 'P1', max: 60 }),
    studio: field.text({ label: { zh: '工作室、合作社', en: 'Studio or cooperative' }, class: 'P0', max: 60 }),
    base: field.record('women-base', { label: { zh: '在哪个基地', en: 'At which base' }, class: 'P1' }),
    led: women('带动了几位妇女', 'Women who work with her'),
    shown: field.yesNo({
      label: { zh: '本人同意公开称呼和作品照片', en: 'She agrees that her name and works are shown' },
      class: 'P1',
      required: true,
    }),
  },
  title: 'name',
  dated: 'since',
  personField: 'person',
  parentField: 'base',
  states: {
    registered: { zh: '已登记，待核', en: 'Registered' },
    listed: { zh: '在册', en: 'Listed' },
    paused: { zh: '暂不接单', en: 'Takes no orders' },
    left: { zh: '已退出', en: 'Left' },
  },
  initial: 'registered',
  editableIn: ['registered', 'listed', 'paused'],
  claims: ({ state, answers }) =>
    answers.person !== undefined && state !== 'left' ? [{ person: answers.person, key: 'craftswoman' }] : [],
  checks: {
    papersSeen: {
      label: { zh: '传承人有证书编号', en: 'An inheritor has her certificate' },
      rule: 'L040',
      met: ({ answers }) => answers.inheritor === 'none' || answers.paper !== undefined,
    },
  },
  actions: {
    list: {
      label: { zh: '看过作品，列入名册', en: 'Works seen: list her' },
      from: ['registered'],
      to: 'listed',
      by: keepers,
      reach: 'below',
      needs: ['papersSeen'],
      secondPerson: true,
      tone: 'main',
    },
    pause: { label: { zh: '暂不接单', en: 'No orders for now' }, from: ['listed'], to: 'paused', by: keepers },
    resume: { label: { zh: '又接单了', en: 'Takes orders again' }, from: ['paused'], to: 'listed', by: keepers },
    leave: {
      label: { zh: '本人退出', en: 'Leave' },
      from: ['registered', 'listed', 'paused'],
      to: 'left',
      by: keepers,
      reason: true,
    },
  },
  clocks: {
    list: {
      label: { zh: '看作品，列入名册', en: 'See her works' },
      from: 'registered',
      until: ['listed', 'left'],
      within: workingDays(10),
      legal: false,
      rule: 'L040',
    },
  },
  measures: {
    makers: stock('person', {
      label: { zh: '在册手工艺人', en: 'Makers' },
      aliases: ['绣娘', '手工艺人'],
      includes: '列入名册、没有退出的人，按人去重，含暂不接单',
      excludes: '待核、已退出；她带动的妇女',
    }),
    inheritors: flow('item', {
      label: { zh: '列入名册的传承人', en: 'Inheritors listed' },
      unitLabel: { zh: '人次', en: 'listings' },
      includes: '列入名册时是非遗传承人的，按列入日期',
      excludes: '不是传承人的',
    }),
  },
  counts: ({ state, history, reached, answers: { person, inheritor } }, count) => {
    const listed = history.find(({ action }) => action === 'list')?.on
    if (!listed || !person) return []
    const left = state === 'left' ? reached.left : undefined
    return [
      count.person('makers', listed, person),
      left && count.person('makers', left, person, -1),
      inheritor !== 'none' && count.one('inheritors', listed),
    ]
  },
})
