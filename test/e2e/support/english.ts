import type { Page } from 'playwright-core'

/** Where an answer holds what people wrote or how they and their organisations are called; every other text is ours. */
const written = new Set(['name', 'displayName', 'short', 'shortName', 'orgName', 'title', 'place', 'path', 'fileName'])
const writtenWhole = new Set(['answers', 'heads'])
// A line 'detail' is what a record is called, its number, who keeps it; its last part is the state, in our words.

/**
 * Watches what the server answers, so that Chinese words of data (names, titles, places) can be told from words of the
 * page. The Chinese half of a definition's label is not data: a page in English must take the other half.
 */
export function watchData(page: Page): () => Promise<string> {
  const answers: Promise<string>[] = []
  page.on('response', (response) => {
    if (!response.url().includes('/api/v1/') || !response.headers()['content-type']?.includes('json')) return
    answers.push(
      response.json().then(
        (body) => textsOf(body).join('\n'),
        () => '',
      ),
    )
  })
  return async () => (await Promise.all(answers)).join('\n')
}

function textsOf(value: unknown, key = '', whole = false): string[] {
  if (typeof value === 'string') {
    if (key === 'detail') return value.split(' · ').slice(0, -1)
    return whole || written.has(key) ? [value] : []
  }
  if (Array.isArray(value)) return value.flatMap((one) => textsOf(one, key, whole))
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([inner, one]) => textsOf(one, inner, whole || writtenWhole.has(inner)))
}

/** Chinese on the screen that is no data: text, and what is read aloud or shown on hovering. */
export async function chineseOf(page: Page, data: string): Promise<string[]> {
  const shown = await page.evaluate(() => {
    const texts: string[] = [document.title]
    const own = (element: Element | null) => element?.closest('[lang]') === document.documentElement
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
    for (let node = walker.nextNode(); node; node = walker.nextNode())
      if (own(node.parentElement)) texts.push(node.textContent ?? '')
    for (const element of document.querySelectorAll('[aria-label], [title], [placeholder], [alt]'))
      for (const name of ['aria-label', 'title', 'placeholder', 'alt'])
        if (own(element)) texts.push(element.getAttribute(name) ?? '')
    return texts
  })
  const words = shown.flatMap((text) => text.match(/\p{Script=Han}+/gu) ?? [])
  return [...new Set(words)].filter((word) => !data.includes(word))
}
