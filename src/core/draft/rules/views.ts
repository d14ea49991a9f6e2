import { type CheckGround, type Finding, find, inSentence, type Numbered, wordsAround } from '../finding.ts'
import { englishNumber, shortNumber } from '../number-words.ts'

const watched = /观看|收看|点击|播放|浏览|阅读|曝光|收听|点赞|收视/u
const online = /线上|网络|网上|直播|云端|在线|新媒体|短视频|公众号|抖音|快手|节目|媒体|平台/u

/** Whether a number of times is of an audience online or on the air. */
export function isViews(ground: CheckGround, one: Numbered): boolean {
  if (one.n.unit !== 'person-time') return false
  const { clause, sentence, sentenceBefore } = wordsAround(ground, one)
  if (watched.test(clause)) return true
  return online.test(clause) || (/受众|影响|覆盖|关注|触达/u.test(clause) && online.test(sentenceBefore || sentence))
}

/** R-STAT-02: views are a media measure, never 服务人次 or 参加人次. */
export function viewRules(ground: CheckGround, one: Numbered): Finding[] {
  if (one.n.unitWord === '次' || !isViews(ground, one)) return []
  const { clause } = wordsAround(ground, one)
  const said = watched.exec(clause)
  return [
    find(ground, 'views-as-attendance', one, {
      level: said ? 'note' : 'warning',
      why: said
        ? {
            zh: `“${one.n.text}”是“${said[0]}”，同一个人看几次就有几次，不是人次意义上的参加。`,
            en: `“${one.n.text}” are views: one person may be many; it is not attendance.`,
          }
        : {
            zh: `“${one.n.text}”是线上或媒体的受众，写成了参加的人次。`,
            en: `“${one.n.text}” is an audience online or on the air, written as attendance.`,
          },
    }),
  ]
}

/** So many a session that it cannot have been a hall. */
const crowd = 3000

export function crowdRules(ground: CheckGround, one: Numbered): Finding[] {
  const { n } = one
  if ((n.unit !== 'person-time' && n.unit !== 'person') || n.rhetorical) return []
  const before = inSentence(ground, one).filter((other) => other.n.at < n.at)
  const sessions = before.at(-1)
  if (sessions?.n.unit !== 'session' || sessions.n.rhetorical || n.at - sessions.n.end > 60) return []
  const each = n.value / sessions.n.value
  if (each < crowd) return []
  const per = Number(each.toPrecision(3))
  return [
    find(ground, 'crowd-size', one, {
      other: sessions,
      why: {
        zh: `${sessions.n.text}、${n.text}，平均每${sessions.n.unitWord.slice(0, 1)} ${shortNumber(per)}，只可能是线上或媒体的。`,
        en: `${englishNumber(per)} per session on average: only online or on the air.`,
      },
    }),
  ]
}

/** The same name stands at views here and at attendance there. */
export function viewsAgainst(ground: CheckGround, views: Numbered, attendance: Numbered): Finding | undefined {
  if (attendance.n.unit !== 'person-time' || isViews(ground, attendance)) return undefined
  const name = views.subject.names.find((one) => one.length >= 4 && attendance.subject.names.includes(one))
  if (!name) return undefined
  return find(ground, 'views-as-attendance', views, {
    other: attendance,
    level: 'error',
    why: {
      zh: `“${name}”：这里“${views.n.text}”是线上受众，另一处“${attendance.n.text}”是到场人次，两个数不能比，也不能加。`,
      en: `“${name}”: “${views.n.text}” are views, “${attendance.n.text}” is attendance; they can be neither compared nor added.`,
    },
  })
}
