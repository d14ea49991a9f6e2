import { type Service, services } from '../../core/service.ts'
import { abilityOf } from '../kit/ability.ts'
import type { Language } from '../kit/i18n.ts'
import { type IconName, isIconName } from '../kit/icons.ts'
import type { MenuGroup, MenuItem } from '../kit/SideMenu.tsx'
import type { shellTexts } from '../kit/texts/shell.ts'
import type { Me, MenuEntry } from './data/session.ts'
import { mayJudge } from './judging/may-judge.ts'
import type { pagesTexts } from './texts/pages.ts'

/** Kinds of record that are services; the rest are what the federation has: people, places, titles, money. */
const serviceKinds = new Set(['case', 'activity', 'attendance', 'listing', 'response', 'item'])

const kindIcons: Readonly<Record<string, IconName>> = {
  case: 'case',
  activity: 'calendar',
  place: 'pin',
  team: 'people',
  member: 'people',
  listing: 'swap',
  award: 'medal',
  account: 'coin',
  item: 'document',
}

/** Up to so many programmes stand in the menu by themselves; more are folded into their services. */
const calm = 10

/** The side menu of this reader: what the server offers her post, in the house's four groups. */
export function menuGroups(
  me: Me,
  todoCount: number,
  t: (typeof shellTexts)['zh'],
  pages: (typeof pagesTexts)['zh'],
  chosen: Language,
): MenuGroup[] {
  const may = (page: string) => abilityOf(me.abilities, page).allowed
  const page = (key: keyof typeof pages, icon: IconName): MenuItem => ({ key, label: pages[key], icon, to: `/${key}` })
  const folded = me.menu.length > calm
  const beside = (of: Service): MenuItem[] =>
    of === 'education' && me.menu.some(({ programme }) => programme === 'family-place')
      ? [page('family-minimum', 'chart')]
      : []
  const service = folded
    ? byService(me.menu, chosen, beside)
    : [...me.menu.filter((entry) => serviceKinds.has(entry.kind)).map(entryItem), ...beside('education')]
  const force = folded ? [] : me.menu.filter((entry) => !serviceKinds.has(entry.kind)).map(entryItem)
  const groups: MenuGroup[] = [
    {
      key: 'first',
      label: null,
      items: [
        { key: 'home', label: t.home, icon: 'home', to: '/' },
        { key: 'todos', label: t.todos, icon: 'todo', to: '/todos', count: todoCount },
        ...(takesCalls(me) ? [page('hotline', 'phone')] : []),
      ],
    },
    { key: 'service', label: t.groupService, items: [...service, ...(mayJudge(me) ? [page('judging', 'medal')] : [])] },
    {
      key: 'force',
      label: t.groupForce,
      items: [
        ...(may('people') ? [page('people', 'people')] : []),
        ...force,
        ...(may('funds') ? [page('funds', 'coin')] : []),
        page('orgs', 'org'),
        ...(may('people') ? [page('brands', 'medal')] : []),
      ],
    },
    {
      key: 'data',
      label: t.groupData,
      items: [
        { key: 'figures', label: t.figures, icon: 'chart', to: '/figures' },
        page('indicators', 'chart'),
        page('initiatives', 'chart'),
        page('releases', 'document'),
        page('reviews', 'document'),
        ...(may('checks') ? [page('checks', 'draft-check'), page('statements', 'document')] : []),
        ...(may('imports') ? [page('imports', 'import')] : []),
      ],
    },
    {
      key: 'admin',
      label: t.groupAdmin,
      items: [
        ...(may('accounts') ? [page('accounts', 'key')] : []),
        ...(may('localProgrammes') ? [page('local-programmes', 'edit')] : []),
        ...(may('audit') ? [page('audit', 'audit')] : []),
        ...(may('breakGlass') ? [page('break-glass', 'lock')] : []),
      ],
    },
  ]
  return groups.filter((group) => group.items.length > 0)
}

/** The console is for posts that make contacts. */
const takesCalls = (me: Me) =>
  me.menu.some(({ programme, abilities }) => programme === 'hotline-contact' && abilities.create)

/** A service with one programme is that programme; one with several opens. Pages of its own stand beside them. */
function byService(
  menu: readonly MenuEntry[],
  chosen: Language,
  beside: (service: Service) => readonly MenuItem[],
): MenuItem[] {
  return (Object.keys(services) as Service[]).flatMap((service) => {
    const items = [...menu.filter((entry) => entry.service === service).map(entryItem), ...beside(service)]
    const [first] = items
    if (!first || items.length === 1) return items
    return [{ ...first, key: service, label: services[service][chosen], items }]
  })
}

function entryItem(entry: MenuEntry): MenuItem {
  const icon = isIconName(entry.icon) ? entry.icon : (kindIcons[entry.kind] ?? 'document')
  return { key: entry.programme, label: entry.label, icon, to: `/records/${entry.programme}` }
}
