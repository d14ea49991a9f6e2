/** Texts of made employers, posts and works; they name nobody there is. */
export const employerNames: readonly (readonly [name: string, industry: string])[] = [
  ['绿原乳业', 'making'],
  ['驼绒纺织', 'making'],
  ['河套面业', 'making'],
  ['晨光电子', 'making'],
  ['草原情餐饮', 'food'],
  ['牧歌酒店', 'food'],
  ['胡杨旅游', 'food'],
  ['惠民超市', 'trade'],
  ['云上电商', 'trade'],
  ['万家百货', 'trade'],
  ['安心家政', 'care'],
  ['暖阳养老', 'care'],
  ['小雨点托育', 'education'],
  ['启明培训', 'education'],
  ['丰禾种植', 'farming'],
  ['苏鲁锭牧业', 'farming'],
  ['巧手民族服饰', 'craft'],
  ['石榴文化', 'craft'],
]
export const employerTails = ['有限公司', '有限责任公司', '合作社', '商行'] as const

export interface PostWords {
  readonly title: string
  readonly duties: string
  readonly conditions: string
  readonly kind: string
  /** Yuan a month, from and to. */
  readonly pay: readonly [number, number]
}
export const postWords: readonly PostWords[] = [
  {
    title: '收银员',
    duties: '负责门店收银和交接账目，整理货架，回答顾客询问，每班八小时。',
    conditions: '会用收银系统，算账仔细；男女不限。',
    kind: 'full',
    pay: [2800, 3600],
  },
  {
    title: '客房服务员',
    duties: '打扫客房，更换布草，清点客用品，报修损坏的设施，轮班休息。',
    conditions: '做事麻利，能上早晚班。',
    kind: 'full',
    pay: [3000, 3800],
  },
  {
    title: '奶食品加工工',
    duties: '按工艺加工奶豆腐、奶皮子，做好消毒和包装，填写生产记录。',
    conditions: '持健康证，懂食品卫生；有经验的先试工一天，试工付工资。',
    kind: 'full',
    pay: [3500, 4800],
  },
  {
    title: '缝纫工',
    duties: '按样衣裁剪、缝制民族服饰，锁边钉扣，检查针脚和尺寸。',
    conditions: '会用平车、锁边机，不会的带薪学半个月。',
    kind: 'full',
    pay: [3200, 5000],
  },
  {
    title: '电商客服',
    duties: '在线回答顾客问题，处理退换货，登记意见，和仓库核对发货。',
    conditions: '打字每分钟四十字以上，会说蒙古语的另有补贴。',
    kind: 'home',
    pay: [2600, 4000],
  },
  {
    title: '带货主播助理',
    duties: '准备样品和脚本，管直播间上架和评论，下播后整理订单。',
    conditions: '会用手机剪辑，普通话清楚。',
    kind: 'part',
    pay: [2400, 4200],
  },
  {
    title: '养老护理员',
    duties: '照看老人起居和用餐，陪护散步，记录体温血压，和家属联系。',
    conditions: '有护理员证或愿意参加免费培训。',
    kind: 'full',
    pay: [3600, 5200],
  },
  {
    title: '托育保育员',
    duties: '照看婴幼儿午睡和用餐，做好消毒，配合老师带活动。',
    conditions: '持保育员证和健康证。',
    kind: 'mother',
    pay: [2500, 3400],
  },
  {
    title: '温室采摘工',
    duties: '采摘、分拣、装箱蔬菜瓜果，清理温室，按天结算工资。',
    conditions: '能站立劳动，按时到岗。',
    kind: 'gig',
    pay: [2600, 3300],
  },
  {
    title: '会计',
    duties: '记账报税，核对往来，编制月报，保管凭证，配合年检。',
    conditions: '有初级会计证，两年以上记账经验。',
    kind: 'full',
    pay: [4000, 6000],
  },
]
export const classWords: readonly (readonly [title: string, industry: string, syllabus: string])[] = [
  ['蒙古族刺绣技能班', 'craft', '针法、配色、纹样、成品定价。'],
  ['手工盘扣提升班', 'craft', '布条处理、盘结、订制尺寸、包装。'],
  ['奶食品加工班', 'dairy', '原料验收、发酵、卫生、包装和保质。'],
  ['庭院种植实用技术班', 'planting', '育苗、水肥、病虫害、采后保鲜。'],
  ['棚圈养殖技术班', 'herding', '饲草、防疫、接羔、账目。'],
  ['电商直播实操班', 'online', '拍摄、文案、上架、售后和防骗。'],
  ['民宿经营班', 'tourism', '接待、卫生、定价、线上订房。'],
]
export const workTitles = ['草原之春', '百福图', '吉祥云纹', '奔马', '石榴花开', '五畜兴旺', '彩虹袍角'] as const
export const orderTitles = ['盘扣一批', '刺绣香囊', '婚礼长袍', '毡绣挂画', '皮雕杯套', '剪纸礼盒'] as const
