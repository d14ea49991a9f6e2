import type { Block } from '../../../core/document.ts'
import { bodyFont, chartRelation, textWidth } from './page-parts.ts'
import { paragraph, xmlText } from './xml-text.ts'

export type ChartBlock = Extract<Block, { block: 'chart' }>

const a = 'http://schemas.openxmlformats.org/drawingml/2006/main'
const c = 'http://schemas.openxmlformats.org/drawingml/2006/chart'
const relations = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const drawing = 'http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing'
/** English metric units to a twentieth of a point. */
const emu = 635
/** One bar with its space, in twentieths of a point. */
const barHeight = 420

/** Where a chart stands in the text; nothing for one without bars, which Word would refuse. Read out, it says its numbers. */
export function chartFrame(chart: ChartBlock, index: number): string {
  if (chart.bars.length === 0) return ''
  const [width, height] = [textWidth * emu, (900 + barHeight * chart.bars.length) * emu]
  const said = chart.bars.map(({ label, value }) => `${label}${value}${chart.unit}`).join('，')
  return paragraph(
    '<w:keepLines/><w:spacing w:before="140" w:after="140" w:line="240" w:lineRule="auto"/><w:jc w:val="center"/>',
    `<w:r><w:drawing><wp:inline xmlns:wp="${drawing}" distT="0" distB="0" distL="0" distR="0"><wp:extent cx="${width}" cy="${height}"/><wp:docPr id="${index + 1}" name="chart${index + 1}" descr="${xmlText(`${chart.title}：${said}`)}"/><wp:cNvGraphicFramePr/><a:graphic xmlns:a="${a}"><a:graphicData uri="${c}"><c:chart xmlns:c="${c}" r:id="${chartRelation(index)}"/></a:graphicData></a:graphic></wp:inline></w:drawing></w:r>`,
  )
}

const letters = (size: number) =>
  `<a:defRPr sz="${size}" b="0"><a:solidFill><a:srgbClr val="211D19"/></a:solidFill><a:latin typeface="Times New Roman"/><a:ea typeface="${bodyFont}"/></a:defRPr>`
const text = (size: number) =>
  `<c:txPr><a:bodyPr/><a:lstStyle/><a:p><a:pPr>${letters(size)}</a:pPr><a:endParaRPr lang="zh-CN"/></a:p></c:txPr>`
const line = (colour: string) =>
  `<c:spPr><a:ln w="6350"><a:solidFill><a:srgbClr val="${colour}"/></a:solidFill></a:ln></c:spPr>`

/** A chart of horizontal bars from the first down, its numbers written at their ends. It needs no workbook: they are in it. */
export function chartPart({ title, unit, bars }: ChartBlock): string {
  const points = (of: (bar: ChartBlock['bars'][number]) => string) =>
    `<c:ptCount val="${bars.length}"/>${bars.map((bar, i) => `<c:pt idx="${i}"><c:v>${of(bar)}</c:v></c:pt>`).join('')}`
  const series = `<c:ser><c:idx val="0"/><c:order val="0"/><c:tx><c:v>${xmlText(unit)}</c:v></c:tx><c:spPr><a:solidFill><a:srgbClr val="457F3E"/></a:solidFill></c:spPr><c:invertIfNegative val="0"/><c:dLbls>${text(900)}<c:showLegendKey val="0"/><c:showVal val="1"/><c:showCatName val="0"/><c:showSerName val="0"/><c:showPercent val="0"/><c:showBubbleSize val="0"/></c:dLbls><c:cat><c:strLit>${points(({ label }) => xmlText(label))}</c:strLit></c:cat><c:val><c:numLit><c:formatCode>General</c:formatCode>${points(({ value }) => String(value))}</c:numLit></c:val></c:ser>`
  const axes = `<c:catAx><c:axId val="1"/><c:scaling><c:orientation val="maxMin"/></c:scaling><c:delete val="0"/><c:axPos val="l"/><c:numFmt formatCode="General" sourceLinked="0"/><c:majorTickMark val="none"/><c:minorTickMark val="none"/><c:tickLblPos val="nextTo"/>${line('8B8278')}${text(1000)}<c:crossAx val="2"/><c:crosses val="autoZero"/><c:auto val="1"/><c:lblAlgn val="ctr"/><c:lblOffset val="100"/><c:noMultiLvlLbl val="0"/></c:catAx><c:valAx><c:axId val="2"/><c:scaling><c:orientation val="minMax"/><c:min val="0"/></c:scaling><c:delete val="1"/><c:axPos val="t"/><c:numFmt formatCode="General" sourceLinked="0"/><c:majorTickMark val="none"/><c:minorTickMark val="none"/><c:tickLblPos val="nextTo"/><c:crossAx val="1"/><c:crosses val="autoZero"/><c:crossBetween val="between"/></c:valAx>`
  const heading = `<c:title><c:tx><c:rich><a:bodyPr/><a:lstStyle/><a:p><a:pPr>${letters(1200)}</a:pPr><a:r><a:rPr lang="zh-CN" sz="1200" b="0"/><a:t>${xmlText(`${title}（${unit}）`)}</a:t></a:r></a:p></c:rich></c:tx><c:overlay val="0"/></c:title>`
  return `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<c:chartSpace xmlns:c="${c}" xmlns:a="${a}" xmlns:r="${relations}"><c:roundedCorners val="0"/><c:chart>${heading}<c:autoTitleDeleted val="0"/><c:plotArea><c:layout/><c:barChart><c:barDir val="bar"/><c:grouping val="clustered"/><c:varyColors val="0"/>${series}<c:gapWidth val="60"/><c:axId val="1"/><c:axId val="2"/></c:barChart>${axes}</c:plotArea><c:plotVisOnly val="1"/><c:dispBlanksAs val="gap"/></c:chart></c:chartSpace>`
}
