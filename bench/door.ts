import { v7 } from 'uuid'
import { ask, type Context, places } from './context.ts'
import { measure } from './measure.ts'

/** So many women sign in at the door of one evening at once, each on her own phone, each unknown before. */
const phones = 40

export async function benchDoor({ bench, app, scale, row, fact }: Context): Promise<void> {
  const { rows } = await bench.raw.query<{ code: number }>(
    `SELECT code FROM organisations WHERE level = 'village' AND code BETWEEN $1 AND $1 + 9999999999 LIMIT 1`,
    [places.banner],
  )
  const chair = await bench.signIn('chair', rows[0]?.code ?? places.banner)
  const id = v7()
  const heldOn = new Date().toISOString().slice(0, 10)
  await ask(app, chair, 'POST', '/records/family-story', {
    id,
    actionId: v7(),
    answers: { title: '家风故事分享会', heldOn, place: '文化活动室' },
  })
  const { code } = JSON.parse(await ask(app, chair, 'POST', `/records/family-story/${id}/sign-in-code`, {}))
  let next = 0
  const knock = async () => {
    const form = new URLSearchParams({ id: v7(), name: '乌日娜', phone: `1380000${String(next++).padStart(4, '0')}` })
    const { status, text } = await app.client.send(
      'POST',
      `/s/${code}`,
      { 'content-type': 'application/x-www-form-urlencoded' },
      form.toString(),
    )
    if (status !== 200) throw new Error(`sign-in: ${status} ${text.slice(0, 200)}`)
  }
  const ours = await measure(knock, { clients: phones, seconds: 0, atLeast: 1, warm: 0 })
  row({ part: 'Door', what: 'sign in by code, all at once', scale, ours, goal: { p95: 1000 } })
  const listed = JSON.parse(await ask(app, chair, 'GET', `/records/family-story/${id}`)).attendance.people
  fact({
    part: 'Door',
    what: 'women on the list',
    value: `${listed} of ${phones}`,
    goal: 'all',
    met: listed === phones,
  })
}
