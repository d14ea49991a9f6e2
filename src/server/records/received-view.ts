import { dutyOf } from '../../core/clock-duty.ts'
import type { Standing } from '../../core/procedure.ts'
import type { Programme } from '../../core/programme.ts'
import { titleIn } from '../../core/record-title.ts'
import type { Language } from '../../core/refusal.ts'
import { attachmentsOf, namelessFile } from './attachments-of.ts'
import type { Desk } from './desk.ts'
import type { Loaded } from './facts.ts'
import { personsIn } from './links.ts'
import { orgsNamed, orgsOf } from './orgs-named.ts'
import { maskedNames } from './persons.ts'
import type { RecordRow } from './record-row.ts'
import { shownAnswers, timelineOf } from './timeline.ts'
import { abilitiesAsData, clocksAsData, headOf, type RecordView } from './view-parts.ts'

/**
 * A record as the organisation it was sent to has it: the fields meant for her, her own steps and files, her buttons and her
 * deadlines. Not there for her: what else it says, what the sender did and why, who can see it, what it hangs together with.
 */
export async function receivedView(
  desk: Desk,
  programme: Programme,
  row: RecordRow,
  { facts, history }: Loaded,
  who: Standing,
): Promise<RecordView> {
  const { tx, actor } = desk
  const answers = sharedOf(programme, row.answers)
  const open = Object.entries(facts.answers).filter(([key]) => Object.hasOwn(answers, key))
  const persons = [...new Set(personsIn(programme.fields, Object.fromEntries(open)))]
  const names = await maskedNames(tx, persons)
  const own = history
    .filter((act) => act.by_org === actor.org)
    .map((act) => ({ ...act, changes: sharedOf(programme, act.changes) }))
  return {
    ...headOf(programme, row),
    madeUnder: null,
    title: receivedTitle(programme, row.title, actor.language),
    brand: null,
    received: true,
    ...shownAnswers(programme.fields, answers, true),
    persons: persons.map((person) => ({ id: person, name: names.get(person) ?? null })),
    linked: [],
    orgs: await orgsNamed(tx, orgsOf(programme, answers, own)),
    arisen: { from: [], to: [] },
    heads: [],
    attendance: null,
    abilities: {
      actions: abilitiesAsData(programme, facts, who),
      edit: false,
      attend: false,
      attach: true,
      share: false,
      open: true,
      handlers: false,
    },
    clocks: clocksAsData(programme, facts, (clock) => dutyOf(programme, clock, row).forOrg === row.receiver),
    checks: [],
    history: timelineOf(programme, own, true),
    attachments: (await attachmentsOf(tx, actor, row.id)).map((file) => ({
      ...file,
      name: programme.namelessFiles && !file.mine ? namelessFile(file) : file.name,
    })),
    seenBy: { sealed: row.sealed, roles: [], people: [] },
    handlerRequests: [],
    viewed: null,
  }
}

/** Of some answers, those that are meant for the receiver. */
export const sharedOf = <T>(programme: Programme, answers: Readonly<Record<string, T>>): Record<string, T> =>
  Object.fromEntries(Object.entries(answers).filter(([key]) => programme.receiverSees.includes(key)))

/** A title is one of the sender's words: without it, the service's name. */
export const receivedTitle = (programme: Programme, title: string, language: Language): string =>
  programme.receiverSees.includes(programme.title) ? titleIn(programme, title, language) : programme.label[language]
