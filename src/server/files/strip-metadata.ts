import { stripHeic } from './strip-heic.ts'
import { stripJpeg } from './strip-jpeg.ts'
import { stripMp4 } from './strip-mp4.ts'
import { stripOffice } from './strip-office.ts'
import { stripPdf } from './strip-pdf.ts'
import { stripPng } from './strip-png.ts'

type Strip = (bytes: Buffer) => Buffer | Promise<Buffer>

/** A picture of people must not tell where it was taken (processes 0.3): it may be where she lives. */
const places: Readonly<Record<string, Strip>> = { jpg: stripJpeg, png: stripPng, heic: stripHeic, mp4: stripMp4 }

/** Who wrote it is kept from judges only: elsewhere a paper stays as it was signed. */
const authors: Readonly<Record<string, Strip>> = { docx: stripOffice, xlsx: stripOffice, pdf: stripPdf }

/** A file as it is kept: without the place where it was taken, and, `nameless`, without its author. Refuses 'file-wrong'. */
export async function withoutTraces(type: string, bytes: Buffer, nameless = false): Promise<Buffer> {
  const strip = places[type] ?? (nameless ? authors[type] : undefined)
  return strip ? strip(bytes) : bytes
}
