/** 第七次全国人口普查公报（第三号）, 1 November 2020, in 万. A house that knows its own population gives that instead. */
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

const nation = 141_178

/** The province a text is about, with its people: the name said most often, when the text speaks for a whole province. */
export function populationOf(text: string): { name: string; people: number } | undefined {
  if (/全国妇联系统|全国各级妇联/u.test(text)) return { name: '全国', people: nation * 10_000 }
  const wide = count(text, /全区|全省|自治区妇联|省妇联|自治区党委|省委/gu)
  const narrow = count(text, /全市|全县|全旗|全盟|市妇联|县妇联|区妇联(?<!自治区妇联)|旗妇联|盟妇联|市委/gu)
  if (wide === 0 || narrow > wide) return undefined
  const [first] = Object.entries(census)
    .map(([name, people]) => ({ name, people: people * 10_000, times: count(text, new RegExp(name, 'gu')) }))
    .filter(({ times }) => times > 0)
    .sort((a, b) => b.times - a.times)
  return first && { name: first.name, people: first.people }
}

const count = (text: string, pattern: RegExp) => text.match(pattern)?.length ?? 0
