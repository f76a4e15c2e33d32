import type { Schemas } from '../api/client.ts'
import { sendFile } from '../api/send-file.ts'

/** Puts a file into a case. Throws what dataOf throws. */
export const uploadFile = async (
  caseId: string,
  file: File,
  isShared: boolean,
): Promise<Schemas['CaseFile']> => {
  const asked = new URLSearchParams({ name: file.name, ...(isShared ? { shared: 'true' } : {}) })
  const answer = await sendFile<Schemas['FileAnswer']>(`/v1/cases/${caseId}/files?${asked}`, file)
  return answer.file
}
