/** Who keeps and who reads the federation's own affairs. */
export const keepers = ['chair', 'organisation'] as const
export const readers = [
  'chair',
  'organisation',
  'rights',
  'family',
  'development',
  'publicity',
  'statistician',
] as const
/** Levels whose approval a level below needs. */
export const above = ['township', 'banner', 'league', 'region'] as const
