import { yuanWords } from '../../../core/answer-words.ts'
import type { DocumentTemplate } from '../../../core/document.ts'
import { pageHead, seal } from '../../../core/document-pieces.ts'
import type { Facts } from '../../../core/programme.ts'
import { type Purpose, purposes } from '../trip-purposes.ts'
import { quarters } from '../vehicle-fields.ts'

const number = (value: unknown) => (typeof value === 'number' ? value : 0)
const sum = (trips: readonly Facts[], key: string) => trips.reduce((all, trip) => all + number(trip.answers[key]), 0)

/** 季度运行报告 for the foundation: the trips of one quarter, summed by purpose; nobody who was served is on it. */
export const quarterReport: DocumentTemplate<'running' | 'laid-up'> = {
  label: { zh: '母亲健康快车季度运行报告', en: 'Report of the quarter' },
  version: 1,
  by: ['chair', 'rights', 'family'],
  in: ['running', 'laid-up'],
  children: 'health-trip',
  series: 'YX',
  rule: 'R-MHE-02',
  body: (data) => {
    const { answers, history } = data.facts
    const asked = history.findLast((done) => done.action === 'report')?.answers ?? {}
    const year = number(asked.year)
    const at = Object.keys(quarters).indexOf(String(asked.quarter))
    const words = at < 0 ? '' : `${year}年${quarters[asked.quarter as keyof typeof quarters].zh}`
    const trips = data.children.filter(
      ({ state, on }) =>
        state === 'done' && Number(on.slice(0, 4)) === year && Math.floor((Number(on.slice(5, 7)) - 1) / 3) === at,
    )
    const of = (purpose: Purpose) => trips.filter((trip) => trip.answers.purpose === purpose)
    return [
      ...pageHead('母亲健康快车季度运行报告', data),
      {
        block: 'rows',
        rows: [
          ['车辆', String(answers.name ?? '')],
          ['车牌号', String(answers.plate ?? '')],
          ['使用医院', String(answers.hospital ?? '')],
          ['报告期', words],
        ],
      },
      {
        block: 'table',
        head: ['用途', '出车次数', '服务人次', '行驶公里'],
        rows: [
          ...(Object.keys(purposes) as Purpose[]).map((purpose) => {
            const some = of(purpose)
            return [
              purposes[purpose].zh,
              String(some.length),
              String(sum(some, 'served')),
              String(sum(some, 'kilometres')),
            ]
          }),
          ['合计', String(trips.length), String(sum(trips, 'served')), String(sum(trips, 'kilometres'))],
        ],
      },
      { block: 'rows', rows: [['发放药品价值', yuanWords(sum(trips, 'medicine'))]] },
      ...(typeof asked.remarks === 'string'
        ? [{ block: 'paragraph' as const, text: asked.remarks, indent: true }]
        : []),
      { block: 'paragraph', text: '服务按人次计，同一人几次算几人次；不登记姓名。', indent: true },
      seal(data),
    ]
  },
}
