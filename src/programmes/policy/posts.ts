/** Who keeps what was won in policy and law, and who reads it. */
export const keepers = ['chair', 'rights', 'family', 'organisation', 'statistician'] as const
export const readers = [...keepers, 'development', 'publicity', 'mediator', 'lawyer', 'operator', 'guide'] as const
