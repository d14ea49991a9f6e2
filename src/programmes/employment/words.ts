import { field } from '../../core/field.ts'

/** Posts that keep what this service keeps, and posts that see it. */
export const keepers = ['chair', 'development'] as const
export const seers = ['chair', 'development', 'organisation', 'publicity', 'statistician'] as const
export const upper = ['banner', 'league', 'region'] as const

export const crafts = {
  embroidery: { zh: '刺绣', en: 'Embroidery' },
  knots: { zh: '手工盘扣', en: 'Button knots' },
  felt: { zh: '毡绣、羊毛毡', en: 'Felt' },
  leather: { zh: '皮雕、皮艺', en: 'Leather' },
  robes: { zh: '民族服饰', en: 'Robes' },
  paper: { zh: '剪纸', en: 'Paper cutting' },
  weaving: { zh: '编织', en: 'Weaving' },
  food: { zh: '奶食、面点', en: 'Dairy and pastry' },
  other: { zh: '其他手工', en: 'Other' },
} as const

export const industries = {
  craft: { zh: '手工、刺绣', en: 'Handicraft' },
  dairy: { zh: '奶食、肉食加工', en: 'Dairy and meat' },
  planting: { zh: '种植、庭院经济', en: 'Planting' },
  herding: { zh: '养殖', en: 'Herding' },
  online: { zh: '电商、直播', en: 'Online trade' },
  tourism: { zh: '乡村旅游、民宿', en: 'Tourism' },
  service: { zh: '生活服务（不含家政）', en: 'Services, domestic service apart' },
  other: { zh: '其他', en: 'Other' },
} as const

/** Whose money pays for training. */
export const payers = {
  labour: { zh: '人社部门培训补贴', en: 'Labour bureau subsidy' },
  finance: { zh: '财政专项、就业补助', en: 'Special public funds' },
  federation: { zh: '妇联经费', en: 'The federation’s budget' },
  rural: { zh: '农牧、乡村振兴项目', en: 'Rural projects' },
  partner: { zh: '合作单位、企业', en: 'Partners and companies' },
} as const

/** Education an employer may ask for. */
export const educations = {
  any: { zh: '不限', en: 'Any' },
  middle: { zh: '初中及以上', en: 'Junior secondary' },
  high: { zh: '高中、中专及以上', en: 'Senior secondary' },
  college: { zh: '大专及以上', en: 'College' },
  bachelor: { zh: '本科及以上', en: 'Bachelor' },
  master: { zh: '研究生', en: 'Graduate' },
} as const

const integer = (zh: string, en: string, max: number) =>
  field.integer({ label: { zh, en }, class: 'P1', required: true, max, unitLabel: { zh: '人', en: 'people' } })
export const women = (zh: string, en: string) => integer(zh, en, 100_000)

export const agreed = (zh: string, en: string) => field.yesNo({ label: { zh, en }, class: 'P1', required: true })

/** A row of what an event shows: a published post, and how many it takes. A post shown twice in one list is one. */
export const shownPost = {
  post: field.record('job-post', {
    label: { zh: '岗位', en: 'Post' },
    class: 'P0',
    required: true,
    standing: ['published'],
  }),
  headcount: field.integer({
    label: { zh: '招几个人', en: 'Head-count' },
    class: 'P0',
    required: true,
    min: 1,
    max: 999,
    unitLabel: { zh: '人', en: 'people' },
  }),
  stall: field.text({ label: { zh: '展位', en: 'Stall' }, class: 'P0', max: 20 }),
}
interface ShownRow {
  readonly post?: string
  readonly headcount?: number
}

/** Posts of a list, each once however often it was written down: its head-count is that of its last row. */
export function postsOnce(rows: readonly ShownRow[] = []): { readonly posts: number; readonly positions: number } {
  const held = new Map(rows.flatMap(({ post, headcount = 0 }) => (post ? [[post, headcount] as const] : [])))
  return { posts: held.size, positions: [...held.values()].reduce((sum, many) => sum + many, 0) }
}
