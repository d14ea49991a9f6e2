import type { Language } from '../../core/refusal.ts'

const words = {
  zh: { home: '娘家', large: '大字', normal: '标准字', skip: '跳到正文' },
  en: { home: 'Niangjia', large: 'Large type', normal: 'Normal type', skip: 'Skip to content' },
} as const

export const escapeHtml = (text: string): string => text.replace(/[&<>"']/g, (c) => `&#${c.charCodeAt(0)};`)

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

/** A page that works without script and without a second request: one answer of a few kilobytes. `more`: styles of its own. */
export function plainPage(
  language: Language,
  large: boolean,
  title: string,
  body: string,
  more: { style?: string; index?: boolean } = {},
): string {
  const t = words[language]
  return `<!doctype html><html lang="${language === 'zh' ? 'zh-CN' : 'en'}"${large ? ' data-type="large"' : ''}><head><meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">${more.index ? '' : '<meta name="robots" content="noindex">'}<title>${escapeHtml(title)} · ${t.home}</title><style>${style}${more.style ?? ''}</style></head>
<body><a class="skip" href="#main">${t.skip}</a><header><b>${t.home}</b><a href="?type=${large ? 'normal' : 'large'}">${large ? t.normal : t.large}</a></header>
<main id="main">${body}</main></body></html>`
}
