import { commandKey, type Problem, ProblemAnswer, Unreached } from '../api/client.ts'

interface UploadedFile {
  readonly id: string
  readonly name: string
}

/** Puts a file into a case. Throws ProblemAnswer, or Unreached. */
export const uploadFile = async (caseId: string, file: File, isShared: boolean): Promise<UploadedFile> => {
  const asked = new URLSearchParams({ name: file.name, ...(isShared ? { shared: 'true' } : {}) })
  const answer = await fetch(`/v1/cases/${caseId}/files?${asked}`, {
    method: 'POST',
    headers: { 'content-type': 'application/octet-stream', 'idempotency-key': commandKey() },
    body: file,
  }).catch(() => {
    throw new Unreached()
  })
  if (!answer.ok) throw new ProblemAnswer((await answer.json()) as Problem)
  return (await answer.json()).file
}
