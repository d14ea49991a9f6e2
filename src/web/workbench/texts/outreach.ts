import { defineTexts } from '../../kit/i18n.ts'

/** Outreach: who has done a campaign and who is behind. */
export const outreachTexts = defineTexts(
  {
    title: '行动进度',
    pageTitle: (name: string) => `${name} · 行动进度 · 娘家工作台`,
    note: (from: string, to: string) =>
      `${from} 至 ${to}。宣讲和宣传活动里选上这次行动、记好人数，就算办了，不用另报。按组织代码排列，不排名次。`,
    list: '各单位进度',
    none: '您这里没有要看的单位；草稿下发以后才有进度。',
    org: '单位',
    done: '已办',
    doneOf: (done: number, least: number) => `${done} / ${least} 场`,
    waiting: '待记',
    missing: '还差',
    sessions: (count: number) => `${count} 场`,
    stands: '进度',
    stand: (key: string) => ({ met: '办够了', 'on-the-way': '进行中', behind: '该办了' })[key] ?? key,
    anyStand: '全部进度',
    counts: (met: number, way: number, behind: number) => `办够了 ${met}，进行中 ${way}，该办了 ${behind}`,
    organisations: (count: number) => `${count} 家`,
    all: '谁办了、谁还没办',
    back: '行动',
    notIssued: '下发以后，这里看得到谁办了、谁还没办。',
  },
  {
    title: 'Who has done it',
    pageTitle: (name: string) => `${name} · Who has done it · Niangjia workbench`,
    note: (from: string, to: string) =>
      `${from} to ${to}. A lecture or an activity that names the campaign and is recorded is the report. In the order of organisation codes, never ranked.`,
    list: 'Organisations',
    none: 'No organisation to look at here; a draft has none before it is issued.',
    org: 'Organisation',
    done: 'Done',
    doneOf: (done: number, least: number) => `${done} of ${least}`,
    waiting: 'To be recorded',
    missing: 'Missing',
    sessions: (count: number) => `${count}`,
    stands: 'Progress',
    stand: (key: string) => ({ met: 'Done', 'on-the-way': 'On the way', behind: 'Due' })[key] ?? key,
    anyStand: 'Any progress',
    counts: (met: number, way: number, behind: number) => `${met} done, ${way} on the way, ${behind} due`,
    organisations: (count: number) => `${count}`,
    all: 'Who has done it, who has not',
    back: 'The campaign',
    notIssued: 'Once it is issued, who has done it is shown here.',
  },
)
