import { useRef } from 'react'
import { commandKey, Unreached } from './client.ts'

/**
 * Sends a command under a key that stays until it is answered: sent again after the line broke it is done once; asked
 * anew after an answer, a refusal too, it is another command.
 */
export const useOnce = (): (<T>(send: (key: string) => Promise<T>) => Promise<T>) => {
  const key = useRef<string>(undefined)
  return async send => {
    key.current ??= commandKey()
    try {
      const answer = await send(key.current)
      key.current = undefined
      return answer
    } catch (problem) {
      if (!(problem instanceof Unreached)) key.current = undefined
      throw problem
    }
  }
}
