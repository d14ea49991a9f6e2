import type { Service } from '../../core/service.ts'

/** How the annual review opens each service: what it is for, in a sentence that claims no number. */
export const serviceLeads = {
  family: '立家规、传家训、树家风，把活动办到嘎查村和社区，让好家风在讲述中传开。',
  education: '办好家长学校，组织家庭教育指导，帮助父母学会怎样陪伴孩子成长。',
  rights: '接好每一通来电、每一次来访，登记、转办、回访各有时限，事事有回音。',
  safety: '发现家庭暴力和侵害线索，依法报告，协助申请人身安全保护令，先保人身安全。',
  mediation: '把婚姻家庭纠纷化解在调解室里、在当事人的自愿里。',
  legal: '请律师坐到群众身边，答疑、代写、引荐法律援助。',
  screening: '定期排查婚姻家庭矛盾和人身安全风险，早发现、早上门。',
  dandelion: '以项目办实事，申请、评审、拨付、验收都在账上。',
  relief: '为患病妇女、困难家庭和学生送去救助，每一笔都对得上申请和到账。',
  gifts: '募集的款物入库有单、发放有名册，受赠家庭签收为凭。',
  insurance: '组织妇女参加安康保险，投保、理赔逐户登记。',
  health: '巡诊车下乡，健康讲座进村，帮助妇女把病看在早处。',
  care: '与有困难的妇女儿童结成对子，常走动、常问候、记清每一次需要。',
  honours: '评选表彰家庭、个人和集体，推荐、公示、审批各由不同的人把关。',
  matchmaking: '为单身青年搭桥，倡导简约婚礼，抵制高价彩礼。',
  homecare: '培训家政服务人员，帮助她们就业，让雇主找得到、信得过。',
  employment: '举办招聘和技能培训，帮助妇女在家门口就业创业。',
  finance: '与金融机构一道为创业妇女提供贷款和贴息。',
  visits: '执委走进家门听诉求，需要帮助的逐件转办，办结后回头再看。',
  volunteering: '巾帼志愿者和服务队常年在身边，按场次和时长登记服务。',
  outreach: '宣讲党的声音，讲好身边妇女的故事，线上线下各按各的口径统计。',
  cooperation: '与毗邻地区互通经验、共办活动，协议和成果一一留档。',
  policy: '推动妇女儿童发展规划落实，监测指标按年读数。',
  organising: '健全各级妇联组织，换届、增设、结对都有登记，让妇联组织在身边。',
} as const satisfies Record<Service, string>
