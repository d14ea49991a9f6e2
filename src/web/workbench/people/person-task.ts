/** What can be done with a person's entry from the top of its page. */
export type PersonTask = 'edit' | 'merge' | 'erase' | 'protect'
