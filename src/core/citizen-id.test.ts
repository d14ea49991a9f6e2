import { describe, expect, it } from 'vitest'
import { checkCharacter, type DocumentKind, madeCitizenId, readDocumentNumber } from './citizen-id.ts'

const today = '2026-11-22'
const read = (text: string, kind: DocumentKind = 'citizen-id') => readDocumentNumber(kind, text, today)
const withCheck = (first17: string) => first17 + checkCharacter(first17)

describe('citizen numbers (GB 11643)', () => {
  it('accepts the two published examples', () => {
    expect(read('11010519491231002X')).toEqual({
      ok: true,
      number: '11010519491231002X',
      bornOn: '1949-12-31',
      sex: 'female',
    })
    expect(read('440524188001010014')).toEqual({
      ok: true,
      number: '440524188001010014',
      bornOn: '1880-01-01',
      sex: 'male',
    })
  })

  it('forgives a small x, spaces and full-width digits', () => {
    expect(read(' 110105 19491231 002x ')).toMatchObject({ ok: true, number: '11010519491231002X' })
    expect(read('１１０１０５１９４９１２３１００２Ｘ')).toMatchObject({ ok: true, number: '11010519491231002X' })
  })

  it('catches any one digit miscopied', () => {
    const number = madeCitizenId('1990-05-06', 128)
    for (let at = 6; at < 17; at += 1) {
      const other = number.slice(0, at) + ((Number(number[at]) + 1) % 10) + number.slice(at + 1)
      expect(read(other).ok).toBe(false)
    }
    expect(read('110105194912310021')).toEqual({ ok: false, problem: 'checksum' })
  })

  it('wants a birth date that exists and is not later than today', () => {
    expect(read(withCheck('15000020230229001'))).toEqual({ ok: false, problem: 'birth-date' })
    expect(read(withCheck('15000010000101001'))).toEqual({ ok: false, problem: 'birth-date' })
    expect(read(madeCitizenId('2026-11-23', 1))).toEqual({ ok: false, problem: 'future' })
    expect(read(madeCitizenId('2026-11-22', 1))).toMatchObject({ ok: true, bornOn: today, sex: 'male' })
    expect(read(madeCitizenId('2024-02-29', 2))).toMatchObject({ ok: true, sex: 'female' })
  })

  it('refuses other shapes', () => {
    for (const text of [
      '',
      '15000019900506',
      '1101051949123100X2',
      '01010519491231002X',
      '11010519491231002XX',
      '<script>',
    ])
      expect(read(text)).toEqual({ ok: false, problem: 'shape' })
  })
})

describe('other documents, by the kind chosen', () => {
  const permit = withCheck('81000019850708002')
  const foreign = withCheck('91115019850708002')

  it('reads residence permits and both permanent residence cards', () => {
    expect(read(permit, 'residence-permit')).toMatchObject({ ok: true, bornOn: '1985-07-08', sex: 'female' })
    expect(read(foreign, 'foreign-permanent')).toMatchObject({ ok: true, bornOn: '1985-07-08' })
    expect(read('usa150085070812', 'foreign-permanent')).toEqual({ ok: true, number: 'USA150085070812' })
    expect(read('E12345678', 'passport')).toEqual({ ok: true, number: 'E12345678' })
  })

  it('does not take one for another', () => {
    expect(read(permit)).toEqual({ ok: false, problem: 'kind' })
    expect(read(foreign)).toEqual({ ok: false, problem: 'kind' })
    expect(read('11010519491231002X', 'residence-permit')).toEqual({ ok: false, problem: 'kind' })
    expect(read('ABCDEFG', 'passport')).toEqual({ ok: false, problem: 'shape' })
  })
})
