import type { BodyOf } from '../../../core/api/contract.ts'
import type { fileContact } from '../../../core/api/hotline.ts'
import { type Call, isDanger, receivedAt, receivedDay, screeningOf, signs } from './call.ts'

type Filed = BodyOf<typeof fileContact>

/** Blank answers are not sent. */
const filled = (answers: Readonly<Record<string, unknown>>) =>
  Object.fromEntries(
    Object.entries(answers).filter(
      ([, value]) =>
        value !== undefined && value !== '' && value !== false && !(Array.isArray(value) && value.length === 0),
    ),
  )
const trimmed = (text: string) => text.trim()

/** What a call says as the answers of its record. An anonymous one carries neither name nor number. */
export function answersOf(call: Call, now: Date): Filed['answers'] {
  const named = call.anonymous === false
  const length = Math.ceil((now.getTime() - Date.parse(call.startedAt)) / 60_000)
  const safe = [call.safeTime, call.safeWay, call.codeWord && `暗语“${trimmed(call.codeWord)}”`].map(trimmed)
  return {
    ...filled({
      topic: 'service',
      receivedOn: receivedDay(call),
      receivedAt: receivedAt(call),
      channel: call.channel,
      fromPaper: call.fromPaper,
      recordingTold: call.recordingTold,
      cutOff: call.cutOff,
      minutes: call.fromPaper ? undefined : Math.min(Math.max(length, 1), 600),
      callerName: named ? trimmed(call.callerName) : '',
      callerPhone: named ? trimmed(call.callerPhone) : '',
      relation: call.relation,
      safeContact: safe.filter(Boolean).join('，').slice(0, 60),
      concernedAge: call.concernedAge,
      opposite: trimmed(call.opposite),
      children: trimmed(call.children),
      danger: screeningOf(call),
      unsure: screeningOf(call) && signs.filter((sign) => call.danger[sign] === 'unsure'),
      category: call.category,
      subcategory: call.subcategory,
      narrative: trimmed(call.narrative),
      request: trimmed(call.request),
      evidence: call.evidence,
      advice: trimmed(call.advice),
      laws: call.laws,
      consentToShare: call.consentToShare,
      consentToLookUp: named && call.lookUp,
    }),
    anonymous: !named,
  }
}

/** The steps that were taken while she spoke, in the order the procedure wants them. */
export function stepsOf(call: Call): Filed['steps'] {
  if (call.outcome === 'suspect') return [{ action: 'suspect', reason: trimmed(call.reason) }]
  const handOver = filled({ line: call.line, agency: trimmed(call.agency), way: call.way })
  const referred = call.outcome !== 'transfer' && call.line !== '' && call.way !== ''
  const police = filled({ at: call.policeAt, way: call.policeWay || 'joined' })
  const report = filled({
    situation: call.situation,
    what: trimmed(call.what),
    where: trimmed(call.where),
    childAge: call.childAge,
  })
  const steps: (Filed['steps'][number] | false)[] = [
    isDanger(call) && { action: 'alarm' },
    call.policeAt !== '' && { action: 'tell110', answers: police },
    call.policeAt === '' && isDanger(call) && { action: 'allClear', reason: trimmed(call.allClear) },
    call.report && { action: 'report', answers: report },
    call.outcome !== 'later' && { action: 'answer' },
    call.outcome !== 'later' && referred && { action: 'refer', answers: handOver },
    call.outcome === 'closeAdvice' &&
      trimmed(call.ownWish) !== '' && {
        action: 'ownWish',
        answers: { wish: trimmed(call.ownWish) },
      },
    call.callbackOn !== '' && {
      action: 'promise',
      answers: filled({ callbackOn: call.callbackOn, callbackAt: call.callbackAt }),
    },
    call.outcome === 'toCase' && { action: 'toCase', answers: { basis: call.basis } },
    call.outcome === 'transfer' && { action: 'transfer', answers: handOver },
    call.outcome === 'closeAdvice' && { action: 'closeAdvice', answers: { enough: true } },
  ]
  return steps.filter((step) => step !== false)
}
