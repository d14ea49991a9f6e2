const tag = 0x0112

/** How an EXIF block (TIFF) says the picture is to be turned, 1 to 8; 1, upright, where it does not say. */
export function orientationOf(tiff: Buffer): number {
  const order = tiff.toString('latin1', 0, 2)
  if (tiff.length < 10 || (order !== 'II' && order !== 'MM')) return 1
  const short = (at: number) => (order === 'II' ? tiff.readUInt16LE(at) : tiff.readUInt16BE(at))
  const first = order === 'II' ? tiff.readUInt32LE(4) : tiff.readUInt32BE(4)
  if (first + 2 > tiff.length) return 1
  for (let at = first + 2; at < first + 2 + short(first) * 12 && at + 12 <= tiff.length; at += 12) {
    if (short(at) !== tag) continue
    const said = short(at + 8)
    return said >= 1 && said <= 8 ? said : 1
  }
  return 1
}

/** An EXIF block that says nothing, or nothing but how the picture is to be turned. */
export function exifOf(orientation: number): Buffer {
  if (orientation === 1) return Buffer.from('4d4d002a00000008000000000000', 'hex')
  return Buffer.from(
    `4d4d002a00000008000101120003000000010${orientation.toString(16).padStart(3, '0')}000000000000`,
    'hex',
  )
}
