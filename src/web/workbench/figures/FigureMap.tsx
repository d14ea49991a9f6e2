import { useState } from 'react'
import { leagueTiles, tilesOf } from '../../../core/cartogram.ts'
import { ancestorsOf, areaOf, isWithin, levelOf, regionOf, serialOf } from '../../../core/org-code.ts'
import { FigureNumber } from '../../kit/FigureNumber.tsx'
import { language, useTexts } from '../../kit/i18n.ts'
import { figureText, tightText } from '../../kit/number-text.ts'
import { Panel } from '../../kit/Panel.tsx'
import { type Tile, TileMap } from '../../kit/TileMap.tsx'
import { type ChildFigure, useFigure } from '../data/figures.ts'
import type { MeasureInfo } from '../data/measures.ts'
import { useMe } from '../data/session.ts'
import { figuresTexts } from '../texts/figures.ts'
import { type FigureView, questionOf, viewHref } from './view.ts'

/** Leagues of the region, or banners of our league, as tiles; the one we are in is ringed. Each to whom its figure is open. */
export function FigureMap({ view, measure }: { view: FigureView; measure: MeasureInfo }) {
  const t = useTexts(figuresTexts)
  const chosen = language.use()
  const mine = useMe().post?.org.code ?? 0
  const region = regionOf(view.org)
  const path = [...ancestorsOf(view.org), view.org]
  const league = path.find((code) => levelOf(code) === 'league' && serialOf(code) === 0)
  const [scope, setScope] = useState<'region' | 'league'>('region')
  const both = isWithin(region, mine)
  const org = league && (!both || scope === 'league') ? league : region
  const { data } = useFigure({ ...questionOf(view), org }, ['child'], isWithin(org, mine))
  const children = (data?.byChild ?? []).filter((child) => !child.own)
  if (!data || children.every((child) => child.value === null)) return null
  const places = tilesOf(children.map(({ org: { code, name } }) => ({ code, name, area: areaOf(code) })))
  const placed = org === region && children.every((child) => leagueTiles[areaOf(child.org.code)])
  const tile = (child: ChildFigure): Tile => {
    const place = places.get(child.org.code)
    return {
      key: String(child.org.code),
      name: place?.short ?? child.org.short,
      value: child.value ?? 0,
      text: figureText(child.value, data.unit),
      tight: tightText(child.value, data.unit, chosen),
      to: viewHref({ ...questionOf(view), org: child.org.code }),
      here: path.includes(child.org.code),
      ...(place ? { column: place.col + 1, row: place.row + 1 } : {}),
    }
  }
  const columns = Math.max(...[...places.values()].map((place) => place.col + 1))
  return (
    <Panel
      tight
      className={placed ? 'map placed' : 'map'}
      title={org === region ? t.mapOfRegion(children.length) : t.mapOf(data.org.name, children.length)}
      end={
        <>
          {both && league && <Scope scope={scope} onChange={setScope} />}{' '}
          <FigureNumber
            value={data.value}
            unit={data.unit}
            unitLabel={measure.unitLabel}
            to={viewHref({ ...questionOf(view), org })}
          />
        </>
      }
    >
      <TileMap
        tiles={children.map(tile)}
        columns={columns}
        unitLabel={measure.unitLabel}
        legend={{ below: t.below, between: t.between, from: t.andMore }}
        text={(value) => figureText(value, data.unit)}
        step={data.unit === 'yuan' ? 100 : data.unit === 'percent' ? 0.001 : 1}
      />
      <p className="map-note">{placed ? t.placedNote : t.flowNote}</p>
    </Panel>
  )
}

function Scope({ scope, onChange }: { scope: 'region' | 'league'; onChange: (scope: 'region' | 'league') => void }) {
  const t = useTexts(figuresTexts)
  return (
    <fieldset className="switch">
      <legend className="vh">{t.mapSwitch}</legend>
      {(['region', 'league'] as const).map((one) => (
        <button key={one} type="button" aria-pressed={one === scope} onClick={() => onChange(one)}>
          {t.mapScope(one)}
        </button>
      ))}
    </fieldset>
  )
}
