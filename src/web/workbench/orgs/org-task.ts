/** What can be done with an organisation from the top of its page. */
export type OrgTask = 'add' | 'rename' | 'merge'
