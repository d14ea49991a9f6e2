import { defineTexts } from '../../kit/i18n.ts'

/** Names of the pages besides the programmes; each key is the page's path. */
export const pagesTexts = defineTexts(
  { people: '人', orgs: '组织', imports: '导入', accounts: '岗位与账号', audit: '查看记录' },
  { people: 'People', orgs: 'Organisations', imports: 'Import', accounts: 'Posts and accounts', audit: 'Audit log' },
)
