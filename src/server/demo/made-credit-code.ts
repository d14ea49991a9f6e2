import { parseCreditCode } from '../../core/credit-code.ts'

/** A credit code of a body that does not exist: 17 made characters and the right check character. */
export function madeCreditCode(first: string): string {
  for (const check of '0123456789ABCDEFGHJKLMNPQRTUWXY') {
    const code = parseCreditCode(first + check)
    if (code) return code
  }
  throw new Error(first)
}
