import { expect, it } from 'vitest'
import { passwordProblem } from './password-rules.ts'

const of = (password: string) => passwordProblem(password, ['alz-zhuxi', '乌兰'])

it('takes a long password, of any letters', () => {
  expect(of('八月的草原有风有马也有云')).toBeUndefined()
  expect(of('correct horse battery')).toBeUndefined()
  expect(of('k4pm-9vtz-2hqd-x7ns')).toBeUndefined()
})

it('refuses short ones, the name itself, and what is tried first', () => {
  expect(of('k4pm9vtz2hq')).toBe('short')
  expect(of('x'.repeat(201))).toBe('long')
  expect(of('my-ALZ-zhuxi-2026')).toBe('name')
  expect(of('我是乌兰我是乌兰我是乌兰')).toBe('name')
  expect(of('Password2026!!!')).toBe('common')
  expect(of('123456789012')).toBe('common')
  expect(of('aaaabbbbaaaabbbb')).toBe('common')
  expect(of('niangjia20261122')).toBe('common')
})
