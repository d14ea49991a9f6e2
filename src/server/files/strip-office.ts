import { buffer } from 'node:stream/consumers'
import { Refusal } from '../../core/refusal.ts'
import { joinPacked, pack } from '../documents/docx/zip-archive.ts'
import { openZip } from '../excel/zip.ts'
import { stripJpeg } from './strip-jpeg.ts'
import { stripPng } from './strip-png.ts'

const most = 100 * 1024 * 1024
const xml = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
const packageNames = 'http://schemas.openxmlformats.org/package/2006/metadata/core-properties'
const officeNames = 'http://schemas.openxmlformats.org/officeDocument/2006'
const core = `${xml}<cp:coreProperties xmlns:cp="${packageNames}"/>`
const properties = (of: string) => `${xml}<Properties xmlns="${officeNames}/${of}"/>`

/** Parts that are nothing but properties, and what stands in their place. */
const replaced: readonly (readonly [RegExp, string])[] = [
  [/^docProps\/core\.xml$|\.psmdcp$/i, core],
  [/^docProps\/app\.xml$/i, properties('extended-properties')],
  [/^docProps\/custom\.xml$/i, properties('custom-properties')],
]

/** Where the pages themselves name people: tracked changes, comments, persons, and the path a workbook was saved under. */
const naming = /^word\/.*\.xml$|^xl\/(?:workbook\.xml|comments.*\.xml|persons\/.*\.xml|revisions\/.*\.xml)$/i
const media = /\.(?:jpe?g|png)$/i
const anonymous: readonly (readonly [RegExp, string])[] = [
  [/(\s(?:\w+:)?(?:author|initials|userName|displayName|userId)=)(?:"[^"]*"|'[^']*')/g, '$1"-"'],
  [/(<(?:\w+:)?author>)[^<]*/g, '$1-'],
  [/(<(?:\w+:)?absPath\b[^>]*?\surl=)(?:"[^"]*"|'[^']*')/g, '$1""'],
]

/**
 * A Word or Excel file whose properties, comments, tracked changes and pictures do not say who made it. Parts that name
 * nobody are taken over as they are packed. Refuses 'file-wrong'.
 */
export async function stripOffice(bytes: Buffer): Promise<Buffer> {
  const parts = []
  for (const entry of openZip(bytes, most).values()) {
    const { name } = entry
    const instead = replaced.find(([path]) => path.test(name))
    const strip = naming.test(name) ? withoutNames : media.test(name) ? stripPicture : undefined
    if (instead) parts.push(pack(name, Buffer.from(instead[1])))
    else if (strip) parts.push(pack(name, strip(await buffer(entry.read()))))
    else parts.push({ ...entry, packed: entry.packed() })
  }
  return joinPacked(parts)
}

/** A picture by what its bytes are, whatever its name. */
function stripPicture(bytes: Buffer): Buffer {
  if (bytes[0] === 0xff && bytes[1] === 0xd8) return stripJpeg(bytes)
  return bytes.toString('latin1', 1, 4) === 'PNG' ? stripPng(bytes) : bytes
}

function withoutNames(part: Buffer): Buffer {
  const text = part.toString('utf8')
  // Office writes UTF-8; what is written in another way could name anybody.
  if (part[0] === 0xff || part[0] === 0xfe || text.includes('\0')) throw new Refusal('file-wrong', { field: 'file' })
  return Buffer.from(anonymous.reduce((said, [name, instead]) => said.replace(name, instead), text))
}
