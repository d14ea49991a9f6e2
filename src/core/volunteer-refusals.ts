/** What the house says of shifts, sign-ups and hours of volunteers; part of the one catalogue in refusal-texts.ts. */
export const volunteerRefusals = {
  'signup-closed': {
    status: 409,
    zh: '这个班次现在不收报名（{state}）。',
    en: 'This shift takes no sign-ups now ({state}).',
  },
  'shift-elsewhere': {
    status: 422,
    zh: '这个班次是“{org}”的，请由那里登记报名。',
    en: 'This shift is kept by “{org}”, which takes its sign-ups.',
  },
  'shift-full': {
    status: 409,
    zh: '名额满了（{places} 人），可以候补。',
    en: 'All {places} places are taken. She may go on the waiting list.',
  },
  'shift-overlap': {
    status: 409,
    zh: '她在同一时间有别的班次，不能两头都去。',
    en: 'She has another shift at that time and cannot be at both.',
  },
  'volunteer-needed': {
    status: 422,
    zh: '她还不是在册的志愿者，请先登记、核对证件。',
    en: 'She is not a registered volunteer yet. Please register her and check her document first.',
  },
  'child-check-needed': {
    status: 422,
    zh: '接触孩子的服务，要先有通过了、当天还有效的查询。',
    en: 'Work with children needs a check that was passed and is valid on that day.',
  },
  'training-needed': {
    status: 422,
    zh: '这项服务要先参加培训：{training}。',
    en: 'This service needs training first: {training}.',
  },
  'project-not-recruiting': {
    status: 409,
    zh: '招募项目还没有发布，或已经停止招募。',
    en: 'The project is not recruiting.',
  },
  'children-not-flagged': {
    status: 422,
    zh: '项目接触孩子，班次的“直接接触孩子”要选“是”。',
    en: 'The project is with children: its shift must say so.',
  },
  'signed-in-elsewhere': {
    status: 409,
    zh: '您在另一场服务签到了还没有签退，请先在那里签退，或请队长补记。',
    en: 'You are signed in at another service and not out yet. Sign out there first, or ask its leader.',
  },
  'not-signed-in': {
    status: 409,
    zh: '还没有您的签到，请先签到，或请队长补记。',
    en: 'You have not signed in here. Please sign in first, or ask the leader.',
  },
  'hours-over-shift': {
    status: 422,
    zh: '时长不能超过这个班次的 {minutes} 分钟。',
    en: 'The time cannot be longer than the shift: {minutes} minutes.',
  },
  'hours-overlap': {
    status: 409,
    zh: '名单上有 {count} 人同一时间也记在别的服务里，请核对后去掉重复的。',
    en: '{count} people of this list are also on that of another service at the same time. Please check and take the double ones off.',
  },
  'pair-not-active': {
    status: 409,
    zh: '这一对还没有开始，或已经结束，不能接孩子。',
    en: 'This pair has not begun or has ended: no child is fetched.',
  },
  'nothing-served': {
    status: 422,
    zh: '这段时间里没有已确认的服务时长，不能出证明。',
    en: 'There is no confirmed service time in these days to certify.',
  },
} as const
