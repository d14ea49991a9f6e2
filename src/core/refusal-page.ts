import { refusalTexts } from './refusal-texts.ts'

/** docs/refusals.md: every code with its status and both texts, as `npx niangjia refusals` writes it. */
export function refusalPage(): string {
  const rows = Object.entries(refusalTexts).map(
    ([code, { status, zh, en }]) => `| \`${code}\` | ${status} | ${zh} | ${en} |`,
  )
  return [
    '# Refusals',
    '',
    'What the house answers when it cannot do what was asked: a stable code, and a sentence that says what to do.',
    'Written by `npx niangjia refusals`; a test fails when this page is not what the code says.',
    '',
    '| code | status | 中文 | English |',
    '|---|---|---|---|',
    ...rows,
    '',
  ].join('\n')
}
