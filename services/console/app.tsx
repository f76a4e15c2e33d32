import { lazy, Suspense } from 'react'
import { Navigate, Route, Routes } from 'react-router'
import { MeProvider, useMe } from './api/me.tsx'
import { EmptyService } from './pages/empty-service.tsx'
import { Waiting } from './parts/waiting.tsx'
import { ROOMS } from './rooms.ts'
import { Shell } from './shell.tsx'

const Inbox = lazy(() => import('./pages/inbox.tsx'))
const District = lazy(() => import('./pages/district.tsx'))
const Supervision = lazy(() => import('./pages/supervision.tsx'))
const CasePage = lazy(() => import('./pages/case.tsx'))

/** The rooms of the console, each loaded when it is entered. */
export const App = () => (
  <MeProvider>
    <Shell>
      <Suspense fallback={<Waiting />}>
        <Routes>
          <Route path="/inbox" element={<Inbox />} />
          <Route path="/district" element={<District />} />
          <Route path="/supervision" element={<Supervision />} />
          <Route path="/cases/:number" element={<CasePage />} />
          <Route path="*" element={<Begin />} />
        </Routes>
      </Suspense>
    </Shell>
  </MeProvider>
)

const Begin = () => {
  const me = useMe()
  const room = ROOMS.find(({ isOpenTo }) => isOpenTo(me))
  return room ? <Navigate to={room.path} replace /> : <EmptyService />
}
