import { exportFigure, getFigure, getFigureEntries, getHomeFigures, getMeasures } from '../../core/api/figures.ts'
import { xlsxMime } from '../excel/write-sheets.ts'
import { postRoute, type Route } from '../http/route.ts'
import { knownMeasures, measureRowOf } from './catalogue.ts'
import { listFigureEntries } from './entries.ts'
import { figureSheet } from './export.ts'
import { getFigureOf } from './figure.ts'
import { getHome } from './home.ts'

/** Every figure is read in one snapshot, whatever number of statements it takes (invariant 7). */
const oneSnapshot = { repeatable: true }

export const figureRoutes: readonly Route[] = [
  postRoute(getMeasures, async ({ actor, language }) => knownMeasures(actor.org).map((m) => measureRowOf(m, language))),
  postRoute(getFigure, ({ tx, actor, query }) => getFigureOf(tx, actor, query), oneSnapshot),
  postRoute(getFigureEntries, ({ tx, actor, query }) => listFigureEntries(tx, actor, query), oneSnapshot),
  postRoute(getHomeFigures, ({ tx, actor, query }) => getHome(tx, actor, query.year), oneSnapshot),
  postRoute(
    exportFigure,
    async ({ tx, actor, query, reply, language }) => {
      const figure = await getFigureOf(tx, actor, { ...query, by: ['child'] })
      reply.header(
        'content-disposition',
        `attachment; filename="figure-${query.measure.replace(/[^\w.-]/g, '')}-${query.from}-${query.to}.xlsx"`,
      )
      return reply.type(xlsxMime).send(figureSheet(figure, language))
    },
    oneSnapshot,
  ),
]
