/** Evidence grades, surest first: A identified persons, B counted with evidence, C estimate, D from a document. */
export const gradeLetters = ['A', 'B', 'C', 'D'] as const
export type GradeLetter = (typeof gradeLetters)[number]
export type Grades = Readonly<Record<GradeLetter, number>>
