import { useQuery } from '@tanstack/react-query'
import { createContext, type ReactNode, useContext } from 'react'
import { ProblemNote } from '../parts/problem-note.tsx'
import { Waiting } from '../parts/waiting.tsx'
import { api, dataOf, type Me } from './client.ts'

const Context = createContext<Me | null>(null)

/** Who is signed in; who is not is sent to sign in. */
export const MeProvider = ({ children }: { readonly children: ReactNode }) => {
  const { data, error, refetch } = useQuery({
    queryKey: ['me'],
    queryFn: () => dataOf(api.GET('/v1/me')),
    staleTime: Number.POSITIVE_INFINITY,
  })
  if (error) return <ProblemNote error={error} again={() => void refetch()} />
  if (!data) return <Waiting />
  return <Context value={data}>{children}</Context>
}

export const useMe = (): Me => {
  const me = useContext(Context)
  if (!me) throw new Error('Nobody is known outside of the MeProvider.')
  return me
}
