import { type ArticleFigure, one, rounded } from './article-figure.ts'

/** 北疆亮姐 (L070–L074). Every number of training stands under its own measure: classes, person-times, persons, by who ran it. */
export const homecareFigures: readonly ArticleFigure[] = [
  one('F022', '牵头制定 4 项家政地方标准', 'homecare-standard.led'),
  one(
    'F023',
    '家政培训 2,327 期',
    'homecare-class.classes',
    'ever',
    'Classes the federation ran; companies’ own are another measure.',
  ),
  one(
    'F024',
    '培训家政从业人员 5.8 万余人次',
    'homecare-class.trained',
    'ever',
    'A lower bound (余); attendances at the federation’s classes (C03).',
  ),
  one(
    'F025',
    '带动 3 万余人次就业',
    'homecare-placement.placements',
    'ever',
    'Placements with a proof another person saw, within six months of a class; a person placed twice is two (C04).',
  ),
  {
    no: 'F031',
    says: '巾帼家政培训 7 万余名妇女受益',
    parts: [{ measure: 'homecare-class.people' }, { measure: 'homecare-class.federationPeople' }],
    since: 'ever',
    differs:
      'More persons than the attendances of F024 cannot be (C03): 70,000 fits only if the companies’ own classes are in it. Both are shown, each a union of persons.',
  },
  one('F073', '家政服务人员 2.23 万', 'homecare-worker.members', 'ever', rounded),
  {
    no: 'F074',
    says: '培训家政服务员 11.6 万余人次（至 2023 年）',
    parts: [{ measure: 'homecare-class.trained' }, { measure: 'homecare-class.companyTrained' }],
    since: 'ever',
    differs:
      'The earlier article has twice the attendances of the later (C03): the whole alliance, or a longer time. Two measures, never added.',
  },
  {
    no: 'F075',
    says: '50% 受训人员实现居家灵活就业',
    parts: [{ measure: 'homecare-placement.flexible' }, { measure: 'homecare-class.federationPeople' }],
    since: 'ever',
    differs:
      'The article states neither part (C04): distinct women in flexible work, of distinct women at the federation’s classes.',
  },
]
