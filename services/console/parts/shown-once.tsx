import { Alert, Button, Modal, Typography } from 'antd'
import { useWords } from '../words/index.tsx'

interface ShownOnceProps {
  readonly title: string
  readonly hint: string
  /** null: it was shown before, and nobody can show it again */
  readonly secret: string | null
  readonly close: () => void
}

/** A secret that is kept nowhere: it goes away by one button alone, never by a click beside it. */
export const ShownOnce = ({ title, hint, secret, close }: ShownOnceProps) => {
  const words = useWords()
  return (
    <Modal
      open
      title={title}
      closable={false}
      mask={{ closable: false }}
      keyboard={false}
      footer={
        <Button type="primary" onClick={close}>
          {words.rooms.kept}
        </Button>
      }
    >
      <Alert type="warning" showIcon title={secret === null ? words.rooms.secretGone : hint} />
      {secret !== null && (
        <Typography.Paragraph copyable className="secret">
          {secret}
        </Typography.Paragraph>
      )}
    </Modal>
  )
}
