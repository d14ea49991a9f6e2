import { createHash } from 'node:crypto'
import { areaOf } from '../../core/org-code.ts'
import type { Heads } from '../../core/programme.ts'
import { Chance } from './chance.ts'
import { madeId } from './made-id.ts'
import { getProgramme, type Making } from './making.ts'
import { madeName } from './names.ts'
import { type EveningPlan, type Pool, poolAround } from './plan.ts'
import { sheetImage, sheetKey } from './sign-in-sheet.ts'
import { type Step, tell } from './tell.ts'
import { estimateReasons, eveningTitles, rooms } from './words.ts'

/** 家风故事分享会: by list, by head-count with its sheet, by estimate; and a few announced for the coming days. */
export async function makeEvenings(making: Making): Promise<void> {
  const { plan, calendar, writer } = making
  const chance = new Chance(7)
  for (const [index, evening] of plan.evenings.entries()) {
    const wait = tellEvening(making, chance, evening, index)
    if (wait) await wait
  }
  const coming = plan.offices.filter(() => chance.happens(0.02)).map((office) => office.place)
  for (const [i, place] of coming.entries()) {
    const told = tell(
      {
        programme: getProgramme('family-story'),
        made: calendar.day(calendar.today - chance.whole(0, 3)),
        hands: making.hands.get(place.code) ?? [],
        answers: answersOf(chance, place, calendar.day(calendar.today + chance.whole(1, 12))),
      },
      [],
    )
    await writer.record(told, { id: madeId('evening', plan.evenings.length + i), org: place.code })
  }
}

function answersOf(chance: Chance, place: EveningPlan['place'], heldOn: string) {
  const [title, theme] = chance.pick(eveningTitles)
  return {
    title: chance.happens(0.4) ? `${place.short}：${title}` : title,
    heldOn,
    place: place.short + chance.pick(rooms),
    theme,
    mode: chance.happens(0.9) ? 'offline' : 'both',
    host: madeName(chance, areaOf(place.code), 'female'),
    families: chance.whole(2, 8),
  }
}

function tellEvening(
  { plan, calendar, writer, hands }: Making,
  chance: Chance,
  evening: EveningPlan,
  index: number,
): Promise<void> | undefined {
  const { place, size, office, way } = evening
  const on = calendar.day(evening.day)
  const id = madeId('evening', index)
  const pool = poolAround(plan, office, Math.ceil(size * 1.1))
  const listed = way === 'list' ? Math.min(size, pool.size) : 0
  const rest = size - listed
  const steps: Step[] = []
  if (listed > 0) steps.push({ action: 'attend', on, attendance: whoCame(chance, pool, listed) })
  if (rest > 0) {
    const counted = way !== 'estimate'
    const evidence = madeId('other', index)
    if (counted) writer.attachment(sheetRow(id, evidence, place.code))
    const heads: Heads = counted
      ? { count: rest, grade: 'B', evidence }
      : { count: rest, grade: 'C', reason: chance.pick(estimateReasons) }
    steps.push({ action: 'heads', on, heads: [heads] })
  }
  steps.push({ action: 'hold', on })
  const told = tell(
    {
      programme: getProgramme('family-story'),
      made: on,
      answers: answersOf(chance, place, on),
      hands: hands.get(place.code) ?? [],
    },
    steps,
  )
  return writer.record(told, { id, org: place.code })
}

/** All evenings counted by sheet show the same made picture of one. */
function sheetRow(record: string, id: string, org: number) {
  const sha256 = createHash('sha256').update(sheetImage).digest('hex')
  return [
    areaOf(org),
    id,
    record,
    'activity',
    org,
    '签到表（演示）.png',
    'image/png',
    sheetImage.length,
    `\\x${sha256}`,
    'P1',
    sheetKey,
    null,
  ]
}

/** So many different people of the office's, spread over it by a step that shares no factor with their number. */
function whoCame(chance: Chance, pool: Pool, many: number) {
  let step = 1 + Math.floor(pool.size * 0.38)
  while (commonFactor(step, pool.size) > 1) step++
  const start = chance.whole(0, pool.size - 1)
  return Array.from({ length: many }, (_, k) => ({
    person: madeId('person', pool.first + ((start + k * step) % pool.size)),
    minutes: null,
  }))
}

const commonFactor = (a: number, b: number): number => (b === 0 ? a : commonFactor(b, a % b))
