import { defineTexts } from '../../kit/i18n.ts'

/** Names of the pages besides the programmes; each key is the page's path. */
export const pagesTexts = defineTexts(
  {
    hotline: '12338接线',
    judging: '评审',
    people: '人',
    orgs: '组织',
    brands: '服务品牌',
    funds: '资金',
    releases: '发布数字',
    'family-minimum': '家长学校场次',
    imports: '导入',
    accounts: '岗位与账号',
    audit: '查看记录',
    'break-glass': '封存案卷申请',
    checks: '数检',
    statements: '已发布数字',
    indicators: '两纲指标',
  },
  {
    hotline: 'Take a call',
    judging: 'Judging',
    people: 'People',
    orgs: 'Organisations',
    brands: 'Brands',
    funds: 'Funds',
    releases: 'Releases',
    'family-minimum': 'Activities of parent schools',
    imports: 'Import',
    accounts: 'Posts and accounts',
    audit: 'Audit log',
    'break-glass': 'Sealed records asked for',
    checks: 'Check a draft',
    statements: 'Published numbers',
    indicators: 'Outline indicators',
  },
)
