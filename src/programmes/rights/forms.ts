import { field } from '../../core/field.ts'
import { ageBands, evidenceKinds, evidenceSources, harmSituations } from '../../core/rights-words.ts'

/** One thing that will be done, and by when. */
export const planned = {
  what: field.text({ label: { zh: '做什么', en: 'What' }, class: 'P4', required: true, min: 2, max: 300 }),
  on: field.day({ label: { zh: '哪天前', en: 'By' }, class: 'P1', required: true }),
}

/** Why help is that urgent: words about this matter, no rating of a person. */
export const grading = {
  why: field.text({ label: { zh: '依据', en: 'Why' }, class: 'P4', required: true, min: 2, max: 500 }),
}

export const response = {
  did: field.choices(
    {
      called: { zh: '联系上本人', en: 'Reached her' },
      police: { zh: '已告知110', en: '110 told' },
      shelter: { zh: '已安排庇护', en: 'Shelter arranged' },
      hospital: { zh: '已送医', en: 'Taken to hospital' },
      visited: { zh: '已上门', en: 'Went there' },
      unreachable: { zh: '联系不上，已请公安或嘎查村协助', en: 'Not reached; police or village asked' },
    },
    { label: { zh: '做了什么', en: 'What was done' }, class: 'P4', required: true },
  ),
  notes: field.text({ label: { zh: '情况', en: 'Notes' }, class: 'P4', max: 2000 }),
}

export const reply = {
  way: field.choice(
    {
      face: { zh: '当面', en: 'In person' },
      phone: { zh: '按约定时间电话', en: 'By phone at the safe time' },
      paper: { zh: '书面（本人取）', en: 'On paper, collected by her' },
    },
    { label: { zh: '怎么告诉她的', en: 'How she was told' }, class: 'P1', required: true },
  ),
  said: field.text({ label: { zh: '告诉了什么', en: 'What she was told' }, class: 'P4', required: true, max: 1000 }),
}

export const work = {
  kind: field.choice(
    {
      call: { zh: '电话', en: 'Call' },
      visit: { zh: '走访', en: 'Visit' },
      accompany: { zh: '陪同报警、就医、出庭', en: 'Went with her' },
      coordinate: { zh: '协调部门', en: 'Worked with an agency' },
      legal: { zh: '法律咨询', en: 'Legal advice' },
      counselling: { zh: '心理疏导', en: 'Counselling' },
      shelter: { zh: '庇护', en: 'Shelter' },
      teaching: { zh: '对施暴人法治教育', en: 'Legal education of the abuser' },
    },
    { label: { zh: '做了什么', en: 'What' }, class: 'P1', required: true },
  ),
  notes: field.text({ label: { zh: '记录', en: 'Notes' }, class: 'P4', required: true, min: 2, max: 5000 }),
}

export const followUp = {
  reached: field.choice(
    {
      yes: { zh: '联系上了', en: 'Reached' },
      declined: { zh: '她不愿再被回访', en: 'She wants no more calls' },
      no: { zh: '没联系上', en: 'Not reached' },
    },
    { label: { zh: '是否联系上', en: 'Reached' }, class: 'P1', required: true },
  ),
  safe: field.choice(
    {
      none: { zh: '没有新的暴力', en: 'No new violence' },
      again: { zh: '又发生了', en: 'It happened again' },
      'not-asked': { zh: '与暴力无关', en: 'Does not apply' },
    },
    { label: { zh: '安全情况', en: 'Safety' }, class: 'P4', required: true },
  ),
  notes: field.text({ label: { zh: '她说的', en: 'What she said' }, class: 'P4', max: 2000 }),
  content: field.choice(
    {
      good: { zh: '满意', en: 'Content' },
      fair: { zh: '一般', en: 'So-so' },
      poor: { zh: '不满意', en: 'Not content' },
    },
    { label: { zh: '她对办理的感受（可不答）', en: 'How she found it (optional)' }, class: 'P1' },
  ),
}

export const leaving = {
  words: field.text({ label: { zh: '她的原话', en: 'Her own words' }, class: 'P4', required: true, min: 2, max: 1000 }),
}

export const mediationRequest = {
  other: field.person({ label: { zh: '另一方', en: 'The other party' }, class: 'P2', required: true }),
  facts: field.text({
    label: { zh: '写给调解员的经过', en: 'Facts for the mediator' },
    class: 'P3',
    required: true,
    min: 10,
    max: 5000,
    help: { zh: '只写调解要用的；她另外说的话不带过去。', en: 'Only what mediation needs; nothing else goes over.' },
  }),
}

/** What a mandatory report opens with (R-REP-02: one page, no permission asked). */
export const harmFound = {
  situation: field.choice(harmSituations, {
    label: { zh: '发现的情形', en: 'What was found' },
    class: 'P4',
    required: true,
  }),
  what: field.text({
    label: { zh: '看到、听到了什么', en: 'What was seen or heard' },
    class: 'P4',
    required: true,
    min: 5,
    max: 2000,
  }),
  where: field.text({ label: { zh: '在哪里', en: 'Where' }, class: 'P4', required: true, min: 2, max: 120 }),
  childAge: field.choice(ageBands, { label: { zh: '孩子年龄', en: 'Age' }, class: 'P4', required: true }),
}

export const evidenceItem = {
  kind: field.choice(evidenceKinds, { label: { zh: '哪一种', en: 'Kind' }, class: 'P4', required: true }),
  what: field.text({ label: { zh: '是什么', en: 'What it is' }, class: 'P4', required: true, min: 2, max: 300 }),
  source: field.choice(evidenceSources, { label: { zh: '从哪里来', en: 'From' }, class: 'P4', required: true }),
}
