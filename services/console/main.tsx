import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { BrowserRouter } from 'react-router'
import { App } from './app.tsx'
import './console.css'
import { LookProvider } from './theme.tsx'
import { WordsProvider } from './words/index.tsx'

// A problem that the service told of comes back the same: only who could not be reached is asked again.
const queries = new QueryClient({
  defaultOptions: {
    queries: {
      retry: (times, error) => error.name === 'Unreached' && times < 2,
      staleTime: 10_000,
      refetchOnWindowFocus: false,
    },
  },
})

createRoot(document.getElementById('root')!).render(
  <StrictMode>
    <WordsProvider>
      <LookProvider>
        <QueryClientProvider client={queries}>
          <BrowserRouter basename="/console">
            <App />
          </BrowserRouter>
        </QueryClientProvider>
      </LookProvider>
    </WordsProvider>
  </StrictMode>,
)
