import type { Programme } from './core/programme.ts'
import { committeeDirectory, organisationDirectory } from './programmes/organising/directory.ts'

/**
 * What is counted from the directory of organisations and not from records (docs/decisions/0011): definitions with measures
 * and counts, without forms, steps or records. The registry lists everything else.
 */
export const directories: readonly Programme[] = [organisationDirectory, committeeDirectory]

export const isDirectory = (programme: Programme): boolean => directories.includes(programme)
