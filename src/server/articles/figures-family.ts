import { type ArticleFigure, one } from './article-figure.ts'

/** Matchmaking, group weddings, family education and honours. */
export const familyFigures: readonly ArticleFigure[] = [
  one('F015', '婚恋交友活动 400 余场', 'match-event.events', 'ever', 'A lower bound (余).'),
  one('F016', '吸引 4 万人次参与', 'match-event.attendances'),
  one(
    'F017',
    '2,000 余对青年收获爱情',
    'couple.pairs',
    'ever',
    'Pairs who chose each other; who is dating and who married, as both say, are two more measures.',
  ),
  one('F018', '12 个盟市联合举行集体婚礼', 'group-wedding.venues'),
  one(
    'F019',
    '近 300 对新人参与',
    'wedding-couple.attended',
    'ever',
    'An upper bound (近): who came on the day; applied and confirmed are two more measures (C14).',
  ),
  one('F020', '每年制作 52 期《周五家长汇》', 'parent-episode.episodes', 'last-year'),
  one(
    'F021',
    '超 6000 多万人次观看',
    'parent-episode.views',
    'ever',
    'Views are readings by channel, never attendance (C20).',
  ),
  one('F079', '全国巾帼文明岗 123 个', 'award.posts'),
  one('F080', '全国巾帼建功标兵 62 名', 'award.models'),
  one('F081', '全国巾帼建功先进集体 44 个', 'award.advanced'),
  one('F082', '自治区级以上三八红旗手 580 名', 'award.holders'),
  one('F083', '三八红旗集体 323 个', 'award.banners'),
  one(
    'F084',
    '“最美家庭” 12 万户',
    'award.families',
    'ever',
    'Each family once, at whatever levels and however often it was named.',
  ),
  one(
    'F090',
    '年均服务家长 800 余万人次',
    'family-activity.parents',
    'last-year',
    'Who came, in one year; views are another measure (C20).',
  ),
]
