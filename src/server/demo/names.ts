import { Chance } from './chance.ts'
import { indexOfId } from './made-id.ts'

/** Made names only: common family and given names put together by chance, so that no list of real people stands behind them. */
const families = [
  ...'王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧程曹袁邓许傅沈曾彭吕苏卢蒋蔡贾丁魏薛叶阎余潘杜戴夏钟汪田任姜范方石姚谭廖邹熊金陆郝孔白崔康毛邱秦江史顾侯邵孟龙万段雷钱汤尹黎易常武乔贺赖龚文',
]
const womanOne = [
  ...'芳娜敏静丽艳娟霞燕玲萍红梅英兰凤洁琴云莲荣爱妹香月莺媛瑞凡佳嘉琼勤珍贞莉桂娣叶璧璐娅琦晶妍茜秋珊莎锦黛青倩婷姣婉娴瑾颖露瑶怡婵雁蓓纨仪荷丹蓉眉君琴蕊薇菁梦岚苑婕馨瑗琰韵融园艺咏卿聪澜纯毓悦昭冰爽琬茗羽希宁欣飘育滢馥',
]
const womanTwo = [...'秀玉淑桂春晓雪海美文小慧志建亚金红月素凤']
const manOne = [...'伟强磊军洋勇杰涛明超刚平辉鹏华飞鑫波斌宇浩凯健俊帆帅旭宁龙林欢佳阳建亮成']
const manTwo = [...'建国志文海永玉德明晓春长金福']

/** Mongolian names, of one piece and without a family name (R-ACC-05). */
const mongolWomen = [
  '其其格',
  '乌日娜',
  '娜仁',
  '托娅',
  '高娃',
  '塔娜',
  '图雅',
  '萨仁',
  '苏布德',
  '格日勒',
  '阿茹娜',
  '乌仁',
  '敖登',
  '娜布其',
  '斯日古楞',
  '哈斯',
  '乌云',
  '萨日娜',
  '阿拉坦',
  '琪木格',
  '娜日苏',
  '莲花',
  '金花',
  '索龙嘎',
  '乌兰',
  '通拉嘎',
  '安吉斯',
  '伊茹',
  '诺敏',
  '苏日娜',
  '南丁',
  '希吉日',
]
const mongolWomenTwo = ['其其格', '高娃', '托娅', '图雅', '花', '塔娜', '格日勒', '琪琪格', '娜', '珠拉']
const mongolMen = [
  '巴特尔',
  '巴图',
  '苏和',
  '朝鲁',
  '宝音',
  '那仁',
  '布和',
  '额尔德木图',
  '呼格吉勒',
  '哈斯巴根',
  '斯琴',
  '阿拉腾',
  '青格勒',
  '孟和',
  '特木尔',
  '达来',
  '吉日嘎拉',
  '满都拉',
  '苏雅拉',
  '格日乐图',
  '毕力格',
  '乌力吉',
  '敖其尔',
  '道尔吉',
  '宝力道',
  '乌日图',
  '铁木尔',
  '牧仁',
]

const mongolShare: Readonly<Record<number, number>> = {
  1529: 0.5,
  1525: 0.5,
  1505: 0.5,
  1522: 0.45,
  1506: 0.3,
  1507: 0.25,
}

/** The made name of a person: the same wherever she is written down. */
export const nameOf = (person: string, area: number, gender: 'female' | 'male' = 'female'): string =>
  madeName(new Chance(indexOfId(person)), area, gender)

/** In the pastoral leagues more of them Mongolian. */
export function madeName(chance: Chance, area: number, gender: 'female' | 'male'): string {
  const women = gender === 'female'
  if (chance.happens(mongolShare[area] ?? 0.15)) {
    const first = chance.pick(women ? mongolWomen : mongolMen)
    if (!women || chance.happens(0.55)) return first
    const second = chance.pick(mongolWomenTwo)
    return first.includes(second) || first.length > 3 ? first : first + second
  }
  const family = chance.pick(families)
  const last = chance.pick(women ? womanOne : manOne)
  return chance.happens(0.7) ? family + chance.pick(women ? womanTwo : manTwo) + last : family + last
}
