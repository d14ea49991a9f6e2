import { Chance } from './chance.ts'
import { madeId } from './made-id.ts'
import { getProgramme, type Making } from './making.ts'
import { placeOf } from './plan.ts'
import { tell } from './tell.ts'

/** The room a banner's cases name, by the office that has one. */
export type RoomOf = ReadonlyMap<number, string>

/** 婚调室: one a township, open; a few more that were closed again. */
export async function makeRooms({ plan, calendar, writer, hands }: Making): Promise<RoomOf> {
  const chance = new Chance(2)
  const programme = getProgramme('mediation-room')
  const roomOf = new Map<number, string>()
  // Of its own, so that what is told besides changes nothing that was told before.
  const beside = new Chance(21)
  const yearStart = calendar.indexOf(`${calendar.day(calendar.today).slice(0, 4)}-01-01`)
  const closed = plan.rooms.filter(() => chance.happens(0.012))
  for (const [i, office] of [...plan.rooms, ...closed].entries()) {
    const place = placeOf(plan.offices, office)
    const gone = i >= plan.rooms.length
    const setUp = calendar.indexOf('2019-03-01') + chance.whole(0, 1700)
    const id = madeId('room', i)
    if (!gone) roomOf.set(office, id)
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
        : beside.happens(0.95)
          ? [{ action: 'serve', on: calendar.day(beside.whole(yearStart, calendar.today)) }]
          : [],
    )
    await writer.record(told, { id, org: place.code })
  }
  return roomOf
}
