import { sql } from 'kysely'
import { areaOf, levelSpan, type OrgCode } from '../../../core/org-code.ts'
import type { Service } from '../../../core/service.ts'
import { programmes } from '../../../registry.ts'
import type { Tx } from '../../database/actor.ts'
import type { Making } from '../making.ts'

interface Made {
  readonly name: string
  readonly level: string
  readonly parent?: string
  readonly aliases?: string
  readonly meaning?: string
  /** Services that belong to it whole. */
  readonly services?: readonly Service[]
  readonly renamed?: string
}

const line = '铸牢中华民族共同体意识'
const lanes: readonly (readonly [string, readonly Service[]])[] = [
  ['履行政治责任', []],
  ['思想政治引领', ['outreach']],
  ['助力高质量发展', ['employment', 'homecare', 'finance', 'cooperation']],
  ['家庭家教家风建设', ['family', 'education', 'matchmaking']],
  ['维权关爱服务', ['rights', 'safety', 'mediation', 'legal', 'screening', 'dandelion', 'relief', 'gifts', 'care']],
  ['深化妇联改革', ['organising', 'volunteering']],
]
const gifts: readonly (readonly [string, readonly Service[]])[] = [
  ['送理论', ['outreach']],
  ['送温暖', ['gifts']],
  ['送文化', []],
  ['送服务', ['visits', 'volunteering']],
  ['送家教', ['education']],
  ['送关怀', ['care']],
  ['送健康', ['health', 'insurance']],
  ['送法律', ['legal']],
  ['送岗位', ['employment']],
  ['送技能', []],
]

/** L001–L006 as the articles name them; what the ten deliveries are they never say, so the list here is the demo's. */
const tree: readonly Made[] = [
  { name: line, level: 'line', meaning: '所有工作的主线。六个方面与内设部门的分工对应。' },
  ...lanes.map(([name, services]) => ({ name, level: 'lane', parent: line, services })),
  { name: '北疆巾帼铸魂工程', level: 'project', aliases: '北疆巾帼铸魂引领工程', services: ['outreach', 'honours'] },
  { name: '家家幸福安康工程', level: 'project', services: ['family', 'education', 'matchmaking'] },
  { name: '强基扩面促活工程', level: 'project', services: ['organising', 'volunteering'] },
  {
    name: '助企就业巾帼行动',
    level: 'action',
    aliases: '创业就业巾帼行动',
    services: ['employment', 'homecare', 'finance'],
  },
  { name: '就业创业巾帼行动', level: 'action', aliases: '北疆巾帼创业就业行动', renamed: '助企就业巾帼行动' },
  { name: '科技创新巾帼行动', level: 'action' },
  { name: '乡村振兴巾帼行动', level: 'action' },
  { name: '生态文明巾帼行动', level: 'action', services: ['cooperation'] },
  {
    name: '权益维护巾帼行动',
    level: 'action',
    services: ['rights', 'safety', 'mediation', 'legal', 'screening', 'dandelion'],
  },
  { name: '生命健康巾帼行动', level: 'action', services: ['health', 'insurance', 'relief'] },
  { name: '我为妇女儿童办实事·十送', level: 'drive', aliases: '十送行动、十送活动' },
  ...gifts.map(([name, services]) => ({ name, level: 'item', parent: '我为妇女儿童办实事·十送', services })),
  { name: '自治区“六个工程”', level: 'outside', meaning: '自治区党委的重点工作，不是妇联的统计。' },
  { name: '自治区“六个行动”', level: 'outside', meaning: '自治区党委的重点工作，不是妇联的统计。' },
  { name: '有形、有感、有效', level: 'wording', meaning: '工作要求的提法：在有形上用心、有感上用情、有效上用力。' },
  { name: '法治、德治、自治、智治、家治', level: 'wording', meaning: '治理方式的提法。' },
  { name: '全链条家庭服务体系', level: 'wording', meaning: '家庭服务从婚恋到养育的提法。' },
]

/** The region's tree, which services stand under it, and single evenings marked under two of them at once. */
export async function makeInitiatives({ plan, calendar, filing, writer }: Making, tx: Tx): Promise<void> {
  const [first = 0] = plan.offices.map(({ area }) => area)
  const org = ((first - (first % 100)) * levelSpan.league) as OrgCode
  const issued = calendar.today - 900
  const ids = new Map<string, string>()
  for (const { name, level, parent, aliases, meaning, renamed } of tree) {
    const { id } = await filing.file({
      programme: 'initiative',
      org,
      made: calendar.day(issued),
      answers: {
        name,
        issuedOn: calendar.day(issued),
        level,
        ...(aliases && { aliases }),
        ...(meaning && { meaning }),
        ...(parent && { parent: ids.get(parent) }),
      },
      steps: [
        {
          action: 'issue',
          on: calendar.day(issued + 5),
          answers: { number: `妇发〔${calendar.day(issued).slice(0, 4)}〕${ids.size + 1}号（演示）` },
        },
        ...(renamed
          ? [{ action: 'rename', on: calendar.day(issued + 300), answers: { successor: ids.get(renamed) } }]
          : []),
      ],
    })
    ids.set(name, id)
  }
  await writer.settle()
  for (const { name, services = [] } of tree) {
    const whole = programmes.filter((p) => services.includes(p.service as Service)).map((p) => p.id)
    await tx.change(sql`
      INSERT INTO initiative_programmes (area, initiative, programme, org)
      SELECT ${areaOf(org)}, r.id, p, r.org
      FROM records r CROSS JOIN unnest(${whole}::text[]) p WHERE r.kind = 'item' AND r.id = ${ids.get(name) ?? null}`)
  }
  const marked = ['思想政治引领', '北疆巾帼铸魂工程'].map((name) => ids.get(name))
  await tx.change(sql`
    INSERT INTO initiative_records (area, initiative, record, programme, org)
    SELECT r.area, i, r.id, r.programme, r.org
    FROM records r CROSS JOIN unnest(${marked}::uuid[]) i
    WHERE r.kind = 'activity' AND r.programme = 'family-story' AND hashtext(r.id::text) % 5 = 0`)
}
