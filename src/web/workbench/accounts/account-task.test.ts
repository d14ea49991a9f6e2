import { expect, test } from 'vitest'
import type { AccountRow } from '../../../core/api/accounts.ts'
import { accountTasks } from './account-task.ts'

const account: AccountRow = {
  id: '019a0000-0000-7000-8000-000000000001',
  name: 'shiyong',
  displayName: '试用人',
  home: { code: 1529210000000000, name: '东旗妇联' },
  posts: [],
  hasTotp: false,
  locked: false,
  disabled: false,
  demo: false,
  abilities: { givePost: true, manage: true },
}

test('only what makes sense for an account as it stands is offered', () => {
  expect(accountTasks(account)).toEqual(['reset', 'signOut', 'disable'])
  expect(accountTasks({ ...account, locked: true })).toContain('unlock')
  expect(accountTasks({ ...account, disabled: true })).toEqual(['enable'])
})

test('a shared demo account keeps its password and stays open', () => {
  expect(accountTasks({ ...account, demo: true })).toEqual(['signOut'])
})
