import { useQuery } from '@tanstack/react-query'
import { App, Button, Card, Checkbox, Input, Radio, Space, Timeline } from 'antd'
import { useState } from 'react'
import { api, type CaseView, commandKey, dataOf, type Schemas } from '../api/client.ts'
import { useMe } from '../api/me.tsx'
import { useWords } from '../words/index.tsx'
import { deedOf } from './deeds.ts'
import { FileButton } from './file-button.tsx'
import { ProblemNote, problemText } from './problem-note.tsx'
import { timeText } from './times.ts'
import { uploadFile } from './upload-file.ts'

interface RecordsProps {
  readonly view: CaseView
  readonly done: () => void
}

/** Who did what when, and why; views are left out unless they are asked for. */
export const CaseTimeline = ({ id }: { readonly id: string }) => {
  const words = useWords()
  const { abilities } = useMe()
  const { data, error } = useQuery({
    queryKey: ['case-records', id, 'audit'],
    enabled: abilities.includes('audit.read'),
    queryFn: () => dataOf(api.GET('/v1/cases/{id}/audit', { params: { path: { id } } })),
  })
  if (!abilities.includes('audit.read')) return null
  if (error) return <ProblemNote error={error} />
  const entries = stretchesOf(data?.entries ?? []).toReversed()
  return (
    <Card size="small" title={words.timeline} loading={!data}>
      <Timeline
        items={entries.map(({ entry, times }) => ({
          key: entry.sequence,
          content: (
            <>
              <span className="quiet">{timeText(entry.at)}</span> <strong>{entry.actor}</strong>{' '}
              {deedOf(words, entry.action)}
              {times > 1 && ` × ${times}`}
              {entry.to !== null && entry.from !== entry.to && ` → ${words.states[entry.to]}`}
              {entry.reason !== '' && <div>{entry.reason}</div>}
            </>
          ),
        }))}
      />
    </Card>
  )
}

/** Without views; the same deed of the same actor again and again is one stretch, told by its last. */
const stretchesOf = (entries: readonly Schemas['AuditEntry'][]) => {
  const stretches: { entry: Schemas['AuditEntry']; times: number }[] = []
  for (const entry of entries) {
    if (entry.action === 'view') continue
    const before = stretches.at(-1)
    const isSame =
      before?.entry.action === entry.action &&
      before.entry.actor === entry.actor &&
      entry.from === entry.to &&
      entry.reason === ''
    if (isSame) stretches[stretches.length - 1] = { entry, times: before.times + 1 }
    else stretches.push({ entry, times: 1 })
  }
  return stretches
}

/** What was said about it, and a place to say more. */
export const CaseComments = ({ view, done }: RecordsProps) => {
  const words = useWords()
  const { account } = useMe()
  const { message } = App.useApp()
  const [text, setText] = useState('')
  const [audience, setAudience] = useState<Schemas['CommentAudience']>('internal')
  const { data } = useQuery({
    queryKey: ['case-records', view.id, 'comments'],
    queryFn: () => dataOf(api.GET('/v1/cases/{id}/comments', { params: { path: { id: view.id } } })),
  })
  const send = async (): Promise<void> => {
    try {
      const body = { text, ...(account.role === 'district' ? {} : { audience }) }
      const params = { path: { id: view.id }, header: { 'Idempotency-Key': commandKey() } }
      await dataOf(api.POST('/v1/cases/{id}/comment', { params, body }))
      setText('')
      done()
    } catch (problem) {
      message.error(problemText(words, problem))
    }
  }
  return (
    <Card
      size="small"
      title={words.comments}
      loading={!data}
      className={data?.comments.length === 0 ? 'no-print' : ''}
    >
      <ul className="facts">
        {data?.comments.map(({ sequence, at, by, text: said }) => (
          <li key={sequence}>
            <span className="sentence">
              <span className="quiet">
                {timeText(at)} {by}
              </span>
              <br />
              {said}
            </span>
          </li>
        ))}
      </ul>
      {view.next.includes('comment') && (
        <div className="stack no-print">
          <Input.TextArea
            aria-label={words.commentText}
            value={text}
            rows={2}
            onChange={event => setText(event.target.value)}
          />
          <Space>
            {account.role !== 'district' && (
              <Radio.Group
                size="small"
                aria-label={words.audience}
                value={audience}
                onChange={event => setAudience(event.target.value)}
                options={[
                  { value: 'internal', label: words.audienceInternal },
                  { value: 'all', label: words.audienceAll },
                ]}
              />
            )}
            <Button size="small" disabled={text.trim() === ''} onClick={() => void send()}>
              {words.actions.comment}
            </Button>
          </Space>
        </div>
      )}
    </Card>
  )
}

/** What was uploaded, and a way to upload more. */
export const CaseFiles = ({ view, done }: RecordsProps) => {
  const words = useWords()
  const { account } = useMe()
  const { message } = App.useApp()
  const [isShared, setShared] = useState(false)
  const [isSending, setSending] = useState(false)
  const { data } = useQuery({
    queryKey: ['case-records', view.id, 'files'],
    queryFn: () => dataOf(api.GET('/v1/cases/{id}/files', { params: { path: { id: view.id } } })),
  })
  const upload = async (file: File): Promise<void> => {
    setSending(true)
    try {
      await uploadFile(view.id, file, isShared)
      done()
    } catch (problem) {
      message.error(problemText(words, problem))
    } finally {
      setSending(false)
    }
  }
  return (
    <Card
      size="small"
      title={words.files}
      loading={!data}
      className={data?.files.length === 0 ? 'no-print' : ''}
    >
      <ul className="facts">
        {data?.files.map(({ id, name, uploadedBy, uploadedAt }) => (
          <li key={id}>
            <a className="sentence" href={`/v1/cases/${view.id}/files/${id}`}>
              {name}
            </a>
            <span className="quiet">
              {uploadedBy} {timeText(uploadedAt)}
            </span>
          </li>
        ))}
      </ul>
      {account.role !== 'pricing' && account.role !== 'auditor' && (
        <Space className="no-print" wrap>
          <FileButton
            name={words.upload}
            size="small"
            loading={isSending}
            take={([file]) => file && upload(file)}
          />
          {account.role !== 'district' && (
            <Checkbox checked={isShared} onChange={event => setShared(event.target.checked)}>
              {words.shareWithDistrict}
            </Checkbox>
          )}
        </Space>
      )}
    </Card>
  )
}
