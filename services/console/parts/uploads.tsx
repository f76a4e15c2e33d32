import { Alert, Button, Checkbox, Progress } from 'antd'
import { useState } from 'react'
import type { Schemas } from '../api/client.ts'
import { useMe } from '../api/me.tsx'
import { sendFile } from '../api/send-file.ts'
import { useWords } from '../words/index.tsx'
import { FileButton } from './file-button.tsx'
import { ProblemNote } from './problem-note.tsx'

type Registry = Schemas['RegistryAnswer']

interface Sending {
  readonly name: string
  readonly share: number
  readonly stop: () => void
}

/** Uploads a registry or a file of readings; it shows how far that has come, and can be stopped. */
export const Uploads = ({ done }: { readonly done: () => void }) => {
  const words = useWords()
  const { abilities } = useMe()
  const [sending, setSending] = useState<Sending | null>(null)
  const [error, setError] = useState<Error | null>(null)
  const [taken, setTaken] = useState<Registry | null>(null)
  const [backfill, setBackfill] = useState(false)
  const upload = async <T,>(path: string, file: File): Promise<T | null> => {
    const stopping = new AbortController()
    const show = (share: number): void => setSending({ name: file.name, share, stop: () => stopping.abort() })
    setError(null)
    setTaken(null)
    show(0)
    try {
      return await sendFile<T>(path, file, { onSent: show, signal: stopping.signal })
    } catch (problem) {
      if (!stopping.signal.aborted) setError(problem as Error)
      return null
    } finally {
      setSending(null)
      done()
    }
  }
  const importReadings = ([file]: readonly File[]) =>
    file &&
    upload(`/v1/imports?${new URLSearchParams({ fileName: file.name, backfill: String(backfill) })}`, file)
  const importRegistry = async ([file]: readonly File[]) =>
    file && setTaken(await upload<Registry>('/v1/registry', file))
  return (
    <div className="stack">
      <div className="toolbar">
        {abilities.includes('registry.write') && (
          <FileButton name={words.rooms.importRegistry} disabled={sending !== null} take={importRegistry} />
        )}
        <FileButton name={words.rooms.importReadings} disabled={sending !== null} take={importReadings} />
        <Checkbox checked={backfill} onChange={event => setBackfill(event.target.checked)}>
          {words.rooms.backfill}
        </Checkbox>
        <span className="quiet">{words.rooms.importHint}</span>
      </div>
      {sending && (
        <div className="toolbar" role="status">
          {words.rooms.sending(sending.name)}
          <Progress
            className="wide-select"
            size="small"
            percent={Math.floor(100 * sending.share)}
            aria-label={words.rooms.progress}
          />
          <Button size="small" onClick={sending.stop}>
            {words.rooms.stopSending}
          </Button>
        </div>
      )}
      {error && <ProblemNote error={error} />}
      {taken && <RegistryTaken taken={taken} />}
    </div>
  )
}

/** What a registry changed, and every row of it that could not be used. */
const RegistryTaken = ({ taken }: { readonly taken: Registry }) => {
  const words = useWords()
  const { added, changed, unchanged, faults, unknownDistricts, correctionId } = taken
  return (
    <Alert
      type={faults.length + unknownDistricts.length === 0 ? 'success' : 'warning'}
      showIcon
      role="status"
      title={words.rooms.registryTaken(added, changed, unchanged)}
      description={
        <>
          {correctionId !== null && <div>{words.rooms.correctionMade(correctionId)}</div>}
          {unknownDistricts.length > 0 && (
            <div>
              {words.rooms.unknownDistricts}: {unknownDistricts.join(', ')}
            </div>
          )}
          {faults.length > 0 && <div>{words.rooms.rowsNotTaken(faults.length)}</div>}
          <ul className="faults">
            {faults.map(({ line, detail }) => (
              <li key={`${line} ${detail}`}>
                {words.rooms.line(line)} · {detail}
              </li>
            ))}
          </ul>
        </>
      }
    />
  )
}
