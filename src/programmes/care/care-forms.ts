import { field } from '../../core/field.ts'

export const visit = {
  way: field.choice(
    {
      home: { zh: '入户', en: 'At home' },
      school: { zh: '学校', en: 'At school' },
      phone: { zh: '电话、视频', en: 'By phone or video' },
    },
    { label: { zh: '怎么看的', en: 'How' }, class: 'P1', required: true },
  ),
  met: field.yesNo({ label: { zh: '见到本人', en: 'She was met' }, class: 'P1', required: true }),
  safe: field.choice(
    {
      yes: { zh: '安全', en: 'Safe' },
      no: { zh: '不安全', en: 'Not safe' },
      unknown: { zh: '说不准', en: 'Not clear' },
    },
    { label: { zh: '安全吗', en: 'Is she safe' }, class: 'P4', required: true },
  ),
  found: field.text({
    label: { zh: '看到的情况', en: 'What was found' },
    class: 'P4',
    required: true,
    min: 10,
    max: 2000,
  }),
  todo: field.text({ label: { zh: '要办的事', en: 'What is to be done' }, class: 'P3', max: 500 }),
}

export const review = {
  goOn: field.choice(
    {
      same: { zh: '照原计划继续', en: 'Go on as planned' },
      changed: { zh: '计划已调整，继续', en: 'Go on, plan changed' },
    },
    { label: { zh: '复核结果', en: 'Result' }, class: 'P1', required: true },
  ),
  why: field.text({
    label: { zh: '现在怎么样', en: 'How she is now' },
    class: 'P3',
    required: true,
    min: 2,
    max: 1000,
  }),
}

export const leaving = {
  why: field.choice(
    {
      better: { zh: '困难解除', en: 'No longer in need' },
      home: { zh: '父母回到身边', en: 'Parents are back' },
      grown: { zh: '年满十八岁', en: 'Grown up' },
      moved: { zh: '搬走', en: 'Moved away' },
      wish: { zh: '本人或监护人不要了', en: 'Her own wish' },
      died: { zh: '去世', en: 'Died' },
    },
    { label: { zh: '为什么结束', en: 'Why it ends' }, class: 'P3', required: true },
  ),
}

export const handing = {
  to: field.org({ label: { zh: '转到哪个妇联', en: 'To which federation' }, class: 'P1', required: true }),
}
