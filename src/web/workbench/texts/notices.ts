import { defineTexts } from '../../kit/i18n.ts'

export const noticesTexts = defineTexts(
  {
    pageTitle: '提醒 · 娘家工作台',
    bell: '提醒',
    bellCount: (count: number) => `提醒，${count} 条没看`,
    none: '没有提醒。快到期、过期的事会在这里告诉您。',
    all: '全部提醒',
    readAll: '都看过了',
    unread: '没看过：',
  },
  {
    pageTitle: 'Notices · Niangjia workbench',
    bell: 'Notices',
    bellCount: (count) => `Notices: ${count} unread`,
    none: 'No notices. What is nearly due or overdue will be told here.',
    all: 'All notices',
    readAll: 'Mark all as read',
    unread: 'Unread: ',
  },
)
