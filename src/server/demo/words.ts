/** Texts of made records. They name no event, campaign or person; titles vary so that lists read like lists. */
export const eveningTitles: readonly (readonly [title: string, theme: string])[] = [
  ['一封家书话家风', 'letters'],
  ['家书里的牵挂', 'letters'],
  ['讲家训 · 传家风', 'letters'],
  ['我家的一句老话', 'letters'],
  ['爷爷留下的家训', 'letters'],
  ['写给孩子的一封信', 'letters'],
  ['邻里一家亲', 'unity'],
  ['石榴籽家庭故事会', 'unity'],
  ['两个民族一家人', 'unity'],
  ['一起走过的三十年', 'unity'],
  ['敬老的那些事', 'elders'],
  ['婆媳同台讲故事', 'elders'],
  ['给父母洗一次脚', 'elders'],
  ['三代人的饭桌', 'elders'],
  ['过日子的学问', 'thrift'],
  ['一本旧账本', 'thrift'],
  ['勤俭持家小故事', 'thrift'],
  ['我家的传家宝', 'thrift'],
  ['清风进家门', 'integrity'],
  ['守好家门口的规矩', 'integrity'],
  ['家庭助廉故事会', 'integrity'],
  ['好家风伴我长大', 'other'],
  ['夏夜乘凉讲家风', 'other'],
  ['蒙古包里的家风故事', 'other'],
  ['炕头上的家风课', 'other'],
]
export const rooms: readonly string[] = [
  '党群服务中心',
  '文化活动室',
  '妇女之家',
  '新时代文明实践站',
  '图书室',
  '多功能厅',
  '会议室',
  '文化广场',
]
export const estimateReasons: readonly string[] = [
  '人多，没有逐个签到',
  '广场活动，按座位估计',
  '签到表缺页，按场地估计',
]

export const sessionTitles: Readonly<Record<string, readonly string[]>> = {
  guidance: ['暑期作业辅导', '家庭教育小课堂', '亲子阅读', '青春期知识讲解', '防诈骗提醒', '禁毒知识讲解'],
  skills: ['手机使用教学', '奶食品制作交流', '刺绣互助', '电商直播练习', '庭院种植交流', '缝纫互助'],
  comfort: ['看望独居老人', '陪老人聊天包饺子', '陪伴留守儿童', '探望困难母亲', '节日上门慰问'],
  daily: ['义务理发', '清扫楼道', '代买代办', '量血压', '整理庭院', '接羔保育帮工', '雨后清淤', '便民缝补'],
  other: ['环境整治', '文艺演出帮忙', '防火巡查宣传', '垃圾分类劝导'],
}
export const teamNames: readonly string[] = [
  '巾帼',
  '萨日朗',
  '马兰花',
  '石榴籽',
  '红柳',
  '金达莱',
  '沙枣花',
  '向日葵',
  '暖心姐姐',
  '草原姐妹',
  '邻家大姐',
  '木棉',
]
export const teamWork: readonly string[] = [
  '看望老人、便民服务',
  '孩子放学后的看护和辅导',
  '环境整治和宣传',
  '技能互助',
  '邻里调和、陪伴',
]

export const disputeTitles: Readonly<Record<string, readonly string[]>> = {
  divorce: ['离婚意愿分歧', '分居后的离婚争议'],
  children: ['子女抚养与探望安排', '抚养费数额争议', '孩子上学由谁接送'],
  property: ['婚后房屋归属', '存款与债务分担', '草场收益分配'],
  elders: ['赡养老人分工', '赡养费分担'],
  'bride-price': ['彩礼返还争议'],
  'in-laws': ['婆媳相处矛盾', '妯娌间的院落纠纷'],
  inheritance: ['老人房屋继承', '草场承包权继承'],
  other: ['家务分工争执', '夫妻沟通问题'],
}
export const disputeFacts: readonly string[] = [
  '申请人说，双方为此事争执已有数月，自己多次提出商量没有结果，希望有人主持谈一次。被申请人说愿意谈，但要求一并说清家里的开支。',
  '申请人希望把各自该承担的写成书面，免得以后反复。被申请人认为自己已经承担了大部分，数额要按实际收入来定。',
  '双方都愿意维持家庭关系，分歧在具体安排上。申请人提出按月、按次约定；被申请人担心牧忙时做不到，希望留出余地。',
  '双方口头约定过一次，后来说法不一。申请人希望重新约定并有见证；被申请人同意，但不接受对过去的指责。',
]
export const mediationNotes: readonly string[] = [
  '分开听了双方的说法，分歧集中在数额和时间，情绪平稳。约好各自回去算一算再谈。',
  '双方坐到一起谈，先说清了事实，各让了一步，剩下的一项下次再定。',
  '请双方各提一个能做到的方案，比较后接近一致，条款逐条念给双方听。',
  '谈到孩子时双方都冷静下来，同意先把孩子的安排定好，其余另议。',
]
export const clauseTexts: Readonly<Record<string, string>> = {
  payment: '按约定的数额分两次付清，付款后出具收条。',
  property: '各自名下的物品归各自所有，共同添置的按清单分配。',
  maintenance: '每月五日前支付子女抚养费，学费另行平均分担。',
  visits: '每月两次探望，提前一天约定时间，寒暑假各住一半。',
  care: '老人每月轮流照料，医药费按约定比例分担。',
}
