import { addCalendarDays } from '../../../core/day.ts'
import type { Making } from '../making.ts'
import { Tale } from '../tale.ts'
import { region } from './companies.ts'

/** F022: four standards; the article gives no titles, so these are made. */
const standards = [
  [
    '家政服务 居家保洁服务规范（演示）',
    ['cleaning', 'tidying'],
    '2022-03-10',
    '工具分区使用，贵重物品不移动；做完和客户逐项看',
  ],
  [
    '家政服务 母婴护理服务规范（演示）',
    ['mother', 'infant'],
    '2022-08-16',
    '持证上岗，健康证明在有效期内；每天记护理单',
  ],
  ['家政服务 居家养老照护规范（演示）', ['elder', 'patient'], '2023-05-22', '先评估再服务；跌倒、走失有预案'],
  [
    '家政服务 培训机构管理规范（演示）',
    ['cooking', 'cleaning'],
    '2024-04-18',
    '学时、出勤、考核都有记录；八成出勤才能考核',
  ],
] as const

/** Standards by the service they are for. */
export async function makeStandards({ calendar, filing }: Making): Promise<ReadonlyMap<string, string>> {
  const found = new Map<string, string>()
  for (const [i, [title, service, proposed, item]] of standards.entries()) {
    const from = calendar.indexOf(proposed)
    const { id } = await filing.file({
      programme: 'homecare-standard',
      org: region,
      made: proposed,
      answers: {
        title,
        proposedOn: proposed,
        led: true,
        service,
        scope: '本标准适用于自治区内家政服务机构和家政员提供的上门服务。',
        items: [{ item }, { item: '服务前告知价格、内容和投诉电话' }],
      },
      steps: new Tale(calendar, from)
        .after(60, 'consult')
        .after(70, 'approve', {
          answers: {
            number: `DB15/T 演示${i + 1}—${addCalendarDays(proposed, 130).slice(0, 4)}`,
            issuer: '自治区市场监督管理局（演示）',
            approvedOn: addCalendarDays(proposed, 128),
            inForceOn: addCalendarDays(proposed, 190),
          },
        })
        .after(61, 'enforce').steps,
    })
    for (const one of service) found.set(one, id)
  }
  return found
}
