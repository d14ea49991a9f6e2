import { field } from '../../core/field.ts'
import { flow } from '../../core/measure.ts'
import { defineProgramme } from '../../core/programme.ts'
import { increasesOf } from '../../core/reading.ts'
import { makers, readStep, seers, viewsOf } from './watched.ts'

/** 公益电影 — L061 (《泪光中的妈妈》). A screening is an activity that names its film; being shortlisted is told, not counted. */
export const familyFilm = defineProgramme({
  id: 'family-film',
  version: 1,
  kind: 'case',
  service: 'education',
  label: { zh: '公益影片', en: 'Public-welfare film' },
  short: { zh: '影片', en: 'Films' },
  noun: { zh: '部', en: 'film' },
  help: {
    zh: '联合摄制的影片：立项、许可、公映。组织观影另记“家庭教育活动”，选这部影片，到场按人次；院线和网络观看在这里按渠道记。',
    en: 'A film made together: planned, licensed, released. A showing is an activity that names the film; views outside are read here.',
  },
  sources: ['L061', 'R-STAT-02'],
  access: { see: seers, create: makers },
  fields: {
    title: field.text({ label: { zh: '片名', en: 'Title' }, class: 'P0', required: true, min: 1, max: 80 }),
    plannedOn: field.day({ label: { zh: '立项日期', en: 'Planned on' }, class: 'P0', required: true, past: true }),
    producers: field.text({ label: { zh: '联合摄制', en: 'Made by' }, class: 'P0', required: true, max: 200 }),
    about: field.text({ label: { zh: '讲什么', en: 'What it tells' }, class: 'P0', max: 1000 }),
    licence: field.text({ label: { zh: '公映许可证号', en: 'Licence' }, class: 'P0', required: true, max: 60 }),
    releasedOn: field.day({ label: { zh: '公映日期', en: 'Released on' }, class: 'P0', required: true, past: true }),
    festivals: field.list(
      {
        name: field.text({ label: { zh: '影展', en: 'Festival' }, class: 'P0', required: true, max: 80 }),
        on: field.day({ label: { zh: '日期', en: 'Date' }, class: 'P0', required: true, past: true }),
        result: field.choice(
          {
            selected: { zh: '入围', en: 'Selected' },
            awarded: { zh: '获奖', en: 'Awarded' },
            shown: { zh: '展映', en: 'Shown' },
          },
          { label: { zh: '结果', en: 'Result' }, class: 'P0', required: true },
        ),
      },
      { label: { zh: '影展', en: 'Festivals' }, class: 'P0', required: true, max: 30 },
    ),
  },
  title: 'title',
  dated: 'plannedOn',
  opens: ['title', 'plannedOn', 'producers', 'about'],
  states: {
    planned: { zh: '摄制中', en: 'In the making' },
    licensed: { zh: '已获许可', en: 'Licensed' },
    released: { zh: '已公映', en: 'Released' },
    dropped: { zh: '已停止', en: 'Dropped' },
  },
  initial: 'planned',
  editableIn: ['planned', 'licensed', 'released'],
  actions: {
    license: {
      label: { zh: '取得许可', en: 'Licensed' },
      from: ['planned'],
      to: 'licensed',
      by: makers,
      fills: ['licence'],
      tone: 'main',
    },
    release: {
      label: { zh: '公映', en: 'Released' },
      from: ['licensed'],
      to: 'released',
      by: makers,
      fills: ['releasedOn'],
      tone: 'main',
    },
    festival: {
      label: { zh: '记影展', en: 'Record festivals' },
      from: ['licensed', 'released'],
      to: 'same',
      by: makers,
      fills: ['festivals'],
    },
    read: readStep(['released']),
    drop: { label: { zh: '停止', en: 'Drop' }, from: ['planned', 'licensed'], to: 'dropped', by: makers, reason: true },
  },
  measures: {
    released: flow('item', {
      label: { zh: '公映影片', en: 'Films released' },
      unitLabel: { zh: '部', en: 'films' },
      includes: '取得许可、已公映的影片，按公映日期',
      excludes: '摄制中；组织观影（看家庭教育活动）；入围和获奖',
    }),
    views: viewsOf('公益影片'),
  },
  counts: ({ state, answers, history }, count) => [
    state === 'released' && answers.releasedOn && count.one('released', answers.releasedOn),
    ...increasesOf(history).map((i) => count.many('views', i.views, i.on, 'D')),
  ],
})
