import { useSearchParams } from 'react-router'
import { addressNow, givenIn } from '../../api/address.ts'
import type { Schemas } from '../../api/client.ts'
import { useSpoken } from '../../words/index.tsx'

/** What the tabs keep in the address, so that a question can be sent and gone back to. */
export type Name =
  | ('tab' | 'day' | 'knownAt' | 'district' | 'industry' | 'category' | 'status' | 'text' | 'rule')
  | ('customer' | 'list' | 'from' | 'to' | 'state' | 'kind' | 'change' | 'source' | 'fromKnownAt')

/** What means the same on every tab, and stays when another is opened. */
const SHARED: readonly Name[] = [
  'day',
  'knownAt',
  'district',
  'industry',
  'category',
  'customer',
  'from',
  'to',
]

export const useAsked = () => {
  const [address, setAddress] = useSearchParams()
  const set = (given: Partial<Record<Name, string | undefined>>): void => {
    const next = addressNow()
    for (const [name, value] of Object.entries(given)) {
      if (value) next.set(name, value)
      else next.delete(name)
    }
    setAddress(next, { replace: true })
  }
  return {
    get: (name: Name): string | undefined => address.get(name) || undefined,
    set,
    /** Another tab, with what both understand */
    open: (tab: string, given: Partial<Record<Name, string>> = {}): void => {
      setAddress({ ...givenIn(address, SHARED), ...given, tab })
    },
    /** What of these is asked for; nothing that is not */
    query: <K extends Name>(...names: readonly K[]): Partial<Record<K, string>> => givenIn(address, names),
  }
}

/** Says what the service tells in both languages. */
export const useSay = (): ((both: Schemas['RuleRow']['amount']) => string) => {
  const { language } = useSpoken()
  return both => both[language]
}
