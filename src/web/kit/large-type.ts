import { preference } from './preference.ts'

/** 大字 (适老化): raises the root to 125 %; everything is in rem and follows. */
export const largeType = preference<'off' | 'on'>('niangjia.large-type', ['off', 'on'], (value) => {
  if (typeof document === 'undefined') return
  if (value === 'on') document.documentElement.dataset.type = 'large'
  else delete document.documentElement.dataset.type
})
