import { lineOf } from '../../src/core/local/patterns.ts'
import {
  fieldKinds,
  type LocalSpec,
  localClasses,
  localKinds,
  patterns,
  recordingRoles,
} from '../../src/core/local/spec.ts'
import type { Draw } from './answers.ts'

const of = <T>(list: readonly T[], draw: Draw): T => list[draw(list.length)] as T
const words = (zh: string) => ({ zh, en: '' })

/** Made-up specs: mostly ones that make sense, now and then one that does not. */
export function randomSpec(draw: Draw): LocalSpec {
  const kind = of(localKinds, draw)
  const pattern = of(kind === 'activity' && draw(8) > 0 ? patterns.slice(0, 2) : patterns, draw)
  const fields = Array.from({ length: draw(7) }, (_, i): LocalSpec['fields'][number] => {
    const fieldKind = of(fieldKinds, draw)
    const picks = fieldKind === 'choice' || fieldKind === 'choices'
    return {
      key: `f${i + 1}`,
      kind: fieldKind,
      label: words(draw(40) === 0 ? '项' : `第${i + 1}项`),
      help: '',
      class: fieldKind === 'person' && draw(12) > 0 ? 'P2' : of(localClasses, draw),
      required: draw(3) === 0,
      unit: fieldKind === 'number' ? of(['本', '人', '户', '公里', ''], draw) : '',
      options: picks
        ? Array.from({ length: 1 + draw(4) }, (__, o) => ({ key: `o${o + 1}`, label: words(`选${o}`) }))
        : [],
    }
  })
  const who = () => ({
    roles: [...new Set([of(recordingRoles, draw), of(recordingRoles, draw)])],
    levels: [
      ...new Set([of(['banner', 'township', 'village'] as const, draw), of(['league', 'banner'] as const, draw)]),
    ],
  })
  const states = Object.keys(lineOf(kind, pattern))
  return {
    kind,
    pattern,
    label: words('试项目'),
    short: words('试'),
    noun: words(of(['场', '件', '个', '本'], draw)),
    help: words('试着记一记'),
    title: words('名称'),
    dated: words('日期'),
    fields,
    ...(pattern !== 'record' && draw(2) === 0 && { days: 1 + draw(20) }),
    record: who(),
    ...((pattern !== 'record' || draw(20) === 0) && { check: who() }),
    ...(pattern === 'approval' && { approve: who() }),
    see: draw(2) === 0 ? ['statistician'] : [],
    measures: Array.from({ length: 1 + draw(5) }, (_, i): LocalSpec['measures'][number] => {
      const counts = of(['records', 'sum', 'attendances', 'persons'] as const, draw)
      const fit = fields.filter((f) =>
        counts === 'sum' ? f.kind === 'number' || f.kind === 'money' : f.kind === 'person',
      )
      const named = counts === 'sum' || (counts === 'persons' && (kind !== 'activity' || draw(2) === 0))
      return {
        key: `m${i + 1}`,
        label: words(`指标${i}`),
        counts,
        state: draw(20) === 0 ? 'nowhere' : of(states.slice(kind === 'activity' ? -1 : 0), draw),
        ...(named && fit.length > 0 && { field: of(fit, draw).key }),
        includes: '都算',
        excludes: '没有',
      }
    }),
  }
}

/** 草原书屋: reading evenings a banner made up for itself; the league's or banner's, whoever owns it. */
export const readingEvening: LocalSpec = {
  kind: 'activity',
  pattern: 'check',
  label: { zh: '草原书屋读书会', en: 'Grassland reading evening' },
  short: { zh: '读书', en: 'Read' },
  noun: { zh: '场', en: 'evening' },
  help: { zh: '办完一场记一场。', en: 'Record each evening.' },
  title: { zh: '题目', en: 'Title' },
  dated: { zh: '日期', en: 'Date' },
  fields: [
    {
      key: 'f1',
      kind: 'number',
      label: words('送书'),
      help: '',
      class: 'P1',
      required: false,
      unit: '本',
      options: [],
    },
    {
      ...{ key: 'f2', kind: 'choice', label: words('场地'), help: '', class: 'P1', required: false, unit: '' },
      options: [
        { key: 'o1', label: words('书屋') },
        { key: 'o2', label: words('蒙古包') },
      ],
    },
  ],
  days: 5,
  record: { roles: ['chair', 'family'], levels: ['village', 'township'] },
  check: { roles: ['chair', 'family'], levels: ['township', 'banner'] },
  see: ['statistician'],
  measures: [
    {
      ...{ key: 'm1', label: { zh: '读书会场次', en: 'Reading evenings' }, counts: 'records', state: 'held' },
      ...{ includes: '已举办的读书会', excludes: '待举办、已取消' },
    },
    {
      ...{ key: 'm2', label: words('送书数'), counts: 'sum', state: 'checked', field: 'f1' },
      ...{ includes: '核对过的场次送出的书', excludes: '未核对的' },
    },
    {
      ...{ key: 'm3', label: words('读书会参加人次'), counts: 'attendances', state: 'held' },
      ...{ includes: '签到和清点的', excludes: '线上' },
    },
    {
      ...{ key: 'm4', label: words('读书会人数'), counts: 'persons', state: 'held' },
      ...{ includes: '实名签到的人', excludes: '没签到的' },
    },
  ],
}
