import { defineTexts } from '../../kit/i18n.ts'

export const frameTexts = defineTexts(
  {
    demo: '演示数据 · 非真实统计',
    choosePost: '用哪个岗位工作？',
    noPosts: '这个账号还没有岗位，请本级账号管理员办理。',
    passwordFirst: '先改初始密码',
    passwordNote: '初始密码别人也知道。改好以后再开始工作。',
    totpFirst: '先绑定动态码',
    totpNote: '这个岗位能看敏感信息，登录要多一步手机动态码。',
    toAccount: '去我的账号',
    foundServices: '服务',
    foundMeasures: '指标',
    foundOrgs: '组织',
  },
  {
    demo: 'Demonstration data · not real statistics',
    choosePost: 'Which post are you working under?',
    noPosts: 'This account has no post yet. Ask your administrator.',
    passwordFirst: 'Change the first password',
    passwordNote: 'Someone else knows the first password. Change it, then start.',
    totpFirst: 'Set up the second step',
    totpNote: 'This post sees sensitive data: signing in takes a code from your phone as well.',
    toAccount: 'To my account',
    foundServices: 'Services',
    foundMeasures: 'Measures',
    foundOrgs: 'Organisations',
  },
)
