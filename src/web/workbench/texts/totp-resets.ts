import { defineTexts } from '../../kit/i18n.ts'

/** A lost device of the second step: one asks, another confirms. */
export const totpResetTexts = defineTexts(
  {
    task: '解除动态码',
    title: '丢了动态码设备，等第二个人核实',
    askTitle: (name: string) => `解除动态码 · ${name}`,
    ask: '提出申请',
    askSecond: '要由另一位账号管理员或安全岗核实后才生效。',
    askWhat: '生效后她在所有设备退出，密码不变；下次登录重新绑定动态码。',
    askHow: '请先当面或打她留下的电话，确认是她本人。',
    reason: '怎么丢的，怎么确认是她本人',
    line: (name: string, org: string) => `${name} · ${org}`,
    asked: (name: string, at: string) => `${name} ${at} 提出`,
    waits: '等另一个人核实',
    agree: '同意解除',
    agreeNote: '请先自己确认是她本人，不要只听申请人说。同意后她立即在所有设备退出，并会看到一条提醒。',
    refuse: '不同意',
    refuseNote: '动态码保持不变。办理经过留在她的账号记录里。',
  },
  {
    task: 'Take off the second step',
    title: 'Lost second-step devices waiting for a second person',
    askTitle: (name) => `Take off the second step · ${name}`,
    ask: 'Ask for it',
    askSecond: 'It takes effect when another administrator or a security post has confirmed it.',
    askWhat:
      'She is then signed out everywhere; her password stays, and she sets up a new device when she next signs in.',
    askHow: 'First make sure that it is she: face to face, or by the phone number she gave.',
    reason: 'How it was lost, and how you know that it is she',
    line: (name, org) => `${name} · ${org}`,
    asked: (name, at) => `asked by ${name}, ${at}`,
    waits: 'waiting for another person',
    agree: 'Agree',
    agreeNote:
      'Make sure yourself that it is she; do not take the other person’s word. She is signed out everywhere at once and is told.',
    refuse: 'Refuse',
    refuseNote: 'Her second step stays. What happened is kept in her account’s history.',
  },
)
