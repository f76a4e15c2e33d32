import { lazy, Suspense } from 'react'
import { Navigate, Route, Routes } from 'react-router'
import { LiveProvider } from './api/live.tsx'
import { MeProvider, useMe } from './api/me.tsx'
import { EmptyService } from './pages/empty-service.tsx'
import { Waiting } from './parts/waiting.tsx'
import { ROOMS } from './rooms.ts'
import { Shell } from './shell.tsx'

const Inbox = lazy(() => import('./pages/inbox.tsx'))
const District = lazy(() => import('./pages/district.tsx'))
const Supervision = lazy(() => import('./pages/supervision.tsx'))
const Endpoints = lazy(() => import('./pages/endpoints.tsx'))
const Operation = lazy(() => import('./pages/operation.tsx'))
const Accounts = lazy(() => import('./pages/accounts.tsx'))
const Audit = lazy(() => import('./pages/audit.tsx'))
const Pricing = lazy(() => import('./pages/pricing.tsx'))
const CasePage = lazy(() => import('./pages/case.tsx'))

/** The rooms of the console, each loaded when it is entered. */
export const App = () => (
  <MeProvider>
    <LiveProvider>
      <Shell>
        <Suspense fallback={<Waiting />}>
          <Routes>
            <Route path="/inbox" element={<Inbox />} />
            <Route path="/district" element={<District />} />
            <Route path="/supervision" element={<Supervision />} />
            <Route path="/pricing" element={<Pricing />} />
            <Route path="/endpoints" element={<Endpoints />} />
            <Route path="/operation" element={<Operation />} />
            <Route path="/accounts" element={<Accounts />} />
            <Route path="/audit" element={<Audit />} />
            <Route path="/cases/:number" element={<CasePage />} />
            <Route path="*" element={<Begin />} />
          </Routes>
        </Suspense>
      </Shell>
    </LiveProvider>
  </MeProvider>
)

const Begin = () => {
  const me = useMe()
  const room = ROOMS.find(({ isOpenTo }) => isOpenTo(me))
  return room ? <Navigate to={room.path} replace /> : <EmptyService />
}
