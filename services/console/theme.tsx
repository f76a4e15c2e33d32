import { App as AntApp, ConfigProvider, theme } from 'antd'
import enUS from 'antd/locale/en_US'
import zhCN from 'antd/locale/zh_CN'
import { createContext, type ReactNode, useContext, useEffect, useMemo, useState } from 'react'
import { useSpoken } from './words/index.tsx'

export type Look = 'light' | 'dark'

interface Looks {
  readonly look: Look
  readonly setLook: (look: Look) => void
}

const KEPT_AS = 'dianshao.look'
const NONCE = document.querySelector<HTMLMetaElement>('meta[name="csp-nonce"]')?.content ?? ''

/** Tables and dialogs measure and lock scroll bars by style elements that cannot be told the nonce. */
document.createElement = new Proxy(document.createElement, {
  apply(create, self, asked) {
    const made: unknown = Reflect.apply(create, self, asked)
    if (made instanceof HTMLStyleElement && NONCE) made.nonce = NONCE
    return made
  },
})
const FONT = 'system-ui, "Noto Sans SC", "Noto Sans CJK SC", "Microsoft YaHei", sans-serif'

/** What the library paints too pale to be read. */
const LEGIBLE = {
  light: {
    colorLink: '#0a5cb8',
    colorTextPlaceholder: '#6b6b6b',
    colorTextQuaternary: '#6b6b6b',
    colorTextDescription: '#595959',
    colorTextTertiary: '#595959',
  },
  dark: {
    colorLink: '#69b1ff',
    colorTextPlaceholder: '#a6a6a6',
    colorTextQuaternary: '#a6a6a6',
    colorTextDescription: '#a6a6a6',
    colorTextTertiary: '#a6a6a6',
  },
} as const satisfies Readonly<Record<Look, object>>

const Context = createContext<Looks | null>(null)

const first = (): Look => {
  const kept = localStorage.getItem(KEPT_AS)
  if (kept === 'light' || kept === 'dark') return kept
  return matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light'
}

/** Light or dark, in the language spoken. Styles come with the nonce of the page: its policy forbids others. */
export const LookProvider = ({ children }: { readonly children: ReactNode }) => {
  const { language } = useSpoken()
  const [look, setLook] = useState<Look>(first)
  useEffect(() => {
    localStorage.setItem(KEPT_AS, look)
    document.documentElement.dataset.look = look
  }, [look])
  const looks = useMemo(() => ({ look, setLook }), [look])
  return (
    <Context value={looks}>
      <ConfigProvider
        locale={language === 'zh' ? zhCN : enUS}
        csp={{ nonce: NONCE }}
        // Else a button of two characters is named with a space between them.
        button={{ autoInsertSpace: false }}
        theme={{
          algorithm: look === 'dark' ? theme.darkAlgorithm : theme.defaultAlgorithm,
          token: { colorPrimary: '#0a5cb8', fontFamily: FONT, borderRadius: 4, ...LEGIBLE[look] },
          components: {
            Menu: { horizontalItemSelectedColor: LEGIBLE[look].colorLink },
            Tabs: { itemSelectedColor: LEGIBLE[look].colorLink },
          },
        }}
      >
        <AntApp>{children}</AntApp>
      </ConfigProvider>
    </Context>
  )
}

export const useLook = (): Looks => {
  const looks = useContext(Context)
  if (!looks) throw new Error('There is no look outside of the LookProvider.')
  return looks
}
