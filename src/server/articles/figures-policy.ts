import type { ArticleIndicator } from './article-indicator.ts'

const share =
  'Called a coverage (参保率); its parts make it women’s share of the insured, and the page says so beside the number (C16).'
const noYear = 'The article names no year.'
const change =
  'The article gives the change alone: it is published with the base term and base value it is measured from, or not at all. Both are made here.'

/** F053–F062: what the articles say of the two outlines, asked of the region by `GET /api/v1/indicators/…`. */
export const articleIndicators: readonly ArticleIndicator[] = [
  { no: 'F053', says: '全区妇女人均预期寿命 80.45 岁', indicator: 'W-HEA-01', year: 2022, differs: noYear },
  { no: 'F054', says: '孕产妇死亡率 10.8/10 万', indicator: 'W-HEA-02', year: 2022, differs: noYear },
  { no: 'F055', says: '城镇职工基本医疗保险女性参保率 44.75%', indicator: 'W-SEC-01', year: 2022, differs: share },
  { no: 'F056', says: '城乡居民基本医疗保险女性参保率 51.02%', indicator: 'W-SEC-02', year: 2022, differs: share },
  {
    no: 'F057',
    says: '普通高校在校生女性占比过半',
    indicator: 'W-EDU-01',
    year: 2022,
    differs: 'The article gives a lower bound (过半) and no year.',
  },
  { no: 'F058', says: '学前教育毛入园率 94.96%', indicator: 'C-EDU-01', year: 2022, differs: noYear },
  { no: 'F059', says: '自治区党代会女代表占比提高 2.9 个百分点', indicator: 'W-PAR-01', year: 2021, differs: change },
  { no: 'F060', says: '女人大代表占比提高 1.1 个百分点', indicator: 'W-PAR-02', year: 2023, differs: change },
  { no: 'F061', says: '政协女委员占比提高 3.5 个百分点', indicator: 'W-PAR-03', year: 2023, differs: change },
  { no: 'F062', says: '各级党政领导班子女干部配备率 100%', indicator: 'W-PAR-04', year: 2022, differs: noYear },
]
