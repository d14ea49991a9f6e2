import { defineTexts } from '../../kit/i18n.ts'

/** What hangs on a record, on its page. */
export const partsTexts = defineTexts(
  {
    many: (n: number) => `共 ${n} 条`,
    newest: (n: number) => `这里是最新的 ${n} 条。`,
    none: '还没有。',
  },
  {
    many: (n) => `${n} in all`,
    newest: (n) => `The newest ${n}.`,
    none: 'None yet.',
  },
)
