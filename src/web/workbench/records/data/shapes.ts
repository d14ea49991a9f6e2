import type { z } from 'zod'
import type { ResponseOf } from '../../../../core/api/contract.ts'
import type { fieldShape } from '../../../../core/api/record-shapes.ts'
import type { actOnRecord, getRecord, listProgrammes, listRecords } from '../../../../core/api/records.ts'

export type ProgrammeShape = ResponseOf<typeof listProgrammes>['items'][number]
export type FieldShape = z.infer<typeof fieldShape>
export type RecordsPage = ResponseOf<typeof listRecords>
export type RecordRow = RecordsPage['items'][number]
export type RecordView = ResponseOf<typeof getRecord>
/** What a step answers: the record, or where it went. */
export type Acted = ResponseOf<typeof actOnRecord>
export type Ability = RecordView['abilities']['actions'][number]
export type HistoryItem = RecordView['history'][number]
export type Attachment = RecordView['attachments'][number]
export type Heads = RecordView['heads'][number]
export type Answers = Readonly<Record<string, unknown>>
