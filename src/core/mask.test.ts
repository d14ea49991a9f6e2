import { expect, it } from 'vitest'
import { maskAddress, maskDocumentNumber, maskName, maskPhone } from './mask.ts'

it('keeps the first character of a name, as the eye sees it', () => {
  expect(['王小花', '王五', '巴', ' 苏日娜', '𠮷田', 'é́a', ''].map(maskName)).toEqual([
    '王*',
    '王*',
    '巴*',
    '苏*',
    '𠮷*',
    'é́*',
    '',
  ])
})

it('hides the middle of numbers, never the birth date open', () => {
  expect(['13800001234', '0471-2345678', '1234', ''].map(maskPhone)).toEqual(['138****1234', '0471-****78', '****', ''])
  expect(maskDocumentNumber('150000199005061234')).toBe('150***********1234')
  expect(['E12345678', 'E12345', ''].map(maskDocumentNumber)).toEqual(['****78', '****', ''])
})

it('keeps the divisions of an address', () => {
  expect(maskAddress('内蒙古自治区呼和浩特市新城区海拉尔大街3号')).toBe('内蒙古自治区呼和浩特市新城区****')
  expect(maskAddress('阿拉善盟阿拉善左旗巴彦浩特镇')).toBe('阿拉善盟阿拉善左旗****')
  expect(maskAddress('赤峰市阳光小区5栋')).toBe('赤峰市****')
  expect(maskAddress('锡林郭勒盟锡林浩特市那达慕大街')).toBe('锡林郭勒盟锡林浩特市****')
  expect([maskAddress('文化路3号'), maskAddress('')]).toEqual(['****', ''])
})
