import { Refusal } from '../../core/refusal.ts'

const codes = ['fund-overdrawn', 'fund-closed', 'fund-not-usable'] as const
const isCode = (text: string): text is (typeof codes)[number] => codes.some((code) => code === text)

/** What the database's own money functions refuse (NJ001), as a refusal naming the fund. Anything else passes as it is. */
export function asMoneyRefusal(error: unknown): unknown {
  const { code, message, detail } = error as { code?: string; message?: string; detail?: string }
  if (code !== 'NJ001' || message === undefined || !isCode(message)) return error
  return new Refusal(message, { values: { fund: detail ?? '' } })
}

/** Runs work that books money; its refusals name the fund. */
export async function refusingMoney<T>(work: Promise<T>): Promise<T> {
  try {
    return await work
  } catch (error) {
    throw asMoneyRefusal(error)
  }
}
