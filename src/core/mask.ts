/** Masks for lists and for readers who do not handle the matter. A mask does not tell how long the original was. */

const segmenter = new Intl.Segmenter('zh', { granularity: 'grapheme' })

/** The first character as the eye sees it (a surrogate pair or a letter with its marks is one), then one star. */
export function maskName(name: string): string {
  const first = segmenter.segment(name.trim())[Symbol.iterator]().next().value
  return first ? `${first.segment}*` : ''
}

/** 138****1234; a landline keeps its area code and last two digits. */
export function maskPhone(phone: string): string {
  if (phone === '') return ''
  const landline = /^(\d{3,4})-\d+(\d{2})$/.exec(phone)
  if (landline) return `${landline[1]}-****${landline[2]}`
  return phone.length < 8 ? '****' : `${phone.slice(0, 3)}****${phone.slice(-4)}`
}

/** 150***********1234: never the birth date. Short numbers keep their last two characters only. */
export function maskDocumentNumber(number: string): string {
  if (number === '') return ''
  if (number.length === 18) return `${number.slice(0, 3)}***********${number.slice(-4)}`
  return `****${number.length > 6 ? number.slice(-2) : ''}`
}

/** One division from the start of an address, shortest first; 小区, 社区, 园区 and the like are places, not divisions. */
const division =
  /^[^\d\s]{1,12}?(?:自治区|特别行政区|自治州|地区|省|市|盟|自治旗|自治县|旗|县|(?<![小社园校厂林牧])区)/u

/** Keeps the divisions an address begins with, down to the county: 呼和浩特市新城区****. */
export function maskAddress(address: string): string {
  let rest = address.trim()
  if (rest === '') return ''
  let kept = ''
  for (let match = division.exec(rest); match && kept.length < 30; match = division.exec(rest)) {
    kept += match[0]
    rest = rest.slice(match[0].length)
    if (/[旗县区]$/.test(match[0]) && !match[0].endsWith('自治区') && !match[0].endsWith('地区')) break
  }
  return `${kept}****`
}
