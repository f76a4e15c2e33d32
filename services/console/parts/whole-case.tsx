import { useQuery } from '@tanstack/react-query'
import { App } from 'antd'
import { type ReactNode, useEffect } from 'react'
import { api, type CaseView, dataOf } from '../api/client.ts'
import { useWords } from '../words/index.tsx'
import { problemText } from './problem-note.tsx'

interface WholeCaseProps {
  readonly number: string
  /** When it cannot be read */
  readonly close: () => void
  readonly children: (view: CaseView) => ReactNode
}

/** For what is asked of each charge by itself: a list has only the sum of a case. */
export const WholeCase = ({ number, close, children }: WholeCaseProps) => {
  const words = useWords()
  const { message } = App.useApp()
  const { data, error } = useQuery({
    queryKey: ['case', number],
    queryFn: () => dataOf(api.GET('/v1/cases/{id}', { params: { path: { id: number } } })),
  })
  // biome-ignore lint/correctness/useExhaustiveDependencies: told once
  useEffect(() => {
    if (!error) return
    message.error(problemText(words, error))
    close()
  }, [error])
  return data ? children(data) : null
}
