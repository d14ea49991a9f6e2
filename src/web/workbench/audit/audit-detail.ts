import type { AuditRow } from '../../../core/api/accounts.ts'
import { isRole, roles } from '../../../core/role.ts'
import type { Language } from '../../kit/i18n.ts'
import type { auditTexts } from '../texts/audit.ts'

const fieldKeys = ['name', 'idNumber', 'phone', 'address', 'birthDate', 'erased']

/** The purpose of a look and what was looked at; where an event came from and the post it concerns. */
export function auditDetail(row: AuditRow, t: (typeof auditTexts)['zh'], words: Language): string {
  const names = t.fieldNames.split(',')
  const known = row.fields.map((field) => names[fieldKeys.indexOf(field)]).filter((name) => name !== undefined)
  const fields = row.fieldLabels.length > 0 ? row.fieldLabels : known
  const { role, address, minutes } = row.detail
  return [
    row.purpose ?? '',
    fields.length > 0 ? t.fields(fields.join(words === 'zh' ? '、' : ', ')) : '',
    typeof role === 'string' && isRole(role) ? t.detailRole(roles[role][words]) : '',
    typeof address === 'string' ? t.detailAddress(address) : '',
    typeof minutes === 'number' ? t.detailMinutes(String(minutes)) : '',
  ]
    .filter(Boolean)
    .join(words === 'zh' ? '；' : '; ')
}
