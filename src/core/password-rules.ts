/** Shortest password taken; there are no composition rules and no expiry (NIST SP 800-63B §5.1.1: length is what helps). */
export const shortestPassword = 12
export const longestPassword = 200

// What people type when asked for twelve characters. Compared in lower case, without digits and signs at either end.
const common = [
  'password',
  'passw0rd',
  'mypassword',
  'iloveyou',
  'woaini',
  'woaizhongguo',
  'zhongguo',
  'beijing',
  'neimenggu',
  'huhehaote',
  'qwertyuiop',
  'qwertyuiopasdfghjkl',
  'asdfghjkl',
  'zxcvbnm',
  'qazwsxedc',
  'qwerasdfzxcv',
  'admin',
  'administrator',
  'root',
  'welcome',
  'letmein',
  'changeme',
  'abcdefghijkl',
  'abcdefg',
  'abcabcabcabc',
  'fulian',
  'funv',
  'funvlianhehui',
  'jinguo',
  'niangjia',
  'niangjiaren',
  'guanliyuan',
  'mima',
  'mimamima',
  'nihao',
  'nihaonihao',
  'asdf',
  'qwer',
  'qwerty',
  'aaaa',
  'abc',
]

/**
 * Why a password cannot be taken, or undefined. `names` are the account's own (sign-in name, displayed name): a password
 * that holds one is the first thing tried.
 */
export function passwordProblem(
  password: string,
  names: readonly string[],
): 'short' | 'long' | 'name' | 'common' | undefined {
  const length = [...password].length
  if (length < shortestPassword) return 'short'
  if (length > longestPassword) return 'long'
  const folded = password.toLowerCase()
  if (names.some((name) => name.length > 1 && folded.includes(name.toLowerCase()))) return 'name'
  const core = folded.replace(/^[^\p{L}]+|[^\p{L}]+$/gu, '')
  if (core === '' ? isRun(folded) : common.includes(core) || new Set(folded).size < 5) return 'common'
  return undefined
}

/** Digits and signs only: a run (123456789012, 987654…), or few different ones (111222111222). */
function isRun(text: string): boolean {
  const steps = [...text].slice(1).map((c, at) => c.charCodeAt(0) - text.charCodeAt(at))
  const commonest = Math.max(...steps.map((step) => steps.filter((other) => other === step).length))
  return new Set(text).size < 5 || commonest > steps.length / 2
}
