import { Button } from 'antd'
import { type ComponentProps, useRef } from 'react'

interface FileButtonProps extends Omit<ComponentProps<typeof Button>, 'onClick' | 'name'> {
  readonly name: string
  readonly accept?: string | undefined
  readonly multiple?: boolean
  /** At least one; several where they may be */
  readonly take: (files: readonly File[]) => unknown
}

/** Chooses files in the language of the console: a browser's own button speaks the browser's. */
export const FileButton = ({ name, accept, multiple, take, ...button }: FileButtonProps) => {
  const input = useRef<HTMLInputElement>(null)
  return (
    <>
      <input
        ref={input}
        type="file"
        aria-label={name}
        // Forms of the library show what is only "hidden".
        style={{ display: 'none' }}
        accept={accept}
        multiple={multiple}
        onChange={event => {
          const files = [...(event.target.files ?? [])]
          // The same file, mended meanwhile, may be chosen again.
          event.target.value = ''
          if (files.length > 0) take(files)
        }}
      />
      <Button {...button} onClick={() => input.current?.click()}>
        {name}
      </Button>
    </>
  )
}
