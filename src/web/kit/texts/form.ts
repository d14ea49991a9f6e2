import { defineTexts } from '../i18n.ts'

/** Forms and their fields. */
export const formTexts = defineTexts(
  {
    cancel: '取消',
    sending: '正在存…',
    optional: '选填',
    pickAnother: '换一个',
    copy: '复制',
    copied: '已复制',
  },
  {
    cancel: 'Cancel',
    sending: 'Saving…',
    optional: 'optional',
    pickAnother: 'Change',
    copy: 'Copy',
    copied: 'Copied',
  },
)
