import { formatDay } from '../../core/day.ts'
import type { Language } from '../../core/refusal.ts'
import type { Sign } from './sign-in-door.ts'

const words = {
  zh: {
    home: '娘家',
    title: '活动签到',
    name: '姓名',
    phone: '手机号',
    hint: '手机号只用来认出是不是同一个人，不对外公开。没有手机，请工作人员代为登记。',
    go: '签到',
    done: '已签到',
    doneNote: '欢迎您来。可以关掉这个页面了。',
    gone: '签到码不可用',
    goneNote: '请工作人员重新出示签到码。',
    large: '大字',
    normal: '标准字',
    skip: '跳到正文',
  },
  en: {
    home: 'Niangjia',
    title: 'Sign in',
    name: 'Name',
    phone: 'Mobile phone',
    hint: 'The number only tells us it is the same person; it is never shown. Without a phone, ask the staff to add you.',
    go: 'Sign in',
    done: 'Signed in',
    doneNote: 'Welcome. You can close this page.',
    gone: 'This code does not work',
    goneNote: 'Please ask the staff for a new one.',
    large: 'Large type',
    normal: 'Normal type',
    skip: 'Skip to content',
  },
} as const

const escapeHtml = (text: string) => text.replace(/[&<>"']/g, (c) => `&#${c.charCodeAt(0)};`)

// Values of the house's tokens (src/web/kit/styles/tokens.css): this page is one answer of a few kilobytes, no second request.
const style = `
:root{color-scheme:light}*{box-sizing:border-box}html{font-size:16px}html[data-type=large]{font-size:20px}
body{margin:0;background:#f8f6f2;color:#211d19;font:400 1.0625rem/1.5 "PingFang SC","Noto Sans SC","Microsoft YaHei",system-ui,sans-serif}
.skip{position:absolute;left:-999px}.skip:focus{left:16px;top:8px;padding:8px 12px;background:#fff}
header{display:flex;align-items:center;gap:10px;height:60px;padding:0 12px 0 16px;border-bottom:1px solid #e6e1d8}
header b{font-size:1.25rem;letter-spacing:.06em;margin-right:auto}header a{display:grid;place-items:center;height:44px;padding:0 8px;color:#4a443d;text-decoration:none}
main{max-width:30rem;margin:0 auto;padding:20px 16px 32px}h1{margin:0;font-size:1.625rem;line-height:1.3}
.when{margin:6px 0 0;color:#655d54}.card{margin-top:18px;padding:18px 16px;border:1px solid #e6e1d8;border-radius:10px;background:#fff}
label{display:block;font-weight:500}label+input{margin-top:6px}input+label{margin-top:16px}
input{width:100%;height:52px;padding:0 14px;border:1px solid #8b8278;border-radius:10px;background:#fff;color:inherit;font:inherit}
.hint{margin:12px 0 0;font-size:.9375rem;color:#655d54}.wrong{margin:0 0 14px;padding:10px 12px;border-left:4px solid #332e29;background:#f1eee8}
button{width:100%;height:52px;margin-top:18px;border:0;border-radius:10px;background:#b4232f;color:#fff;font-size:1.125rem;font-weight:500;font-family:inherit}
:focus-visible{outline:3px solid #1f6a8c;outline-offset:2px}.ok{color:#3f6b35}
`

function page(language: Language, large: boolean, title: string, body: string): string {
  const t = words[language]
  return `<!doctype html><html lang="${language === 'zh' ? 'zh-CN' : 'en'}"${large ? ' data-type="large"' : ''}><head><meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1"><meta name="robots" content="noindex"><title>${escapeHtml(title)} · ${t.home}</title><style>${style}</style></head>
<body><a class="skip" href="#main">${t.skip}</a><header><b>${t.home}</b><a href="?type=${large ? 'normal' : 'large'}">${large ? t.normal : t.large}</a></header>
<main id="main">${body}</main></body></html>`
}

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
  return page(
    language,
    large,
    t.title,
    `${heading(sign, language)}<form class="card" method="post">
${form.wrong ? `<p class="wrong" role="alert">${escapeHtml(form.wrong)}</p>` : ''}<input type="hidden" name="id" value="${escapeHtml(form.id)}">
<label for="name">${t.name}</label><input id="name" name="name" autocomplete="name" required maxlength="60" value="${escapeHtml(form.name)}">
<label for="phone">${t.phone}</label><input id="phone" name="phone" type="tel" inputmode="tel" autocomplete="tel" required maxlength="20" value="${escapeHtml(form.phone)}">
<p class="hint">${t.hint}</p><button>${t.go}</button></form>`,
  )
}

/** The same for a woman known and one new to the house. */
export function donePage(sign: Sign, language: Language, large: boolean): string {
  const t = words[language]
  return page(
    language,
    large,
    t.done,
    `${heading(sign, language)}<div class="card" role="status"><b class="ok">✓ ${t.done}</b><p class="hint">${t.doneNote}</p></div>`,
  )
}

export function gonePage(language: Language, large: boolean): string {
  const t = words[language]
  return page(language, large, t.gone, `<h1>${t.gone}</h1><p class="when">${t.goneNote}</p>`)
}
