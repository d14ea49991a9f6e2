import type { Label } from './unit.ts'

/** What a sentence may be filled with. Of a sealed record none of it is known but whom to ask. */
export interface NoticeWords {
  readonly programme: string
  readonly clock: string
  readonly org: string
}

type Text = (words: NoticeWords) => string

/** Notices in the reader's words; those of sealed records are neutral (processes 0.4: no case type, no names). */
const texts: Readonly<Record<string, { readonly zh: Text; readonly en: Text }>> = {
  'break-glass-asked': {
    zh: () => '有人申请查看您经办的封存案卷',
    en: () => 'Somebody asks to open a sealed record that you handle',
  },
  'handler-asked': {
    zh: () => '有一件封存案卷要增加承办人，等您同意',
    en: () => 'A sealed record shall have another handler; it waits for you to agree',
  },
  'handler-alone': {
    zh: ({ org }) => `${org}有一件封存案卷由一个人增加了承办人，请了解情况`,
    en: ({ org }) => `${org}: a handler was added to a sealed record by one person alone; please ask about it`,
  },
  'case-unhandled': {
    zh: () => '有案卷没有承办人了，请安排',
    en: () => 'There are records that nobody handles now; please see to them',
  },
  'totp-reset-asked': {
    zh: () => '有人丢了动态码设备，申请解除，等第二个人核实',
    en: () => 'Somebody lost her second-step device; a second person has to confirm taking it off',
  },
  'totp-reset': {
    zh: () => '您的动态码已由两人办理解除，所有设备已退出。不是您要的，请马上告诉安全岗',
    en: () =>
      'Your second step was taken off by two people and you were signed out everywhere. If you did not ask for it, tell security at once',
  },
  'local-asked': {
    zh: () => '有一个本地项目等您看过同意',
    en: () => 'A local programme waits for you to read and agree',
  },
  'local-agreed': { zh: () => '您报的本地项目已同意启用', en: () => 'Your local programme is in force' },
  'local-returned': {
    zh: () => '您报的本地项目退回了，请看原因',
    en: () => 'Your local programme was sent back; please see why',
  },
  'urgent-fact': {
    zh: ({ org }) => `${org}有一件事项正在紧急处置，权益岗已在办；需要协调时会找您`,
    en: ({ org }) => `${org}: an urgent matter is in hand with the rights post; you will be asked if help is needed`,
  },
  'clock-due': {
    zh: ({ programme, clock }) => `${programme}：${clock}，快到期了`,
    en: ({ programme, clock }) => `${programme}: ${clock}, due soon`,
  },
  'clock-late': {
    zh: ({ programme, clock }) => `${programme}：${clock}，已过期`,
    en: ({ programme, clock }) => `${programme}: ${clock}, overdue`,
  },
  'clock-due-sealed': { zh: () => '有一件事项将到期', en: () => 'One matter will soon be due' },
  'clock-late-sealed': { zh: () => '有一件事项已过期', en: () => 'One matter is overdue' },
  'legal-late': {
    zh: ({ programme, clock, org }) => `${programme}：${clock}，法定期限已过，请联系${org}`,
    en: ({ programme, clock, org }) => `${programme}: ${clock}, a legal deadline has passed; please contact ${org}`,
  },
  'legal-late-sealed': {
    zh: ({ org }) => `1 件法定期限已过，请联系${org}`,
    en: ({ org }) => `1 legal deadline has passed; please contact ${org}`,
  },
}

const unknown: Label = { zh: '有一条新的提醒', en: 'There is a new notice' }

/** The sentence of a notice. A kind nobody knows any more still says that there is something. */
export function noticeText(kind: string, words: NoticeWords, language: 'zh' | 'en'): string {
  const text = Object.hasOwn(texts, kind) ? texts[kind] : undefined
  return text ? text[language](words) : unknown[language]
}
