import { Button, Space } from 'antd'
import { useRef, useState } from 'react'
import { useWords } from '../words/index.tsx'

interface FileChoiceProps {
  readonly label: string
  readonly accept?: string
  readonly choose: (file: File) => void
}

/** Chooses a file in the language of the console: a browser's own button speaks the browser's. */
export const FileChoice = ({ label, accept, choose }: FileChoiceProps) => {
  const words = useWords()
  const input = useRef<HTMLInputElement>(null)
  const [name, setName] = useState('')
  return (
    <Space>
      <input
        ref={input}
        type="file"
        // Forms of the library show what is only "hidden".
        style={{ display: 'none' }}
        accept={accept}
        onChange={event => {
          const [file] = event.target.files ?? []
          // The same file, mended meanwhile, may be chosen again.
          event.target.value = ''
          if (!file) return
          setName(file.name)
          choose(file)
        }}
      />
      <Button onClick={() => input.current?.click()}>{label}</Button>
      <span>{name || <span className="quiet">{words.noFileYet}</span>}</span>
    </Space>
  )
}
