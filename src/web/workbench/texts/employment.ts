import { defineTexts } from '../../kit/i18n.ts'

/** Job posts: what the check of their wording found. */
export const employmentTexts = defineTexts(
  {
    wording: '用语检查',
    clean: '没有发现歧视和违规的话。系统只看字面，审的人还要读一遍。',
    found: (count: number) => `${count} 处要改`,
    stops: '下面这些话改掉以前，岗位发不出去。',
    where: '在',
    law: '依据',
    mend: '怎么改',
    colon: '：',
  },
  {
    wording: 'Wording',
    clean: 'No discriminating or unlawful words were found. The check reads letters only; a person reads it too.',
    found: (count: number) => (count === 1 ? '1 to mend' : `${count} to mend`),
    stops: 'Until these words are mended the post cannot be published.',
    where: 'In',
    law: 'Law',
    mend: 'How to mend it',
    colon: ': ',
  },
)
