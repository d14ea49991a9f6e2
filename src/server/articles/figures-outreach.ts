import { type ArticleFigure, one } from './article-figure.ts'

/** What the articles say of lectures, the press and accounts. Views, followings and who came are three things (C06, R-STAT-02). */
export const outreachFigures: readonly ArticleFigure[] = [
  one(
    'F006',
    '铸牢中华民族共同体意识教育基地 120 个',
    'education-base.bases',
    'ever',
    'Named and standing; plaques of family education are other places’ (C18).',
  ),
  one(
    'F007',
    '来自全国的 80 多名专家学者和民族工作者',
    'outreach-event.experts',
    'ever',
    'A lower bound (多): persons at one seminar, each once.',
  ),
  one('F008', '邀请 6 位女代表', 'outreach-event.representatives', 'ever', 'Persons at one commemoration.'),
  one('F011', '“遇见春天遇见你” 14 期', 'online-lecture.episodes'),
  one(
    'F012',
    '受众约 500 万人次（14 期线上）',
    'online-lecture.plays',
    'ever',
    'Plays (次) read by platform, live and replay: nobody’s attendance. F064 is four million who sat there; the two are never added (C06).',
  ),
  one(
    'F063',
    '宣讲 8.8 万余场次',
    'lecture.sessions',
    'ever',
    'Lectures in person, a lower bound (余); the 14 online are F011 (C06).',
  ),
  one(
    'F064',
    '宣讲参与人次超 400 万',
    'lecture.attendances',
    'ever',
    'Who came, about 45 a lecture, by grade of evidence; not the plays of F012 (C06).',
  ),
  one(
    'F065',
    '省级以上主流媒体刊发稿件 1,745 篇',
    'clipping.all',
    'ever',
    'Contains F066, which contains F067: never added.',
  ),
  one('F066', '国家级媒体刊稿 500 余篇', 'clipping.national', 'ever', 'Inside F065; a lower bound (余).'),
  one('F067', '《中国妇女报》头版刊稿 24 篇', 'clipping.front', 'ever', 'Inside F066.'),
  one(
    'F068',
    '“北疆女声”等 480 个新媒体平台',
    'media-account.accounts',
    'ever',
    'Accounts filed, dormant ones too; a stock of its day (C13).',
  ),
  one(
    'F069',
    '覆盖粉丝 1,000 余万人',
    'media-account.followings',
    'ever',
    'Followings (个关注) summed over accounts at their last reading: who follows three counts three times, so persons it is not.',
  ),
  one(
    'F070',
    '累计影响超 15 亿人次',
    'media-account.impressions',
    'ever',
    'Reads and plays (次) by the accounts’ own counters: neither persons nor attendance (R-STAT-02).',
  ),
]
