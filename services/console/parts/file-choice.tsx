import { Space } from 'antd'
import { useState } from 'react'
import { useWords } from '../words/index.tsx'
import { FileButton } from './file-button.tsx'

interface FileChoiceProps {
  readonly label: string
  readonly accept?: string
  readonly multiple?: boolean
  readonly choose: (files: readonly File[]) => void
}

/** Chooses files, and shows which. */
export const FileChoice = ({ label, accept, multiple = false, choose }: FileChoiceProps) => {
  const words = useWords()
  const [names, setNames] = useState('')
  const take = (files: readonly File[]): void => {
    setNames(files.map(({ name }) => name).join('、'))
    choose(files)
  }
  return (
    <Space>
      <FileButton name={label} accept={accept} multiple={multiple} take={take} />
      <span>{names || <span className="quiet">{words.noFileYet}</span>}</span>
    </Space>
  )
}
