import { defineTexts } from '../i18n.ts'

/** Forms and their fields. */
export const formTexts = defineTexts(
  {
    cancel: '取消',
    sending: '正在存…',
    optional: '选填',
    needed: '请填写这一项。',
    tooShort: (least: number) => `至少 ${least} 个字。`,
    notBelow: (least: string) => `不能小于 ${least}。`,
    notAbove: (most: string) => `不能大于 ${most}。`,
    wrongForm: '写法不对，请改一改。',
    pickAnother: '换一个',
    copy: '复制',
    copied: '已复制',
  },
  {
    cancel: 'Cancel',
    sending: 'Saving…',
    optional: 'optional',
    needed: 'Please fill this in.',
    tooShort: (least) => `At least ${least} characters.`,
    notBelow: (least) => `Not below ${least}.`,
    notAbove: (most) => `Not above ${most}.`,
    wrongForm: 'This is not written as it should be.',
    pickAnother: 'Change',
    copy: 'Copy',
    copied: 'Copied',
  },
)
