import { formatDay } from '../../core/day.ts'
import type { Language } from '../../core/refusal.ts'
import { escapeHtml, plainPage } from '../http/plain-page.ts'
import type { Sign } from './sign-in-door.ts'

const words = {
  zh: {
    title: '活动签到',
    name: '姓名',
    phone: '手机号',
    hint: '手机号只用来认出是不是同一个人，不对外公开。没有手机，请工作人员代为登记。',
    go: '签到',
    timedTitle: '签到、签退',
    timedHint: '来的时候点“签到”，走的时候再扫一次、点“签退”，时长自动记。忘了签退，请告诉队长。',
    out: '签退',
    done: '已签到',
    doneNote: '欢迎您来。可以关掉这个页面了。',
    outDone: '已签退',
    outNote: '辛苦了，时长已经记下。可以关掉这个页面了。',
    gone: '签到码不可用',
    goneNote: '请工作人员重新出示签到码。',
  },
  en: {
    title: 'Sign in',
    name: 'Name',
    phone: 'Mobile phone',
    hint: 'The number only tells us it is the same person; it is never shown. Without a phone, ask the staff to add you.',
    go: 'Sign in',
    timedTitle: 'Sign in and out',
    timedHint:
      'Press “Sign in” when you come; scan again and press “Sign out” when you go. If you forget, tell the leader.',
    out: 'Sign out',
    done: 'Signed in',
    doneNote: 'Welcome. You can close this page.',
    outDone: 'Signed out',
    outNote: 'Thank you: your time is noted. You can close this page.',
    gone: 'This code does not work',
    goneNote: 'Please ask the staff for a new one.',
  },
} as const

const heading = (sign: Sign, language: Language) =>
  `<h1>${escapeHtml(sign.title)}</h1><p class="when">${[formatDay(sign.onDate, language), sign.place, sign.orgName]
    .filter(Boolean)
    .map((s) => escapeHtml(String(s)))
    .join(' · ')}</p>`

export interface FormState {
  readonly id: string
  readonly name: string
  readonly phone: string
  /** The sentence of a refusal, when the form was sent before. */
  readonly wrong?: string
}

/** The form at the door: two fields, no script. `form.id` rides along so that tapping twice is once. */
export function formPage(sign: Sign, form: FormState, language: Language, large: boolean): string {
  const t = words[language]
  return plainPage(
    language,
    large,
    sign.timed ? t.timedTitle : t.title,
    `${heading(sign, language)}<form class="card" method="post">
${form.wrong ? `<p class="wrong" role="alert">${escapeHtml(form.wrong)}</p>` : ''}<input type="hidden" name="id" value="${escapeHtml(form.id)}">
<label for="name">${t.name}</label><input id="name" name="name" autocomplete="name" required maxlength="60" value="${escapeHtml(form.name)}">
<label for="phone">${t.phone}</label><input id="phone" name="phone" type="tel" inputmode="tel" autocomplete="tel" required maxlength="20" value="${escapeHtml(form.phone)}">
<p class="hint">${t.hint}</p>${sign.timed ? `<p class="hint">${t.timedHint}</p>` : ''}<button name="way" value="in">${t.go}</button>${
      sign.timed ? ` <button name="way" value="out">${t.out}</button>` : ''
    }</form>`,
  )
}

/** The same for a woman known and one new to the house. */
export function donePage(sign: Sign, way: 'in' | 'out', language: Language, large: boolean): string {
  const t = words[language]
  const [done, note] = way === 'in' ? [t.done, t.doneNote] : [t.outDone, t.outNote]
  return plainPage(
    language,
    large,
    done,
    `${heading(sign, language)}<div class="card" role="status"><b class="ok">✓ ${done}</b><p class="hint">${note}</p></div>`,
  )
}

export function gonePage(language: Language, large: boolean): string {
  const t = words[language]
  return plainPage(language, large, t.gone, `<h1>${t.gone}</h1><p class="when">${t.goneNote}</p>`)
}
