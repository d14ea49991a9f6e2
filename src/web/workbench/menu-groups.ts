import { abilityOf } from '../kit/ability.ts'
import { type IconName, isIconName } from '../kit/icons.ts'
import type { MenuGroup, MenuItem } from '../kit/SideMenu.tsx'
import type { shellTexts } from '../kit/texts/shell.ts'
import type { Me, MenuEntry } from './data/session.ts'
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

/** The side menu of this reader: what the server offers her post, in the house's four groups. */
export function menuGroups(
  me: Me,
  todoCount: number,
  t: (typeof shellTexts)['zh'],
  pages: (typeof pagesTexts)['zh'],
): MenuGroup[] {
  const may = (page: string) => abilityOf(me.abilities, page).allowed
  const page = (key: keyof typeof pages, icon: IconName): MenuItem => ({ key, label: pages[key], icon, to: `/${key}` })
  const service = me.menu.filter((entry) => serviceKinds.has(entry.kind)).map(entryItem)
  const force = me.menu.filter((entry) => !serviceKinds.has(entry.kind)).map(entryItem)
  const groups: MenuGroup[] = [
    {
      key: 'first',
      label: null,
      items: [
        { key: 'home', label: t.home, icon: 'home', to: '/' },
        { key: 'todos', label: t.todos, icon: 'todo', to: '/todos', count: todoCount },
      ],
    },
    { key: 'service', label: t.groupService, items: service },
    {
      key: 'force',
      label: t.groupForce,
      items: [...(may('people') ? [page('people', 'people')] : []), ...force, page('orgs', 'org')],
    },
    {
      key: 'data',
      label: t.groupData,
      items: [
        { key: 'figures', label: t.figures, icon: 'chart', to: '/figures' },
        ...(may('imports') ? [page('imports', 'import')] : []),
      ],
    },
    {
      key: 'admin',
      label: t.groupAdmin,
      items: [...(may('accounts') ? [page('accounts', 'key')] : []), ...(may('audit') ? [page('audit', 'audit')] : [])],
    },
  ]
  return groups.filter((group) => group.items.length > 0)
}

function entryItem(entry: MenuEntry): MenuItem {
  const icon = isIconName(entry.icon) ? entry.icon : (kindIcons[entry.kind] ?? 'document')
  return { key: entry.programme, label: entry.label, icon, to: `/records/${entry.programme}` }
}
