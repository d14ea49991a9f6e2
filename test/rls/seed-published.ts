import { v7 } from 'uuid'
import type { OrgCode } from '../../src/core/org-code.ts'

interface Keeper {
  readonly area: number
  readonly keeper: OrgCode
  readonly account: string
  readonly post: string
  readonly bytes: Buffer
}

/** One row of each table of published figures, drafts and reviews, all of one organisation. */
export function publishedRows({ area, keeper, account, post, bytes }: Keeper): Record<string, Record<string, unknown>> {
  const [check, release, review] = [v7(), v7(), v7()]
  return {
    statements: {
      area,
      id: v7(),
      org: keeper,
      code: 'F1',
      title: '试',
      value: 1,
      bound: '=',
      unit: 'item',
      unit_label: '件',
      grade: 'D',
      source: '试',
      quote: '化解1件',
    },
    draft_checks: {
      area,
      id: check,
      org: keeper,
      name: '试',
      texts: '[]',
      numbers: 0,
      findings: 0,
      by_account: account,
    },
    releases: {
      area,
      id: release,
      org: keeper,
      title: '试发布',
      watermark: '1-1-',
      as_of: '2026-03-01',
      made_by: account,
      made_post: post,
    },
    release_figures: {
      area,
      release,
      position: 1,
      measure: 'family-story.sessions',
      definition: '{}',
      org: keeper,
      org_name: '试',
      from_date: '2026-01-01',
      to_date: '2026-12-31',
      value: 1,
    },
    release_tables: {
      area,
      release,
      position: 1,
      measure: 'family-story.sessions',
      definition: '{}',
      org: keeper,
      org_name: '试',
      columns: '[]',
      rows: '[]',
      total: '[]',
    },
    release_chunks: {
      area,
      release,
      position: 1,
      measure: 'family-story.sessions',
      of_area: area,
      month: 202603,
      entries: 1,
      value: 1,
      sha256: bytes,
    },
    reviews: { area, id: review, org: keeper, title: '试综述', made_by: account },
    review_versions: {
      area,
      review,
      version: 1,
      org: keeper,
      title: '试综述',
      template: '试',
      from_date: '2026-01-01',
      to_date: '2026-12-31',
      by_account: account,
      by_name: '试',
    },
    finding_answers: { area, id: check, org: keeper, finding: 'x', reason: '试', by_account: account, by_name: '试' },
  }
}
