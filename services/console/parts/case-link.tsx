import { Link, useLocation } from 'react-router'
import { useMe } from '../api/me.tsx'
import { ROOMS } from '../rooms.ts'

/** A case by its number; it is gone back from to the list as it was asked for. */
export const CaseLink = ({ number }: { readonly number: string }) => (
  <Link to={`/cases/${number}`} state={useHere()}>
    {number}
  </Link>
)

/** What a page that is opened from here goes back to. */
export const useHere = (): { readonly from: string } => {
  const { pathname, search } = useLocation()
  return { from: pathname + search }
}

/** Where somebody came from; else the first room that is open to them. */
export const useBack = (): string => {
  const { state } = useLocation()
  const me = useMe()
  return state?.from ?? ROOMS.find(({ isOpenTo }) => isOpenTo(me))?.path ?? '/'
}
