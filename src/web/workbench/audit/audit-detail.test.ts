import { expect, test } from 'vitest'
import type { AuditRow } from '../../../core/api/accounts.ts'
import { auditTexts } from '../texts/audit.ts'
import { auditDetail } from './audit-detail.ts'

const row: AuditRow = {
  id: '019a0000-0000-7000-8000-000000000002',
  at: '2026-11-20T01:30:00.000Z',
  kind: 'read',
  org: { code: 1529210000000000, name: '东旗妇联' },
  by: null,
  event: 'person',
  eventLabel: '查看个人敏感信息',
  account: null,
  subject: null,
  fields: ['idNumber', 'phone'],
  fieldLabels: [],
  purpose: '核对身份',
  detail: {},
}

test('a look says its purpose and the fields in the reader’s words', () => {
  expect(auditDetail(row, auditTexts.zh, 'zh')).toBe('核对身份；看了：证件号码、电话')
  expect(auditDetail(row, auditTexts.en, 'en')).toBe('核对身份; Opened: document number, phone')
})

test('a record’s fields are said as its definition calls them', () => {
  const record = { ...row, event: 'record', fields: ['facts'], fieldLabels: ['调解', '事实与各方说法'] }
  expect(auditDetail(record, auditTexts.zh, 'zh')).toBe('核对身份；看了：调解、事实与各方说法')
})

test('an event says the post and where it came from, and nothing it does not know', () => {
  const event = { ...row, fields: [], purpose: null, detail: { role: 'rights', address: '127.0.0.1', post: 'x' } }
  expect(auditDetail(event, auditTexts.zh, 'zh')).toBe('岗位：权益岗；地址 127.0.0.1')
})

test('every field that can be opened has its word in both languages', () => {
  for (const t of [auditTexts.zh, auditTexts.en]) expect(t.fieldNames.split(',')).toHaveLength(6)
})
