import { type KeyboardEvent, useId, useState } from 'react'
import { type MatterCategory, matterCategories, matterSubcategories } from '../../../core/rights-words.ts'
import { language, useTexts } from '../../kit/i18n.ts'
import { hotlineTexts } from '../texts/hotline.ts'
import { type Call, categories } from './call.ts'

interface Props {
  call: Call
  onChange: (change: Partial<Call>) => void
}

const subsOf = (category: string) =>
  Object.entries(matterSubcategories).filter(([key]) => key.startsWith(`${category}-`))

/** What it is about, in two levels: found by typing, by a digit in the search box, or by a click. */
export function CategoryPanel({ call, onChange }: Props) {
  const t = useTexts(hotlineTexts)
  const chosen = language.use()
  const [text, setText] = useState('')
  const id = useId()
  const sought = text.trim().toLowerCase()
  const pick = (category: MatterCategory, subcategory = '') => {
    onChange({ category, subcategory })
    setText('')
  }
  const found = sought === '' ? [] : findKinds(sought, chosen)
  const press = (event: KeyboardEvent) => {
    const byDigit = text === '' && /^[1-9]$/.test(event.key) ? categories[Number(event.key) - 1] : undefined
    if (byDigit) pick(byDigit)
    else if (event.key === 'Enter' && found[0]) pick(found[0].category, found[0].subcategory)
    else return
    event.preventDefault()
  }
  const subs = subsOf(call.category)
  return (
    <section className="panel" aria-labelledby="hl-cat">
      <div className="sec">
        <h2 id="hl-cat">{t.category}</h2>
        <span className="mut sm">{t.categoryNote}</span>
      </div>
      <div className="hl-find">
        <label className="vh" htmlFor={id}>
          {t.categoryFind}
        </label>
        <input
          id={id}
          className="field-in"
          placeholder={t.categoryFind}
          value={text}
          autoComplete="off"
          onChange={(event) => setText(event.target.value)}
          onKeyDown={press}
        />
        {found.length > 0 && (
          <ul className="hl-found">
            {found.map((one) => (
              <li key={one.subcategory || one.category}>
                <button type="button" onClick={() => pick(one.category, one.subcategory)}>
                  {one.words}
                </button>
              </li>
            ))}
          </ul>
        )}
      </div>
      <div className="hl-cats">
        {categories.map((category, index) => (
          <button
            key={category}
            type="button"
            className={category === call.category ? 'on' : ''}
            aria-pressed={category === call.category}
            onClick={() => pick(category)}
          >
            <span className="kbd" aria-hidden="true">
              {index + 1}
            </span>
            {matterCategories[category][chosen]}
          </button>
        ))}
      </div>
      {subs.length > 0 && (
        <fieldset className="hl-subs">
          <legend className="vh">{t.subcategory}</legend>
          {subs.map(([key, words]) => (
            <label key={key}>
              <input
                type="radio"
                name="subcategory"
                checked={call.subcategory === key}
                onChange={() => onChange({ subcategory: key })}
              />
              {words[chosen]}
            </label>
          ))}
        </fieldset>
      )}
    </section>
  )
}

function findKinds(sought: string, chosen: 'zh' | 'en') {
  const kinds = categories.flatMap((category) => [
    { category, subcategory: '', words: matterCategories[category][chosen] },
    ...subsOf(category).map(([subcategory, words]) => ({
      category,
      subcategory,
      words: `${matterCategories[category][chosen]} · ${words[chosen]}`,
    })),
  ])
  return kinds.filter(({ words }) => isWithin(sought, words.toLowerCase())).slice(0, 6)
}

/** The letters in their order, others between them: 家暴 finds 家庭暴力. */
function isWithin(sought: string, words: string): boolean {
  let at = 0
  for (const letter of words) if (letter === sought[at]) at++
  return at >= sought.length
}
