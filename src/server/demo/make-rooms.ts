import { Chance } from './chance.ts'
import { madeId } from './made-id.ts'
import { getProgramme, type Making } from './making.ts'
import { placeOf } from './plan.ts'
import { scatter } from './spread.ts'
import { tell } from './tell.ts'

/** F048: so many of the rooms take part in the service action of the year. */
const serving = 1_000

export interface MadeRoom {
  readonly id: string
  /** Of the calendar: the day it took part in the action. */
  readonly served?: number
}

/** The room a banner's cases name, by the office that has one. */
export type RoomOf = ReadonlyMap<number, MadeRoom>

/** 婚调室: one a township, open; a few more that were closed again. */
export async function makeRooms({ plan, calendar, writer, hands, scale }: Making): Promise<RoomOf> {
  const chance = new Chance(2)
  const programme = getProgramme('mediation-room')
  const roomOf = new Map<number, MadeRoom>()
  // Of its own, so that what is told besides changes nothing that was told before.
  const beside = new Chance(21)
  const { from, until } = calendar.campaign
  const leagues = new Set(plan.offices.map((o) => o.area)).size
  const taking = scatter(
    beside,
    Math.min(Math.max(Math.round(serving * scale), leagues), plan.rooms.length),
    plan.rooms.map(() => 1),
  )
  const closed = plan.rooms.filter(() => chance.happens(0.012))
  for (const [i, office] of [...plan.rooms, ...closed].entries()) {
    const place = placeOf(plan.offices, office)
    const gone = i >= plan.rooms.length
    const setUp = calendar.indexOf('2019-03-01') + chance.whole(0, 1700)
    const id = madeId('room', i)
    const served = !gone && (taking[i] ?? 0) > 0 ? calendar.busyDay(beside, until, from) : undefined
    if (!gone) roomOf.set(office, { id, ...(served !== undefined && { served }) })
    const told = tell(
      {
        programme,
        made: calendar.day(setUp),
        hands: hands.get(place.code) ?? [],
        answers: {
          name: `${place.short}婚姻家庭纠纷调解室${gone ? '（旧址）' : ''}`,
          setUpOn: calendar.day(setUp),
          address: `${place.short}${chance.pick(['综治中心', '司法所', '党群服务中心'])}一楼`,
          committee: `${place.short}人民调解委员会`,
          filedOn: calendar.day(setUp + chance.whole(5, 40)),
          members: chance.whole(3, 9),
          women: beside.whole(1, 3),
          openHours: '工作日 9:00—17:00',
        },
      },
      gone
        ? [{ action: 'close', on: calendar.day(setUp + chance.whole(200, 900)), reason: '迁入新址，旧址撤销' }]
        : served === undefined
          ? []
          : [{ action: 'serve', on: calendar.day(served) }],
    )
    await writer.record(told, { id, org: place.code })
  }
  return roomOf
}
