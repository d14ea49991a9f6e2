import { Chance } from '../chance.ts'
import type { RoomOf } from '../make-rooms.ts'
import type { Making } from '../making.ts'
import { nameOf } from '../names.ts'
import { placeOf } from '../plan.ts'
import { countedHeads } from '../sheet-heads.ts'
import { apportion } from '../spread.ts'
import { Tale } from '../tale.ts'
import { Women } from '../women.ts'

/** The rooms' share of the 人次 of F049. */
const attendances = 31_800

/** Mediators of each room, and what the rooms did in the action F048. */
export async function makeRoomWork(making: Making, roomOf: RoomOf): Promise<void> {
  const { plan, calendar, filing, scale } = making
  const chance = new Chance(37)
  const women = new Women(plan)
  const serving = [...roomOf.values()].filter((room) => room.served !== undefined)
  const heads = apportion(
    Math.max(Math.round(attendances * scale), serving.length),
    serving.map(() => 0.5 + chance.next()),
    1,
  )
  for (const [office, { id: room, served }] of roomOf) {
    const place = placeOf(plan.offices, office)
    const { banner = place.code, area = 0 } = plan.offices[office] ?? {}
    const person = women.take({ banner, area })
    const appointed = calendar.today - chance.whole(300, 900)
    await filing.file({
      programme: 'mediator',
      org: place.code,
      made: calendar.day(appointed),
      answers: {
        name: nameOf(person, area),
        person,
        appointedOn: calendar.day(appointed),
        room,
        source: chance.pick(['elected', 'appointed', 'volunteer', 'retired']),
        languages: chance.happens(0.3) ? ['chinese', 'mongolian'] : ['chinese'],
        termTo: calendar.day(calendar.today + chance.whole(-3, 118)),
      },
      steps: new Tale(calendar, appointed).after(chance.whole(20, 200), 'train', {
        answers: { topic: '家事调解和防治家庭暴力', hours: chance.whole(2, 16) },
      }).steps,
    })
    if (served === undefined) continue
    const on = calendar.day(served)
    const counted = countedHeads(making, place.code, heads.pop() ?? 1)
    const { id } = await filing.file({
      programme: 'room-action',
      org: place.code,
      made: on,
      answers: {
        title: chance.pick(['家事调解进嘎查', '婚调室开放日', '说说家里的事']),
        heldOn: on,
        place: `${place.short}婚调室`,
        room,
        kind: chance.pick(['talk', 'advice', 'visit', 'teaching']),
      },
      steps: [
        { action: 'heads', on, heads: [counted.heads] },
        { action: 'hold', on },
      ],
    })
    counted.attach(id)
  }
}
