import { field } from '../../core/field.ts'

export const training = {
  topic: field.text({ label: { zh: '培训内容', en: 'Topic' }, class: 'P1', required: true, min: 2, max: 80 }),
  hours: field.integer({
    label: { zh: '学时', en: 'Hours' },
    class: 'P1',
    required: true,
    min: 1,
    max: 80,
    unitLabel: { zh: '学时', en: 'hours' },
  }),
}
