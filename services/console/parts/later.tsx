import { type ReactNode, useDeferredValue } from 'react'

/** Drawn once what stands before it is: somebody looks at the curve first. */
export const Later = ({ children }: { readonly children: ReactNode }) =>
  useDeferredValue(true, false) ? children : null
