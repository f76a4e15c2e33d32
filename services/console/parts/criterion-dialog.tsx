import { Button, DatePicker, Form, Input, Modal } from 'antd'
import dayjs from 'dayjs'
import { api, dataOf, type Schemas } from '../api/client.ts'
import { useMe } from '../api/me.tsx'
import { useWords } from '../words/index.tsx'
import { FormDialog } from './form-dialog.tsx'
import {
  firstThresholds,
  ThresholdFields,
  ThresholdPreview,
  type ThresholdValues,
} from './threshold-fields.tsx'

type Criterion = Schemas['CriterionView']

interface Fields extends ThresholdValues {
  readonly validFrom: dayjs.Dayjs
  readonly reason: string
}

interface CriterionDialogProps {
  readonly criteria: readonly Criterion[]
  readonly close: () => void
  readonly done: () => void
}

/** Proposes thresholds; what they would have made of the last weeks is shown before. */
export const CriterionDialog = ({ criteria, close, done }: CriterionDialogProps) => {
  const words = useWords()
  const { abilities } = useMe()
  return (
    <FormDialog<Fields>
      title={words.rooms.propose}
      initial={{ ...firstThresholds(criteria), validFrom: dayjs().add(7, 'day') }}
      close={close}
      done={done}
      send={({ validFrom, ...rest }, key) =>
        dataOf(
          api.POST('/v1/criteria', {
            params: { header: { 'Idempotency-Key': key } },
            body: { ...rest, validFrom: validFrom.format('YYYY-MM-DD') },
          }),
        )
      }
    >
      <ThresholdFields criteria={criteria} />
      {abilities.includes('openings.read') && <ThresholdPreview />}
      <Form.Item name="validFrom" label={words.rooms.validFrom} rules={[{ required: true }]}>
        <DatePicker />
      </Form.Item>
      <Form.Item name="reason" label={words.reason} rules={[{ required: true }]}>
        <Input.TextArea rows={3} />
      </Form.Item>
    </FormDialog>
  )
}

/** Tries thresholds on the last weeks; for who looks on and proposes none. */
export const TrialDialog = ({ criteria, close }: Omit<CriterionDialogProps, 'done'>) => {
  const words = useWords()
  return (
    <Modal
      open
      centered
      title={words.rooms.tryThresholds}
      onCancel={close}
      footer={<Button onClick={close}>{words.close}</Button>}
    >
      <p className="quiet">{words.rooms.tryHint}</p>
      <Form<ThresholdValues> layout="vertical" initialValues={firstThresholds(criteria)}>
        <ThresholdFields criteria={criteria} />
        <ThresholdPreview />
      </Form>
    </Modal>
  )
}
