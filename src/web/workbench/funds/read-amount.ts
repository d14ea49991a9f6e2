import { parseYuan } from '../../../core/money.ts'
import { ApiRefusal } from '../../kit/api.ts'

/** Fen of what was typed in yuan; what cannot be read is refused at its field, as the server would. */
export function readAmount(text: string, field: string, wrong: string): number {
  const fen = parseYuan(text)
  if (fen === undefined) throw new ApiRefusal({ code: 'input-invalid', text: wrong, status: 400, field })
  return fen
}
