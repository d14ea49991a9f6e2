import { addCalendarMonths } from '../../../core/day.ts'
import { levelSpan } from '../../../core/org-code.ts'
import { Chance } from '../chance.ts'
import type { Making } from '../making.ts'
import { spotsFor } from '../spots.ts'
import { Tale } from '../tale.ts'
import { makeLineWork } from './make-line-work.ts'

/** F102: 139 rules issued. The rest no article numbers: enough that every list has pages. */
const whole = { rules: 139, elections: 9_000, setups: 620, gaps: 160, delegations: 70 }

/** The organisation's own work: terms, new fields, gaps, rules, agreements, delegations, and what is done at the front line. */
export async function makeOrganising(making: Making): Promise<void> {
  const chance = new Chance(71)
  await makeElections(making, chance)
  await makeSetups(making, chance)
  await makeRules(making, chance)
  await makeExchange(making, chance)
  await makeLineWork(making)
}

async function makeElections(making: Making, chance: Chance): Promise<void> {
  const { calendar, filing } = making
  for (const { place } of spotsFor(making, chance, { total: whole.elections })) {
    const started = calendar.today - chance.whole(60, 1_800)
    const startedOn = calendar.day(started)
    const termTo = addCalendarMonths(startedOn, 60)
    const tale = new Tale(calendar, started)
    // In the last half year of a term the plan is on its way.
    if (calendar.today - started > 1_650)
      tale
        .after(1_640, 'propose', {
          answers: { plan: '会前走访，差额选举，新进不少于三分之一。', congressOn: termTo, seats: 15 },
        })
        .after(chance.whole(5, 25), 'approve')
    await filing.file({
      programme: 'election',
      org: place.code,
      made: startedOn,
      answers: { title: '第三届', number: 3, startedOn, termTo },
      steps: tale.steps,
    })
  }
}

async function makeSetups(making: Making, chance: Chance): Promise<void> {
  const { calendar, filing } = making
  for (const { place, day } of spotsFor(making, chance, { total: whole.setups, atBanner: true })) {
    const founded = Math.min(day + 45, calendar.today)
    await filing.file({
      programme: 'org-setup',
      org: place.code,
      made: calendar.day(day),
      answers: {
        unit: chance.pick(['物流园（演示）', '电商协会（演示）', '外卖站点（演示）', '商圈（演示）']),
        contactedOn: calendar.day(day),
        type: chance.pick(['company', 'association', 'platform', 'park']),
        uscc: '91350100M000100Y43',
        women: chance.whole(8, 160),
      },
      steps: new Tale(calendar, day)
        .after(chance.whole(2, 10), 'prepare', { answers: { liaison: '工会女工委员' } })
        .after(chance.whole(5, 25), 'approve')
        .after(10, 'found', { answers: { foundedOn: calendar.day(founded) } }).steps,
    })
  }
  for (const { place, day } of spotsFor(making, chance, { total: whole.gaps, atBanner: true })) {
    const total = chance.whole(3, 30)
    await filing.file({
      programme: 'coverage-gap',
      org: place.code,
      made: calendar.day(day),
      answers: {
        target: chance.pick(['百人以上女职工企业', '物业小区', '快递网点', '社会组织']),
        foundOn: calendar.day(day),
        total,
        covered: chance.whole(0, total - 1),
        cause: '人员流动大，没有固定联系人。',
      },
      steps: new Tale(calendar, day)
        .after(chance.whole(5, 30), 'plan', {
          answers: { plan: '依托商会联合建会。', dueOn: calendar.day(Math.min(day + 300, calendar.today + 100)) },
        })
        .after(chance.whole(60, 240), 'close', { answers: { nowCovered: total } }).steps,
    })
  }
}

async function makeRules(making: Making, chance: Chance): Promise<void> {
  const { calendar, filing } = making
  for (const [i, { place, day }] of spotsFor(making, chance, { total: whole.rules, atBanner: true }).entries()) {
    const gone = i % 12 === 5
    const title = chance.pick(['执委联系妇女群众制度', '妇女之家管理办法', '新领域建会指导意见', '党建带妇建工作机制'])
    const tale = new Tale(calendar, day).after(0, 'issue', {
      answers: {
        issuedOn: calendar.day(day),
        number: `妇发〔${calendar.day(day).slice(0, 4)}〕${i + 1}号（演示）`,
        binds: chance.pick([['own'], ['township', 'village'], ['village', 'fields']]),
        gist: '每半年联系一次，有难处当天报上来；一年评估一回（演示）。',
      },
    })
    if (gone) tale.after(chance.whole(200, 500), 'repeal', { reason: '已有上级新规定' })
    await filing.file({
      programme: 'issued-rule',
      org: place.code,
      made: calendar.day(day),
      answers: {
        title,
        draftedOn: calendar.day(day),
        kind: title.includes('机制') ? 'mechanism' : chance.pick(['opinion', 'measure', 'rule', 'plan']),
      },
      steps: tale.steps,
    })
  }
}

/** F052: one memorandum of five lanes of ten, the region's; the leagues' have none. */
async function makeExchange(making: Making, chance: Chance): Promise<void> {
  const { plan, calendar, filing } = making
  const areas = [...new Set(plan.offices.map(({ area }) => area))]
  const [first = 0] = areas
  const lanes = ['家庭互访', '义诊', '眼科医生培训', '两癌医护培训', '手工艺交流'].map((name) => ({ name, target: 10 }))
  for (const [i, area] of [first - (first % 100), ...areas].entries()) {
    const signed = calendar.today - (i === 0 ? 600 : chance.whole(100, 700))
    const tale = new Tale(calendar, signed)
    if (i === 0)
      for (const { name } of lanes)
        tale.after(80, 'report', { answers: { lane: name, done: chance.whole(4, 10), what: '按计划完成。' } })
    await filing.file({
      programme: 'exchange-agreement',
      org: area * levelSpan.league,
      made: calendar.day(signed),
      answers: {
        title: i === 0 ? '妇女儿童发展合作备忘录（演示）' : '妇女组织友好交流协议（演示）',
        signedOn: calendar.day(signed),
        parties: '妇联；境外妇女组织（演示）',
        validTo: calendar.day(Math.min(signed + 730, calendar.today + 115)),
        ...(i === 0 && { lanes }),
      },
      steps: tale.steps,
    })
  }
  for (const { place, day } of spotsFor(making, chance, { total: whole.delegations, atBanner: true, until: 20 }))
    await filing.file({
      programme: 'delegation',
      org: place.code,
      made: calendar.day(day),
      answers: {
        title: chance.pick(['女官员研修班现场教学', '妇女手工艺交流', '友好妇女组织来访']),
        startsOn: calendar.day(day),
        endsOn: calendar.day(day + 2),
        direction: chance.pick(['in', 'in', 'study']),
        countries: '多国（演示）',
        size: chance.whole(8, 30),
        sites: `${place.short}妇女之家、手工艺基地`,
      },
      steps: new Tale(calendar, day)
        .after(0, 'approve')
        .after(3, 'hold')
        .after(chance.whole(2, 9), 'close', { answers: { summary: '看了三处阵地，座谈一次。' } }).steps,
    })
}
