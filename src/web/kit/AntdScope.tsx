import { ConfigProvider } from 'antd'
import enUS from 'antd/locale/en_US.js'
import zhCN from 'antd/locale/zh_CN.js'
import type { ReactNode } from 'react'
import { language } from './i18n.ts'
import { largeType } from './large-type.ts'
import { largeTheme, theme } from './theme.ts'

/** Wraps a page that uses antd controls. Only such pages load antd: the first page of the workbench does without. */
export function AntdScope({ children }: { children: ReactNode }) {
  const locale = language.use() === 'zh' ? zhCN : enUS
  const large = largeType.use() === 'on'
  return (
    <ConfigProvider theme={large ? largeTheme : theme} locale={locale}>
      {children}
    </ConfigProvider>
  )
}
