import { createContext, type ReactNode, useContext, useEffect, useMemo, useState } from 'react'
import { en } from './en.ts'
import { type Words, zh } from './zh.ts'

export type { Words }
export type Language = 'zh' | 'en'

interface Spoken {
  readonly language: Language
  readonly words: Words
  readonly setLanguage: (language: Language) => void
}

const DICTIONARIES: Readonly<Record<Language, Words>> = { zh, en }
const KEPT_AS = 'dianshao.language'

const Context = createContext<Spoken | null>(null)

/** Chinese first; what was chosen is remembered in the browser. */
export const WordsProvider = ({ children }: { readonly children: ReactNode }) => {
  const [language, setLanguage] = useState<Language>(() =>
    localStorage.getItem(KEPT_AS) === 'en' ? 'en' : 'zh',
  )
  useEffect(() => {
    localStorage.setItem(KEPT_AS, language)
    document.documentElement.lang = language === 'zh' ? 'zh-CN' : 'en'
    document.title = `${DICTIONARIES[language].product}`
  }, [language])
  const spoken = useMemo(() => ({ language, words: DICTIONARIES[language], setLanguage }), [language])
  return <Context value={spoken}>{children}</Context>
}

export const useSpoken = (): Spoken => {
  const spoken = useContext(Context)
  if (!spoken) throw new Error('There are no words outside of the WordsProvider.')
  return spoken
}

export const useWords = (): Words => useSpoken().words
