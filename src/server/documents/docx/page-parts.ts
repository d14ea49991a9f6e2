/** The fixed parts of a page in the official layout (党政机关公文格式 GB/T 9704—2012): A4, 28-point lines, 仿宋 三号, — 1 —. */

const main = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
const relations = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const packages = 'http://schemas.openxmlformats.org/package/2006'
const wordType = 'application/vnd.openxmlformats-officedocument.wordprocessingml'
const head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'

export const bodyFont = '仿宋_GB2312'
export const titleFont = '方正小标宋简体'
export const headingFont = '黑体'
const subheadingFont = '楷体_GB2312'
const numberFont = '宋体'
/** Of the lines, in twentieths of a point. */
export const line = 560
/** Width of the text, in twentieths of a point: 210 − 28 − 26 mm. */
export const textWidth = 8844

const mm = (length: number) => Math.round((length * 1440) / 25.4)

export const chartPath = (index: number): string => `word/charts/chart${index + 1}.xml`
const numbers = (count: number) => Array.from({ length: count }, (_, i) => i)

export const contentTypes = (charts: number): string =>
  `${head}<Types xmlns="${packages}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="${wordType}.document.main+xml"/><Override PartName="/word/styles.xml" ContentType="${wordType}.styles+xml"/><Override PartName="/word/settings.xml" ContentType="${wordType}.settings+xml"/><Override PartName="/word/footer1.xml" ContentType="${wordType}.footer+xml"/><Override PartName="/word/footer2.xml" ContentType="${wordType}.footer+xml"/>${numbers(
    charts,
  )
    .map(
      (i) =>
        `<Override PartName="/${chartPath(i)}" ContentType="application/vnd.openxmlformats-officedocument.drawingml.chart+xml"/>`,
    )
    .join('')}</Types>`

const relation = (id: string, type: string, target: string) =>
  `<Relationship Id="${id}" Type="${relations}/${type}" Target="${target}"/>`

export const packageRelations = `${head}<Relationships xmlns="${packages}/relationships">${relation('rId1', 'officeDocument', 'word/document.xml')}</Relationships>`

/** The relation of a chart: rId5 and on. */
export const chartRelation = (index: number): string => `rId${index + 5}`

export const documentRelations = (charts: number): string =>
  `${head}<Relationships xmlns="${packages}/relationships">${[
    relation('rId1', 'styles', 'styles.xml'),
    relation('rId2', 'settings', 'settings.xml'),
    relation('rId3', 'footer', 'footer1.xml'),
    relation('rId4', 'footer', 'footer2.xml'),
    ...numbers(charts).map((i) => relation(chartRelation(i), 'chart', chartPath(i).replace('word/', ''))),
  ].join('')}</Relationships>`

/** Nobody's name, no machine, no time: the file says what its pages say and nothing else. */
export const settings = `${head}<w:settings ${main}><w:removePersonalInformation/><w:removeDateAndTime/><w:evenAndOddHeaders/><w:compat><w:compatSetting w:name="compatibilityMode" w:uri="http://schemas.microsoft.com/office/word" w:val="15"/></w:compat></w:settings>`

const fonts = `<w:rFonts w:ascii="Times New Roman" w:hAnsi="Times New Roman" w:eastAsia="${bodyFont}" w:cs="Times New Roman"/>`

export const styles = `${head}<w:styles ${main}><w:docDefaults><w:rPrDefault><w:rPr>${fonts}<w:sz w:val="32"/><w:szCs w:val="32"/><w:lang w:val="en-US" w:eastAsia="zh-CN"/></w:rPr></w:rPrDefault><w:pPrDefault><w:pPr><w:spacing w:before="0" w:after="0" w:line="${line}" w:lineRule="exact"/><w:jc w:val="both"/></w:pPr></w:pPrDefault></w:docDefaults><w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/></w:style><w:style w:type="paragraph" w:styleId="Title"><w:name w:val="Title"/><w:basedOn w:val="Normal"/><w:pPr><w:keepNext/><w:spacing w:before="0" w:after="${line}" w:line="640" w:lineRule="exact"/><w:jc w:val="center"/></w:pPr><w:rPr><w:rFonts w:ascii="${titleFont}" w:hAnsi="${titleFont}" w:eastAsia="${titleFont}"/><w:sz w:val="44"/><w:szCs w:val="44"/></w:rPr></w:style><w:style w:type="paragraph" w:styleId="Heading1"><w:name w:val="heading 1"/><w:basedOn w:val="Normal"/><w:pPr><w:keepNext/><w:ind w:firstLineChars="200" w:firstLine="640"/><w:outlineLvl w:val="0"/></w:pPr><w:rPr><w:rFonts w:ascii="${headingFont}" w:hAnsi="${headingFont}" w:eastAsia="${headingFont}"/></w:rPr></w:style><w:style w:type="paragraph" w:styleId="Heading2"><w:name w:val="heading 2"/><w:basedOn w:val="Normal"/><w:pPr><w:keepNext/><w:ind w:firstLineChars="200" w:firstLine="640"/><w:outlineLvl w:val="1"/></w:pPr><w:rPr><w:rFonts w:ascii="${subheadingFont}" w:hAnsi="${subheadingFont}" w:eastAsia="${subheadingFont}"/></w:rPr></w:style></w:styles>`

/** — 1 —, one character in from the outer edge: right on odd pages, left on even ones. */
function footer(side: 'left' | 'right'): string {
  const look = `<w:rPr><w:rFonts w:ascii="${numberFont}" w:hAnsi="${numberFont}" w:eastAsia="${numberFont}"/><w:sz w:val="28"/><w:szCs w:val="28"/></w:rPr>`
  const piece = (inner: string) => `<w:r>${look}${inner}</w:r>`
  const text = (words: string) => piece(`<w:t xml:space="preserve">${words}</w:t>`)
  const number = [
    piece('<w:fldChar w:fldCharType="begin"/>'),
    piece('<w:instrText xml:space="preserve"> PAGE </w:instrText>'),
    piece('<w:fldChar w:fldCharType="separate"/>'),
    text('1'),
    piece('<w:fldChar w:fldCharType="end"/>'),
  ].join('')
  return `${head}<w:ftr ${main}><w:p><w:pPr><w:ind w:${side}="280"/><w:jc w:val="${side}"/></w:pPr>${text('— ')}${number}${text(' —')}</w:p></w:ftr>`
}
export const oddFooter = footer('right')
export const evenFooter = footer('left')

/** The whole document part around its blocks. Margins 37, 35, 28 and 26 mm. */
export const documentPart = (blocks: string): string =>
  `${head}<w:document ${main} xmlns:r="${relations}"><w:body>${blocks}<w:sectPr><w:footerReference w:type="default" r:id="rId3"/><w:footerReference w:type="even" r:id="rId4"/><w:pgSz w:w="${mm(210)}" w:h="${mm(297)}"/><w:pgMar w:top="${mm(37)}" w:right="${mm(26)}" w:bottom="${mm(35)}" w:left="${mm(28)}" w:header="${mm(15)}" w:footer="${mm(25)}" w:gutter="0"/></w:sectPr></w:body></w:document>`
