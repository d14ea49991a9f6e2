import { expect, it } from 'vitest'
import { comparableName, parsePersonName } from './person-name.ts'

it('takes names of any script in one field', () => {
  expect(parsePersonName(' 王小花 ')).toBe('王小花')
  expect(parsePersonName('阿依古丽•买买提')).toBe('阿依古丽·买买提')
  expect(parsePersonName('Anna-Maria  de la Cruz')).toBe('Anna-Maria de la Cruz')
  expect(parsePersonName('ᠰᠤᠷᠢᠨ᠎ᠠ')).toBe('ᠰᠤᠷᠢᠨ᠎ᠠ')
  expect(parsePersonName('Сарнай')).toBe('Сарнай')
  expect(parsePersonName('𠮷田')).toBe('𠮷田')
  expect(parsePersonName('呼')).toBe('呼')
  expect(parsePersonName('𠮷'.repeat(60))).toBe('𠮷'.repeat(60))
})

it('gives nothing for an empty name, digits, signs or more than 60 characters', () => {
  const wrong = ['', '  ', '王1', '=SUM(A1)', '<b>', '·', '-王', '王,李', '王\n李', '王'.repeat(61), '😀']
  expect(wrong.map(parsePersonName)).toEqual(wrong.map(() => undefined))
})

it('compares by letters alone', () => {
  expect(comparableName('阿依古丽·买买提')).toBe(comparableName('阿依古丽买买提'))
  expect(comparableName('ANNA-Maria')).toBe(comparableName('Anna Maria'))
  expect(comparableName('王花')).not.toBe(comparableName('王华'))
})
