import { type ComponentType, lazy, Suspense } from 'react'
import { Navigate, Route, Routes } from 'react-router'
import { LiveProvider } from './api/live.tsx'
import { MeProvider, useMe } from './api/me.tsx'
import { EmptyService } from './pages/empty-service.tsx'
import { Waiting } from './parts/waiting.tsx'
import { ROOMS } from './rooms.ts'
import { Shell } from './shell.tsx'

/** A page that is loaded when it is entered: where somebody arrives at it, before it is known who that is. */
const page = (path: string, load: () => Promise<{ default: ComponentType }>) => {
  const begun = location.pathname.startsWith(`/console${path}`) ? load() : undefined
  return lazy(() => begun ?? load())
}

const Inbox = page('/inbox', () => import('./pages/inbox.tsx'))
const District = page('/district', () => import('./pages/district.tsx'))
const Supervision = page('/supervision', () => import('./pages/supervision.tsx'))
const Endpoints = page('/endpoints', () => import('./pages/endpoints.tsx'))
const Operation = page('/operation', () => import('./pages/operation.tsx'))
const Accounts = page('/accounts', () => import('./pages/accounts.tsx'))
const Audit = page('/audit', () => import('./pages/audit.tsx'))
const Pricing = page('/pricing', () => import('./pages/pricing.tsx'))
const CasePage = page('/cases', () => import('./pages/case.tsx'))

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
