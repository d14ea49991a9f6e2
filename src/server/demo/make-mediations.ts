import { Chance } from './chance.ts'
import { nextNumber } from './filing.ts'
import { madeId } from './made-id.ts'
import type { RoomOf } from './make-rooms.ts'
import { getProgramme, type Making } from './making.ts'
import { storyOf } from './mediation-story.ts'
import { type Told, tell } from './tell.ts'
import { disputeFacts, disputeTitles } from './words.ts'

const kinds = [
  'divorce',
  'divorce',
  'children',
  'children',
  'property',
  'elders',
  'elders',
  'bride-price',
  'in-laws',
  'in-laws',
  'inheritance',
  'other',
]
const withChildren = ['divorce', 'children']
const contacts = ['工作日上午，打本人手机', '晚上不要打电话，发短信约时间', '请先联系她姐姐转告', '下午三点以后']

/** 婚姻家庭纠纷调解: sealed, each with the mediator of its banner or township as handler. Numbers follow the days they came in. */
export async function makeMediations(making: Making, roomOf: RoomOf): Promise<void> {
  const { plan, calendar, writer, mediators, series } = making
  const chance = new Chance(8)
  const programme = getProgramme('mediation')
  const cases = plan.cases
    .map((planned, index) => {
      const { office, place, outcome } = planned
      const dispute = chance.pick(kinds)
      const room = roomOf.get(office)?.id
      const setting = { dispute, committee: `${place.short}人民调解委员会`, room: `${place.short}婚调室` }
      return {
        planned,
        index,
        dispute,
        room,
        story: storyOf(calendar, chance, outcome, setting),
      }
    })
    .sort((a, b) => a.story.applied - b.story.applied)
  for (const { planned, index, dispute, room, story } of cases) {
    const { place } = planned
    const appliedOn = calendar.day(story.applied)
    const hand = mediators.get(place.code)
    const women = plan.women
    const told: Told = tell(
      {
        programme,
        made: appliedOn,
        hands: hand ? [hand] : [],
        answers: {
          title: `${chance.pick(disputeTitles[dispute] ?? ['家庭纠纷'])}纠纷`,
          appliedOn,
          dispute,
          parties: [
            { person: madeId('person', women + 2 * index), role: 'applicant' },
            { person: madeId('person', women + 2 * index + 1), role: 'respondent' },
          ],
          facts: chance.pick(disputeFacts),
          safeContact: chance.pick(contacts),
          ...(withChildren.includes(dispute) && {
            children: chance.pick(['1 个，学龄前', '1 个，小学', '2 个，初中和小学', '1 个，高中']),
          }),
          ...(room && { room }),
        },
      },
      story.steps,
    )
    const wait = writer.record(told, {
      id: madeId('mediation', index),
      org: place.code,
      number: nextNumber(series, 'HJ', place.code, appliedOn),
      handlers: hand ? [hand.account] : [],
    })
    if (wait) await wait
  }
}
