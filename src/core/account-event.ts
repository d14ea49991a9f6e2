import type { Label } from './unit.ts'

/** What an account's history holds (R-SEC-04), in the words the auditor reads. */
export const accountEvents = {
  'signed-in': { zh: '登录', en: 'Signed in' },
  'signed-out': { zh: '退出', en: 'Signed out' },
  'sign-in-failed': { zh: '登录失败', en: 'Sign-in failed' },
  locked: { zh: '连续输错，已锁定', en: 'Locked after wrong tries' },
  unlocked: { zh: '解锁', en: 'Unlocked' },
  'post-chosen': { zh: '切换岗位', en: 'Switched post' },
  'session-ended': { zh: '退出一台设备', en: 'Signed one device out' },
  'sessions-ended': { zh: '被要求在所有设备退出', en: 'Signed out everywhere by an administrator' },
  'password-changed': { zh: '修改密码', en: 'Changed the password' },
  'password-reset': { zh: '密码被重置', en: 'Password reset by an administrator' },
  'totp-begun': { zh: '开始绑定动态码', en: 'Began setting up two-step sign-in' },
  'totp-enrolled': { zh: '绑定动态码', en: 'Set up two-step sign-in' },
  'totp-reset-asked': { zh: '申请解除动态码', en: 'Asked to take the second step off' },
  'totp-reset-refused': { zh: '不同意解除动态码', en: 'Taking the second step off was refused' },
  'totp-reset': { zh: '两人办理，解除动态码', en: 'Second step taken off by two people' },
  'account-created': { zh: '新建账号', en: 'Account created' },
  'account-disabled': { zh: '停用账号', en: 'Account disabled' },
  'account-enabled': { zh: '恢复账号', en: 'Account enabled again' },
  'post-given': { zh: '给予岗位', en: 'Post given' },
  'post-ended': { zh: '免去岗位', en: 'Post ended' },
  'post-moved': { zh: '组织撤并，岗位随迁', en: 'Post moved by a merger' },
} as const satisfies Record<string, Label>

export type AccountEvent = keyof typeof accountEvents

/** What can be looked at under a purpose (P3/P4), as the trace of the look says it. */
export const readSubjects = {
  person: { zh: '查看个人敏感信息', en: 'Opened a person’s sensitive data' },
  record: { zh: '查看记录敏感内容', en: 'Opened a record’s sensitive content' },
  attachment: { zh: '打开敏感附件', en: 'Opened a sensitive attachment' },
  export: { zh: '导出含敏感信息的表格', en: 'Exported sensitive data' },
} as const satisfies Record<string, Label>
