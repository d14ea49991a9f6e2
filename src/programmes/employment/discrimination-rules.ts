import type { Label } from '../../core/unit.ts'

export interface Rule {
  readonly kind:
    | 'men'
    | 'women'
    | 'marriage'
    | 'pregnancy'
    | 'standard'
    | 'age'
    | 'looks'
    | 'ethnicity'
    | 'health'
    | 'origin'
    | 'fee'
    | 'promise'
    | 'pay'
  /** Over the text without blanks, in lower case; global. */
  readonly pattern: RegExp
  readonly what: Label
  readonly law: Label
  readonly mend: Label
}

const women43 = (item: string, en: string): Label => ({
  zh: `《妇女权益保障法》第四十三条${item}；不改的由人社部门处一万元以上五万元以下罚款（第八十三条）`,
  en: `Law on the Protection of Women, Art. 43 ${en}; a fine of 10,000 to 50,000 yuan if not mended (Art. 83)`,
})

/** In this order: of two readings of the same words the first holds. R-JOB-01, R-JOB-02, R-JOB-03, R-WOM-08. */
export const rules: readonly Rule[] = [
  {
    kind: 'pregnancy',
    pattern:
      /(?:孕检|验孕|妊娠(?:测试|检查|检测|试验)|怀孕(?:检查|检测|测试)|未孕(?:证明)?|没有?怀孕|非孕期|孕妇(?:勿扰|不要|免谈|不宜)|怀孕(?:即|就|须|需|应)?(?:自动)?(?:离职|辞职|解除|调岗))/gu,
    what: { zh: '要求妊娠测试，或拿怀孕作条件', en: 'A pregnancy test, or pregnancy as a condition' },
    law: women43('第三项、第四项', '(3), (4)'),
    mend: { zh: '删掉这句；入职体检里也不能有孕检', en: 'Delete it; no medical of yours may test for it' },
  },
  {
    kind: 'marriage',
    pattern:
      /(?:(?:限|须|需|要求|仅限|必须)?(?:已婚已育|未婚未育|已婚未育|未婚|已婚|单身|离异|已育|未育|有孩|无孩|二胎|三胎)(?:者|女性|女士|女)?(?:优先|为佳|勿扰|免谈|不要)?|(?:婚姻|婚育|生育|婚恋)(?:状况|情况|计划|意愿|安排)|婚否|(?:请|须|需)?(?:注明|说明|填写|告知|提供)(?:婚|育|孩子)[^，。；,;]{0,6}|(?:\d|[一二两三四五])年内不(?:得|能|准|可)?(?:要)?(?:结婚|生育|怀孕|生孩子|要孩子)|(?:不(?:得|能|准|打算|考虑))(?:结婚|生育|生孩子|要孩子|恋爱)|结婚证|近期无?生育)/gu,
    what: { zh: '问婚育，或拿婚育作录用条件', en: 'Asks about marriage or children, or makes them a condition' },
    law: women43('第二项、第四项', '(2), (4)'),
    mend: { zh: '删掉这句；只写岗位要会什么', en: 'Delete it; say what the work asks for' },
  },
  {
    kind: 'men',
    pattern:
      /(?:(?:限|只限|仅限|只招|只要|仅招|要求|须为?|必须是?)男(?:性|士|生|工)?|男(?:性|士|生|工)?(?:优先|为佳|为宜|优先考虑|只限)|(?:女性|女士|女生|女)(?:勿扰|免谈|勿投|不要|不招|止步|谢绝|不宜|不适合)|(?:不要|不招|不收|谢绝)(?:女性|女士|女生|女)|(?<!￭)性别[:：]?(?:要求)?[:：]?男|男\d+(?:名|人|个)|male(?:only|preferred)|menonly)/gu,
    what: { zh: '限定男性，或男性优先', en: 'Men only, or men first' },
    law: women43('第一项', '(1)'),
    mend: {
      zh: '改成“男女不限”；确是女职工禁忌劳动的，在“禁忌劳动”里选是哪一种',
      en: 'Say that both may apply; if the work is closed to women by law, choose which under “closed to women”',
    },
  },
  {
    kind: 'standard',
    pattern:
      /(?:女(?:性|士|生)?(?:须|需|要求|应|必须)(?:有)?(?:本科|硕士|研究生|大专|加分|更高|高于|\d+分)|女(?:性|士|生)?(?:另|额外)(?:需|须|加)[^，。；,;]{0,8}|女(?:性|士|生)?(?:工资|薪资|试用期)[^，。；,;]{0,8})/gu,
    what: { zh: '对女性另设更高的标准', en: 'Other, higher standards for women' },
    law: women43('第五项', '(5)'),
    mend: { zh: '男女用同一个标准', en: 'One standard for both' },
  },
  {
    kind: 'women',
    pattern:
      /(?:(?:限|只限|仅限|只招|只要|仅招|要求)女(?:性|士|生|工)?|(?:男性|男士|男生|男)(?:勿扰|免谈|勿投|不要|不招|止步|谢绝)|(?<!￭)性别[:：]?(?:要求)?[:：]?女|女\d+(?:名|人|个))/gu,
    what: { zh: '限定女性', en: 'Women only' },
    law: {
      zh: '《就业促进法》第三条、《人力资源市场暂行条例》第二十四条：不得有性别歧视的内容',
      en: 'Employment Promotion Law, Art. 3; Regulations on the Human Resources Market, Art. 24: no discrimination by sex',
    },
    mend: { zh: '改成“欢迎女性应聘”', en: 'Say that women are welcome to apply' },
  },
  {
    kind: 'age',
    pattern:
      /(?:(?:\d{2}|[二三四五六]十[一二三四五六七八九]?)周?岁?(?:[-—–~至到])(?:\d{2}|[二三四五六]十[一二三四五六七八九]?)周?岁|(?:\d{2}|[二三四五六]十[一二三四五六七八九]?)周?岁(?:及)?(?:以下|以内|之内|左右)|年龄(?:限|要求|不超过|不大于|小于|低于|在)?[:：]?\d{2}[^，。；,;￭]{0,8}|(?:不超过|不大于|未满|限)\d{2}周?岁|(?:年轻|90后|95后|00后)(?:人|女性|女士|者)?(?:优先|为佳))/gu,
    what: { zh: '限定年龄', en: 'A limit of age' },
    law: {
      zh: '《就业促进法》第三条平等就业；本服务不发限年龄的岗位（年满十六、十八周岁的法定下限可以写）',
      en: 'Employment Promotion Law, Art. 3; this service publishes no limits of age (the legal minimum may be named)',
    },
    mend: { zh: '改成“年龄不限”，或写岗位要会什么', en: 'Say that age does not matter, or what the work asks for' },
  },
  {
    kind: 'looks',
    pattern:
      /(?:(?:身高|体重)(?:要求|须|需|在|不低于|不超过)?[:：]?(?:\d{2,3}|1\.\d{1,2}|一米)[^，。；,;￭]{0,8}|形象(?:好|佳|良好|气质佳|出众|要求)|气质(?:好|佳|出众|优雅)|五官端正|(?:相貌|容貌|外貌|长相|外形|颜值)[^，。；,;￭]{0,4}|身材(?:好|苗条|匀称)|(?:附|寄|须有)(?:生活照|艺术照|全身照|照片))/gu,
    what: { zh: '挑身高、长相', en: 'Height or looks' },
    law: {
      zh: '《就业促进法》第三条；妇女权益保障法第四十三条第五项',
      en: 'Employment Promotion Law, Art. 3; Law on the Protection of Women, Art. 43 (5)',
    },
    mend: { zh: '删掉；岗位确实需要的能力直接写出来', en: 'Delete it; name the ability the work needs' },
  },
  {
    kind: 'ethnicity',
    pattern:
      /(?:(?:限|只限|仅限|只招|不要|不招|谢绝)(?:汉族|蒙古族|回族|满族|少数民族|[\p{Script=Han}]{1,3}族)|(?:汉族|少数民族|[蒙回满朝]{1}族)(?:优先|勿扰|免谈|不要)|(?:无|不信|没有)宗教信仰|(?:信教|有宗教信仰)(?:者)?(?:勿扰|免谈|不要|除外))/gu,
    what: { zh: '限定民族、宗教', en: 'Ethnicity or religion' },
    law: {
      zh: '《就业促进法》第三条、第二十八条，《人力资源市场暂行条例》第二十四条',
      en: 'Employment Promotion Law, Arts. 3 and 28; Regulations on the Human Resources Market, Art. 24',
    },
    mend: { zh: '删掉；要会哪种语言就写语言', en: 'Delete it; if a language is needed, name the language' },
  },
  {
    kind: 'health',
    pattern:
      /(?:(?:无|非|不是|不要|谢绝)(?:乙肝|病原携带|传染病病原)[^，。；,;]{0,4}|乙肝(?:五项|两对半|检查|检测|表面抗原)[^，。；,;]{0,4}|(?:残疾|残障)(?:人|者)?(?:勿扰|免谈|不要|谢绝)|(?:不要|不招|谢绝)(?:残疾|残障)[^，。；,;]{0,2})/gu,
    what: { zh: '排斥残疾人、病原携带者', en: 'Shuts out disabled people or carriers' },
    law: {
      zh: '《就业促进法》第二十九条、第三十条',
      en: 'Employment Promotion Law, Arts. 29 and 30',
    },
    mend: {
      zh: '删掉；法律规定要健康证的岗位只写“持健康证”',
      en: 'Delete it; where the law asks for a health certificate, name only that',
    },
  },
  {
    kind: 'origin',
    pattern:
      /(?:(?:限|只限|仅限|只招|须|需)(?:本地|本市|本旗|本县|城镇|非农)(?:户口|户籍|人)|(?:本地|本市|城镇)(?:户口|户籍)(?:优先)?|(?:外地|农村|农民工|外省)(?:户口|户籍|人|人员)?(?:勿扰|免谈|不要|不招|除外))/gu,
    what: { zh: '限定户口、地域', en: 'Residence or origin' },
    law: { zh: '《就业促进法》第三十一条', en: 'Employment Promotion Law, Art. 31' },
    mend: { zh: '删掉；可以写工作地点和有没有住处', en: 'Delete it; the place of work and lodging may be named' },
  },
  {
    kind: 'fee',
    pattern:
      /(?:(?:交|缴|收取?|支付|预付|缴纳)(?:押金|保证金|服装费|培训费|报名费|建档费|体检费|入职费)|(?:押金|保证金|报名费|入职费)\d+|(?:扣押?|抵押|上交|暂存)(?:身份证|毕业证|证件)|(?:培训|学费)(?:贷款?|分期)|先培训后上岗[^，。；,;]{0,6}(?:自费|收费|贷))/gu,
    what: { zh: '收钱、押证，或招转培', en: 'Money, documents kept, or training on loan' },
    law: {
      zh: '《劳动合同法》第九条；五部门网络招聘通知（2026年1月）禁止“招转培”',
      en: 'Labour Contract Law, Art. 9; the five departments’ notice of January 2026 on recruiting online',
    },
    mend: { zh: '删掉；招人不能收钱、不能扣证件', en: 'Delete it; hiring takes no money and keeps no documents' },
  },
  {
    kind: 'promise',
    pattern: /(?:包就业|保证就业|包录用|百分百录用|100%录用|包过|稳赚|躺赚|日赚|月入(?:过万|上万))/gu,
    what: { zh: '保证就业、夸大收入', en: 'A promise of work or of easy money' },
    law: {
      zh: '《人力资源市场暂行条例》第二十四条：信息要真实',
      en: 'Regulations on the Human Resources Market, Art. 24: what is published must be true',
    },
    mend: { zh: '删掉；工资写成“从多少到多少”', en: 'Delete it; give the pay from and to' },
  },
  {
    kind: 'pay',
    pattern: /(?:(?:工资|薪资|待遇|薪酬|报酬)?(?<!时间|地点|面试)面议)/gu,
    what: { zh: '工资没写清楚', en: 'Pay left open' },
    law: {
      zh: '《人力资源市场暂行条例》第二十四条：要写基本工资',
      en: 'Regulations on the Human Resources Market, Art. 24: the basic pay must be given',
    },
    mend: { zh: '写“从多少到多少”，按月、按天或按件', en: 'Give the pay from and to, by month, day or piece' },
  },
]
