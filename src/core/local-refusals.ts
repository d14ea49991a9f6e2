/** What the house says of local programmes; part of the one catalogue in refusal-texts.ts. */
export const localRefusals = {
  'local-pattern': {
    status: 422,
    zh: '办理方式和谁来办对不上：要核对的写明谁核对，要批准的写明谁批准；活动没有“审核、批准”这一种。',
    en: 'Procedure and people do not fit: say who checks, and who approves, where the procedure has it; an activity has no approval.',
  },
  'local-level': {
    status: 422,
    zh: '选的层级超出了本组织的范围，请改选本级或下级。',
    en: 'A level lies outside your organisation. Choose its own or those below.',
  },
  'local-twice': {
    status: 422,
    zh: '“{label}”出现了两次，请改一个名称。',
    en: '“{label}” is there twice. Please rename one.',
  },
  'local-options': {
    status: 422,
    zh: '“{label}”的选项不对：选择题至少两个选项，其他类型没有选项。',
    en: '“{label}”: a choice has at least two options, other questions have none.',
  },
  'local-person-class': {
    status: 422,
    zh: '“{label}”登记的是人，隐私等级至少是 P2。',
    en: '“{label}” names a person: its privacy class is P2 at least.',
  },
  'local-measure': {
    status: 422,
    zh: '指标“{label}”不能这样数：请看看起计的状态和所数的项是否对得上（数量要写单位，钱用“金额”，P3 的项不相加）。',
    en: 'Measure “{label}” cannot count that: check its state and field (a number has a unit, money its own kind, P3 is not added up).',
  },
  'local-changed': {
    status: 422,
    zh: '“{label}”和已启用的一版不是一回事。已有记录按它登记、计数，不能改它的意思：请另加一项，或另建一个项目。',
    en: '“{label}” means another thing than in the version in force. Records count by it: add a new one, or make another programme.',
  },
  'local-in-force': {
    status: 409,
    zh: '这一版已经启用，不能再改。要改请起草新的一版。',
    en: 'This version is in force and stays as it is. Begin a new version to change it.',
  },
} as const
