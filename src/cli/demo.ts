import { openDatabase } from '../server/database/open.ts'
import { demoSignIns, sayProgress } from '../server/demo/first-start.ts'
import { defaultScale, loadDemo } from '../server/demo/load-demo.ts'
import { homeFolder } from '../server/paths.ts'
import { StartupError } from '../server/startup-error.ts'

/** `niangjia demo [--scale S]`: fills an empty database with made records; S = 1 is as many as the articles tell of. */
export async function run(args: string[]): Promise<number> {
  const scale = readScale(args)
  const database = await openDatabase(homeFolder())
  try {
    const outcome = await loadDemo(
      { ...database, region: Number(process.env.NIANGJIA_AREA || 15), say: sayProgress() },
      scale,
    )
    if (outcome !== 'loaded') {
      throw new StartupError(
        '库中已有账号或记录，演示数据只装入空库。换规模请另用一个数据文件夹（NIANGJIA_HOME）。 / The database is not empty; use another data folder.',
      )
    }
    for (const line of demoSignIns()) console.log(line)
    return 0
  } finally {
    await database.stop()
  }
}

function readScale(args: readonly string[]): number {
  const at = args.indexOf('--scale')
  const scale = at < 0 ? defaultScale : Number(args[at + 1])
  if (scale >= 0.001 && scale <= 2) return scale
  throw new StartupError('用法：niangjia demo --scale S，S 从 0.001 到 2。 / S is from 0.001 to 2.')
}
