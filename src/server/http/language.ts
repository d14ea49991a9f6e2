import type { FastifyRequest } from 'fastify'
import type { Language } from '../../core/refusal.ts'

/** The reader's language: Chinese unless her browser asks for English first. */
export const languageOf = (request: FastifyRequest): Language =>
  (request.headers['accept-language'] ?? '').toLowerCase().startsWith('en') ? 'en' : 'zh'
