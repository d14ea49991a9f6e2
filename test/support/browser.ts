import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir, userInfo } from 'node:os'
import { dirname, join } from 'node:path'
import { type Browser, chromium, type Page } from 'playwright-core'
import { fontconfig, writeFonts } from './fonts.ts'

const { resolve } = createRequire(import.meta.url)

export const desktop = { width: 1280, height: 800 }
export const phone = { width: 390, height: 844 }

/** A real Chromium from npm, headless, as root too, with Chinese fonts and no traffic of its own. Close it yourself. */
export async function launchBrowser(): Promise<Browser> {
  const { executable, fonts } = await unpackChromium()
  const quiet = [
    '--disable-background-networking',
    '--disable-component-update',
    '--disable-domain-reliability',
    '--no-pings',
  ]
  return chromium.launch({
    executablePath: executable,
    args: ['--no-sandbox', '--disable-dev-shm-usage', '--font-render-hinting=none', '--lang=zh-CN', ...quiet],
    env: {
      ...(process.env as Record<string, string>),
      ...libraryPath(executable),
      FONTCONFIG_PATH: fonts,
      FONTCONFIG_FILE: join(fonts, 'fonts.conf'),
    },
  })
}

/** Runs axe over the page as it stands (WCAG 2.2 A and AA): gives one line per violation; expect none. */
export async function checkAxe(page: Page): Promise<string[]> {
  // As the debugger's own script: the house's content security policy lets no other in.
  await page.evaluate(readFileSync(resolve('axe-core/axe.min.js'), 'utf8'))
  return page.evaluate(
    async (tags) => {
      const { axe } = window as unknown as { axe: { run: (options: unknown) => Promise<{ violations: Violation[] }> } }
      type Violation = { id: string; help: string; nodes: { target: string[]; failureSummary?: string }[] }
      const { violations } = await axe.run({ runOnly: { type: 'tag', values: tags } })
      return violations.flatMap(({ id, help, nodes }) =>
        nodes.map((node) => `${id}: ${help} — ${node.target.join(' ')} ${node.failureSummary ?? ''}`),
      )
    },
    ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'],
  )
}

/** Unpacked once per version and user into a folder that appears whole, so that workers starting together do not clash. */
async function unpackChromium(): Promise<{ executable: string; fonts: string }> {
  const folder = join(tmpdir(), `niangjia-chromium-147-${userInfo().uid}`)
  if (!existsSync(folder)) {
    const draft = `${folder}.${process.pid}`
    mkdirSync(draft, { mode: 0o700 })
    await unpackPackage(draft)
    writeFonts(join(draft, 'fonts'))
    writeFileSync(join(draft, 'fonts', 'fonts.conf'), fontconfig(join(folder, 'fonts')))
    try {
      renameSync(draft, folder)
    } catch {
      rmSync(draft, { recursive: true, force: true })
    }
  }
  if (statSync(folder).uid !== userInfo().uid) throw new Error(`${folder} belongs to another user`)
  return { executable: join(folder, 'chromium'), fonts: join(folder, 'fonts') }
}

/** The package unpacks to the temporary folder, and its libraries only where it believes it is in a cloud function. */
async function unpackPackage(folder: string): Promise<void> {
  const held = { ...process.env }
  Object.assign(process.env, { TMPDIR: folder, AWS_LAMBDA_JS_RUNTIME: 'nodejs20.x' })
  try {
    const { default: sparticuz } = await import('@sparticuz/chromium')
    await sparticuz.executablePath()
  } finally {
    for (const name of ['TMPDIR', 'AWS_LAMBDA_JS_RUNTIME', 'LD_LIBRARY_PATH', 'FONTCONFIG_PATH', 'HOME']) {
      if (held[name] === undefined) delete process.env[name]
      else process.env[name] = held[name]
    }
  }
}

/** The libraries that come with the browser stand in only where the system lacks one. */
function libraryPath(executable: string): Record<string, string> {
  const { stdout } = spawnSync('ldd', [executable], { encoding: 'utf8' })
  return stdout?.includes('not found') ? { LD_LIBRARY_PATH: join(dirname(executable), 'al2023', 'lib') } : {}
}
