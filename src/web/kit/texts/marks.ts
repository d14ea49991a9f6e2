import { defineTexts } from '../i18n.ts'

/** Marks that stand on many pages: evidence, privacy, deadlines, masked values. */
export const marksTexts = defineTexts(
  {
    gradeA: '实名',
    gradeB: '有佐证清点',
    gradeC: '估计',
    gradeD: '由旧文件转录',
    grade: (letter: string) => `证据等级 ${letter}`,
    evidence: (parts: string) => `证据 ${parts}`,
    comma: '，',
    privacy: (level: string) => `隐私等级 ${level}`,
    privacyP0: '公开',
    privacyP1: '内部',
    privacyP2: '个人信息',
    privacyP3: '敏感信息',
    privacyP4: '封存',
    legal: '法定',
    service: '承诺',
    late: (days: number) => `过期 ${days} 个工作日`,
    today: '今天',
    soon: (day: string, days: number) => `${day}，${days} 个工作日`,
    left: (day: string, days: number) => `${day}，还有 ${days} 天`,
    lateMinutes: (hours: number, minutes: number) =>
      hours >= 48
        ? `过期 ${Math.floor(hours / 24)} 天`
        : hours > 0
          ? `过期 ${hours} 小时 ${minutes} 分`
          : `过期 ${minutes} 分`,
    leftMinutes: (hours: number, minutes: number) =>
      hours > 0 ? `还有 ${hours} 小时 ${minutes} 分` : `还有 ${minutes} 分`,
    legalLeft: (days: number) => `法定期限还有 ${days} 天`,
    serviceLeft: (days: number) => `服务承诺还有 ${days} 天`,
    reveal: '看原文',
    revealTitle: '看原文要写用途',
    revealNote: '这次查看会记入查看记录。',
    purpose: '用途',
    purposes: (list: 'contact' | 'verify' | 'document' | 'other') =>
      ({ contact: '联系本人', verify: '核对身份', document: '写文书', other: '其他' })[list],
    purposeOther: '写明用途',
    hide: '遮上',
    cancel: '取消',
    close: '关闭',
    show: '查看',
  },
  {
    gradeA: 'identified',
    gradeB: 'counted with evidence',
    gradeC: 'estimate',
    gradeD: 'from a document',
    grade: (letter) => `Evidence grade ${letter}`,
    evidence: (parts) => `Evidence: ${parts}`,
    comma: ', ',
    privacy: (level) => `Privacy class ${level}`,
    privacyP0: 'public',
    privacyP1: 'internal',
    privacyP2: 'personal',
    privacyP3: 'sensitive',
    privacyP4: 'sealed',
    legal: 'By law',
    service: 'Promise',
    late: (days) => `${days} working day${days === 1 ? '' : 's'} late`,
    today: 'Today',
    soon: (day, days) => `${day}, ${days} working day${days === 1 ? '' : 's'}`,
    left: (day, days) => `${day}, ${days} days left`,
    lateMinutes: (hours, minutes) =>
      hours >= 48
        ? `${Math.floor(hours / 24)} days late`
        : hours > 0
          ? `${hours} h ${minutes} min late`
          : `${minutes} min late`,
    leftMinutes: (hours, minutes) => (hours > 0 ? `${hours} h ${minutes} min left` : `${minutes} min left`),
    legalLeft: (days) => `${days} days left by law`,
    serviceLeft: (days) => `${days} days left of the promise`,
    reveal: 'Show the original',
    revealTitle: 'Say what you need it for',
    revealNote: 'This look is recorded.',
    purpose: 'Purpose',
    purposes: (list) =>
      ({ contact: 'Contact her', verify: 'Check identity', document: 'Write a document', other: 'Other' })[list],
    purposeOther: 'State the purpose',
    hide: 'Hide',
    cancel: 'Cancel',
    close: 'Close',
    show: 'Show',
  },
)
