import { type ComponentProps, lazy, Suspense } from 'react'

const Act = lazy(async () => ({ default: (await import('./act-dialog.tsx')).ActDialog }))
const Answer = lazy(async () => ({ default: (await import('./answer-dialog.tsx')).AnswerDialog }))
const Outcome = lazy(async () => ({ default: (await import('./outcome-dialog.tsx')).OutcomeDialog }))
const Verification = lazy(async () => ({
  default: (await import('./verification-dialog.tsx')).VerificationDialog,
}))

/** The dialogs, each loaded when it is first opened: forms and calendars are no part of the first look. */
export const ActDialog = (props: ComponentProps<typeof Act>) => (
  <Suspense>
    <Act {...props} />
  </Suspense>
)

export const AnswerDialog = (props: ComponentProps<typeof Answer>) => (
  <Suspense>
    <Answer {...props} />
  </Suspense>
)

export const OutcomeDialog = (props: ComponentProps<typeof Outcome>) => (
  <Suspense>
    <Outcome {...props} />
  </Suspense>
)

export const VerificationDialog = (props: ComponentProps<typeof Verification>) => (
  <Suspense>
    <Verification {...props} />
  </Suspense>
)
