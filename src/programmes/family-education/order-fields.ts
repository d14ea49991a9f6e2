import { field } from '../../core/field.ts'

/** Who asks parents to take guidance, and by what paper (家庭教育促进法 第四十八、四十九条; 未成年人保护法 第一百一十八条). */
export const orderKinds = {
  order: { zh: '法院家庭教育指导令', en: 'Court order for guidance' },
  supervision: { zh: '检察机关督促监护令', en: 'Procuratorate’s supervision order' },
  police: { zh: '公安机关责令接受指导', en: 'Police order' },
  advice: { zh: '督促接受家庭教育指导建议', en: 'Advice to take guidance' },
} as const

export const attendedSession = {
  attended: field.yesNo({ label: { zh: '家长来了', en: 'The parent came' }, class: 'P3', required: true }),
  excused: field.yesNo({ label: { zh: '没来，事先说明了理由', en: 'Did not come, with a reason' }, class: 'P3' }),
  minutes: field.integer({
    label: { zh: '时长', en: 'Length' },
    class: 'P3',
    max: 600,
    unitLabel: { zh: '分钟', en: 'minutes' },
  }),
  note: field.text({ label: { zh: '记要', en: 'Note' }, class: 'P3', required: true, min: 2, max: 3000 }),
}

export const assessment = {
  assessed: field.text({
    label: { zh: '简要评估', en: 'Short assessment' },
    class: 'P3',
    required: true,
    min: 5,
    max: 2000,
  }),
}

export const told = {
  toldTo: field.text({ label: { zh: '告诉了谁', en: 'Who was told' }, class: 'P2', required: true, max: 80 }),
  howTold: field.text({
    label: { zh: '怎么告诉的（文号、日期）', en: 'How (number, date)' },
    class: 'P2',
    required: true,
    max: 120,
  }),
}

export const moving = { to: field.org({ label: { zh: '转到哪里', en: 'To' }, class: 'P1', required: true }) }

export const orderFields = {
  topic: field.choice(
    { paper: { zh: '部门文书登记', en: 'Paper of an agency' } },
    { label: { zh: '事项名称', en: 'Title' }, class: 'P1', required: true },
  ),
  receivedOn: field.day({ label: { zh: '收到日期', en: 'Received on' }, class: 'P1', required: true, past: true }),
  kind: field.choice(orderKinds, { label: { zh: '哪种文书', en: 'Paper' }, class: 'P3', required: true }),
  issuer: field.text({ label: { zh: '出具单位', en: 'Issued by' }, class: 'P3', required: true, max: 80 }),
  documentNo: field.text({ label: { zh: '文书号', en: 'Document no.' }, class: 'P3', required: true, max: 60 }),
  issuedOn: field.day({ label: { zh: '出具日期', en: 'Issued on' }, class: 'P3', required: true, past: true }),
  parent: field.person({ label: { zh: '家长', en: 'Parent' }, class: 'P4', required: true }),
  childInitials: field.text({
    label: { zh: '孩子姓名首字母', en: 'Child’s initials' },
    class: 'P4',
    required: true,
    max: 10,
    help: { zh: '只写首字母和出生年，不写全名。', en: 'Initials and year of birth only.' },
  }),
  childYear: field.integer({
    label: { zh: '孩子出生年', en: 'Child’s year of birth' },
    class: 'P4',
    required: true,
    min: 1990,
    max: 2100,
  }),
  reason: field.choice(
    {
      neglect: { zh: '怠于履行家庭教育责任', en: 'Neglect of duty' },
      conduct: { zh: '孩子有严重不良行为', en: 'Grave misconduct of the child' },
      offence: { zh: '孩子犯罪', en: 'An offence of the child' },
      harm: { zh: '孩子受到侵害', en: 'Harm to the child' },
      divorce: { zh: '离婚纠纷中监护不当', en: 'Care in a divorce' },
      other: { zh: '其他', en: 'Other' },
    },
    { label: { zh: '事由', en: 'Reason' }, class: 'P4', required: true },
  ),
  sessions: field.integer({
    label: { zh: '文书要求次数', en: 'Sessions required' },
    class: 'P3',
    required: true,
    min: 1,
    max: 60,
    unitLabel: { zh: '次', en: 'sessions' },
  }),
  periodTo: field.day({ label: { zh: '文书写明的期限', en: 'To be done by' }, class: 'P3', required: true }),
  contact: field.text({
    label: { zh: '出具单位联系人', en: 'Contact of the issuer' },
    class: 'P3',
    required: true,
    max: 80,
  }),
  goals: field.text({ label: { zh: '指导目标', en: 'Goals' }, class: 'P3', required: true, min: 2, max: 1000 }),
  plan: field.text({ label: { zh: '怎么安排', en: 'Plan' }, class: 'P3', required: true, min: 2, max: 2000 }),
  guide: field.text({ label: { zh: '指导者', en: 'Guide' }, class: 'P3', required: true, max: 60 }),
}
