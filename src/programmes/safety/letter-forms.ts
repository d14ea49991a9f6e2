import { field } from '../../core/field.ts'

export const letterVisit = {
  who: field.choices(
    {
      police: { zh: '公安', en: 'Police' },
      village: { zh: '嘎查村（居）委会', en: 'Village committee' },
      federation: { zh: '妇联', en: 'Federation' },
    },
    { label: { zh: '谁去的', en: 'Who went' }, class: 'P1', required: true },
  ),
  reached: field.yesNo({ label: { zh: '见到或联系上她', en: 'She was reached' }, class: 'P1', required: true }),
  again: field.yesNo({ label: { zh: '又发生了暴力', en: 'Violence again' }, class: 'P4', required: true }),
  notes: field.text({ label: { zh: '情况', en: 'Notes' }, class: 'P4', max: 2000 }),
}
