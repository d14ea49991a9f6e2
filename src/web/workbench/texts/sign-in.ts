import { defineTexts } from '../../kit/i18n.ts'

export const signInTexts = defineTexts(
  {
    pageTitle: '登录 · 娘家工作台',
    title: '登录工作台',
    name: '账号',
    password: '密码',
    totp: '动态码',
    totpHint: '打开手机上的验证器，填 6 位数字。',
    signIn: '登录',
    signingIn: '正在登录…',
    showPassword: '显示密码',
    hidePassword: '遮上密码',
    language: 'English',
    largeType: '大字',
    demo: '演示账号，点一下就登录',
  },
  {
    pageTitle: 'Sign in · Niangjia workbench',
    title: 'Sign in to the workbench',
    name: 'Account',
    password: 'Password',
    totp: 'Code',
    totpHint: 'Open the authenticator on your phone and enter its 6 digits.',
    signIn: 'Sign in',
    signingIn: 'Signing in…',
    showPassword: 'Show the password',
    hidePassword: 'Hide the password',
    language: '中文',
    largeType: 'Large type',
    demo: 'Demo accounts: one press signs in',
  },
)
