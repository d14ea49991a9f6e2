import { formatYuan } from '../../../core/money.ts'
import { figureText } from '../../kit/number-text.ts'

/** Fen as a figure shows it: whole yuan. */
export const yuan = (fen: number): string => figureText(fen, 'yuan')

/** Fen as a payment shows it: yuan with two decimals. */
export const yuanExact = (fen: number): string => formatYuan(fen)
