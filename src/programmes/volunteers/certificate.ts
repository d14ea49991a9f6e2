import { choiceWords, dayWords, textWords } from '../../core/answer-words.ts'
import type { DocumentTemplate, Served } from '../../core/document.ts'
import { field } from '../../core/field.ts'
import type { Facts } from '../../core/programme.ts'
import { keepers, services } from './services.ts'

/** What she asks for, and who answers for it: nothing else is on the page (R-VOL-04). */
export const certificateAsked = {
  from: field.day({ label: { zh: '要证明的时间，从', en: 'Service from' }, class: 'P1', required: true, past: true }),
  to: field.day({ label: { zh: '要证明的时间，到', en: 'Service to' }, class: 'P1', required: true, past: true }),
  content: field.yesNo({
    label: { zh: '要写明每次做了什么', en: 'Says what was done each time' },
    class: 'P1',
    required: true,
    help: { zh: '不要的只写总时长。', en: 'Otherwise the total only.' },
  }),
  number: field.yesNo({
    label: { zh: '要写身份证号', en: 'Shows her identity number' },
    class: 'P1',
    required: true,
    help: { zh: '不要的只写志愿者编号。', en: 'Otherwise her volunteer number only.' },
  }),
  responsible: field.text({ label: { zh: '负责人', en: 'Responsible' }, class: 'P2', required: true, max: 40 }),
  handler: field.text({ label: { zh: '经办人', en: 'Handled by' }, class: 'P2', required: true, max: 40 }),
  contact: field.text({ label: { zh: '核对电话', en: 'Phone to verify' }, class: 'P1', required: true, max: 40 }),
}

/** 125 → 2 小时 5 分钟: whole minutes, never a rounded hour. */
export const minutesWords = (minutes: number): string => {
  const [hours, rest] = [Math.floor(minutes / 60), minutes % 60]
  return [hours > 0 && `${hours} 小时`, (rest > 0 || hours === 0) && `${rest} 分钟`].filter(Boolean).join(' ')
}

const sumOf = (served: readonly Served[]) => served.reduce((sum, { minutes }) => sum + minutes, 0)

const lastAsked = ({ history }: Pick<Facts, 'history'>) =>
  history.findLast((done) => done.action === 'certify')?.answers ?? {}

/**
 * 志愿服务记录证明 (民政部令第67号《志愿服务记录与证明出具办法（试行）》): who she is and her number; hours and content; who issues it, who
 * answers for it and how to ask; number and day. Whoever recorded certifies: confirmed sessions this post sees, no others.
 */
export const serviceCertificate: DocumentTemplate<'active' | 'suspended'> = {
  label: { zh: '志愿服务记录证明', en: 'Certificate of volunteer service' },
  version: 1,
  by: keepers,
  in: ['active', 'suspended'],
  byStep: true,
  served: {
    programme: 'volunteer-session',
    in: ['confirmed'],
    span: (facts) => ({ from: String(lastAsked(facts).from), to: String(lastAsked(facts).to) }),
  },
  rule: 'R-VOL-03, R-VOL-04',
  body: ({ facts, recordNumber, documentNumber, org, today, person, served = [] }) => {
    const asked = lastAsked(facts)
    const her = person(facts.person ?? '')
    return [
      { block: 'heading', text: '志愿服务记录证明' },
      {
        block: 'rows',
        rows: [
          ['证明编号', documentNumber],
          ['姓名', her.name],
          ['志愿者编号', textWords(facts.answers.national ?? recordNumber)],
          ...(asked.number === true ? [['身份证号', textWords(her.number)] as const] : []),
          ['服务时间', `${dayWords(asked.from)}至${dayWords(asked.to)}`],
          ['服务次数', `${served.length} 次`],
          ['服务时长', minutesWords(sumOf(served))],
        ],
      },
      ...(asked.content === true
        ? [
            {
              block: 'table' as const,
              head: ['日期', '服务内容', '类别', '地点', '记录单位', '时长'],
              rows: served.map(({ on, title, answers, org: by, minutes }) => [
                on,
                title,
                choiceWords(services, answers.kind),
                textWords(answers.place),
                by,
                minutesWords(minutes),
              ]),
            },
          ]
        : []),
      {
        block: 'paragraph',
        text: '以上为已确认的实际服务时间，不含路途和培训。本证明应本人要求无偿出具，由记录单位负责。',
        indent: true,
      },
      {
        block: 'rows',
        rows: [
          ['负责人', textWords(asked.responsible)],
          ['经办人', textWords(asked.handler)],
          ['核对电话', textWords(asked.contact)],
        ],
      },
      { block: 'seal', org, on: today },
    ]
  },
}
