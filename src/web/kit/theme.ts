import type { ThemeConfig } from 'antd'

/** The house's colours and measures for the few antd controls in use; values follow tokens.css. */
export const theme: ThemeConfig = {
  cssVar: {},
  hashed: false,
  token: {
    colorPrimary: '#b4232f',
    colorInfo: '#225f8e',
    colorLink: '#225f8e',
    colorSuccess: '#35682f',
    colorWarning: '#875100',
    colorError: '#971b27',
    colorText: '#211d19',
    colorTextSecondary: '#4a443d',
    colorTextTertiary: '#655d54',
    colorTextPlaceholder: '#655d54',
    colorTextDisabled: '#655d54',
    colorBgLayout: '#f8f6f2',
    colorBgContainer: '#ffffff',
    colorFillAlter: '#fdfcfa',
    colorBgContainerDisabled: '#f1eee8',
    colorBorder: '#8b8278',
    colorBorderSecondary: '#e6e1d8',
    colorSplit: '#f1eee8',
    controlItemBgActive: '#f0f6fa',
    controlItemBgHover: '#fdfcfa',
    borderRadius: 6,
    borderRadiusSM: 4,
    borderRadiusLG: 10,
    fontSize: 14,
    fontSizeSM: 12,
    fontSizeHeading3: 20,
    fontWeightStrong: 600,
    controlHeight: 32,
    controlHeightLG: 40,
    sizeUnit: 4,
    boxShadowTertiary: 'none',
    motionDurationMid: '0.12s',
    fontFamily: '"PingFang SC","Microsoft YaHei","Noto Sans SC",sans-serif',
  },
  components: {
    Button: { primaryShadow: 'none', defaultShadow: 'none', defaultBorderColor: '#8b8278', fontWeight: 500 },
    Select: { optionSelectedBg: '#f0f6fa', activeOutlineColor: '#225f8e' },
    Tabs: { itemSelectedColor: '#971b27', inkBarColor: '#b4232f' },
    Drawer: { paddingLG: 20 },
    Tag: { defaultBg: '#e6e1d8', defaultColor: '#4a443d' },
    Input: { activeShadow: '0 0 0 2px #fff, 0 0 0 4px #225f8e' },
  },
}

/** The same at 大字: antd measures in px, so it is told the larger sizes. */
export const largeTheme: ThemeConfig = {
  ...theme,
  token: { ...theme.token, fontSize: 17.5, fontSizeSM: 15, controlHeight: 44, controlHeightLG: 50 },
}
