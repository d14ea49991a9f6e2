/**
 * People counted on 1 November 2020, in 万: 第七次全国人口普查公报（第三号）, 地区人口. Every line agrees with two copies of that
 * table published elsewhere, to the decimal kept here. A house that knows its own population gives that instead.
 */
const census: Readonly<Record<string, number>> = {
  北京: 2189.3,
  天津: 1386.6,
  河北: 7461.0,
  山西: 3491.6,
  内蒙古: 2404.9,
  辽宁: 4259.1,
  吉林: 2407.3,
  黑龙江: 3185.0,
  上海: 2487.1,
  江苏: 8474.8,
  浙江: 6456.8,
  安徽: 6102.7,
  福建: 4154.0,
  江西: 4518.9,
  山东: 10152.7,
  河南: 9936.6,
  湖北: 5775.3,
  湖南: 6644.5,
  广东: 12601.3,
  广西: 5012.7,
  海南: 1008.1,
  重庆: 3205.4,
  四川: 8367.5,
  贵州: 3856.2,
  云南: 4720.9,
  西藏: 364.8,
  陕西: 3952.9,
  甘肃: 2502.0,
  青海: 592.4,
  宁夏: 720.3,
  新疆: 2585.2,
}

/** The whole country, in 万, rounded up: 1,411,778,724 in the same copies. */
const nation = 141_178

/**
 * The leagues and cities of Inner Mongolia the same day, in persons: 内蒙古自治区第七次全国人口普查公报, as quoted at
 * kjkxun.com/news/37333.html; the twelve add up to the region's 24,049,155.
 */
const leagues: Readonly<Record<string, number>> = {
  呼和浩特: 3_446_100,
  包头: 2_709_378,
  乌海: 556_621,
  赤峰: 4_035_967,
  通辽: 2_873_168,
  鄂尔多斯: 2_153_638,
  呼伦贝尔: 2_242_875,
  巴彦淖尔: 1_538_715,
  乌兰察布: 1_706_328,
  兴安盟: 1_416_929,
  锡林郭勒: 1_107_075,
  阿拉善: 262_361,
}

/**
 * The division a text is about, with its people: the country's federations; a province when the text speaks for a whole one; a
 * league of Inner Mongolia when it speaks for a whole league or city. Of several the name said most often.
 */
export function populationOf(text: string): { name: string; people: number } | undefined {
  if (/全国妇联系统|全国各级妇联/u.test(text)) return { name: '全国', people: nation * 10_000 }
  const wide = count(text, /全区|全省|自治区妇联|省妇联|自治区党委|省委/gu)
  const narrow = count(text, /全市|全县|全旗|全盟|市妇联|县妇联|区妇联(?<!自治区妇联)|旗妇联|盟妇联|市委/gu)
  if (narrow > wide) {
    // 全旗, 全县: smaller than any we know. 全市 may be a banner's city too: then its league's people are an upper bound.
    return /全旗|全县|旗妇联|县妇联/u.test(text) ? undefined : saidMost(text, leagues, 1)
  }
  return wide === 0 ? undefined : saidMost(text, census, 10_000)
}

function saidMost(text: string, among: Readonly<Record<string, number>>, unit: number) {
  const [first] = Object.entries(among)
    .map(([name, people]) => ({ name, people: people * unit, times: count(text, new RegExp(name, 'gu')) }))
    .filter(({ times }) => times > 0)
    .sort((a, b) => b.times - a.times)
  return first && { name: first.name, people: first.people }
}

const count = (text: string, pattern: RegExp) => text.match(pattern)?.length ?? 0
