import type { DocumentTemplate } from '../../core/document.ts'
import { highestClass, isSealedClass, type PrivacyClass } from '../../core/field.ts'
import type { Standing } from '../../core/procedure.ts'
import type { Programme } from '../../core/programme.ts'
import { findProgramme } from '../../registry.ts'
import { handles, onlyReceives } from '../records/standing.ts'

/** Who may issue it besides a step that makes it: one of its roles, handling the record. */
export function mayIssue(programme: Programme, template: DocumentTemplate, who: Standing): boolean {
  if (!template.by.includes(who.role) || onlyReceives(programme, who)) return false
  return programme.confidential ? handles(programme, who) : who.own || who.handler
}

/** In which state: everywhere unless it says where. */
export const isInPlace = (template: DocumentTemplate, state: string): boolean =>
  template.in === undefined || template.in.includes(state)

interface Issued {
  readonly class: PrivacyClass
  readonly for_receiver: boolean
  readonly by_post: string | null
}

/**
 * Who may open one that was issued. The row is there only for who sees the record; of those, whoever handles it, issued it or
 * was sent it, anybody for a page that is public, and of a sealed record also who opened it under break-glass.
 */
export function mayOpen(
  programme: Programme,
  template: DocumentTemplate | undefined,
  who: Standing,
  issued: Issued,
  { post, sealed, state }: { readonly post: string; readonly sealed: boolean; readonly state: string },
): boolean {
  if (issued.class < 'P2' || issued.by_post === post) return true
  // What was sent is not there any more for whom it was sent to, once the record has gone silent: consent taken back.
  if (onlyReceives(programme, who)) return issued.for_receiver && !programme.silentIn.includes(state)
  if (handles(programme, who) || sealed) return true
  return who.own && template?.by.includes(who.role) === true
}

/** A page is as private as the most private thing its record, or one it lists, may hold; one for the public is not. */
export function classOfDocument(programme: Programme, template: DocumentTemplate): PrivacyClass {
  if (template.masked) return 'P1'
  const listed = template.children === undefined ? undefined : findProgramme(template.children)
  const all = listed ? [programme, listed] : [programme]
  const top = all.map(classOf).reduce((a, b) => (b > a ? b : a))
  return all.some(({ confidential }) => confidential) && !isSealedClass(top) ? 'P3' : top
}

const classOf = ({ fields, actions }: Programme): PrivacyClass =>
  [fields, ...Object.values(actions).map(({ asks }) => asks ?? {})]
    .map(highestClass)
    .reduce((a, b) => (b > a ? b : a), 'P2')
