/** What an operator can mend (a taken port, a missing right): the command line prints its message without a stack. */
export class StartupError extends Error {
  override name = 'StartupError'
}
