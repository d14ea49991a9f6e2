import type { ComponentProps, ReactNode } from 'react'
import { Dialog } from '../Dialog.tsx'
import { Form } from './Form.tsx'

type Props = Omit<ComponentProps<typeof Form>, 'onCancel'> & { title: ReactNode; onClose: () => void }

/** A form in a dialog: it closes itself once the server has agreed. */
export function FormDialog({ title, onClose, send, ...form }: Props) {
  return (
    <Dialog title={title} onClose={onClose}>
      <Form
        {...form}
        onCancel={onClose}
        send={async (values) => {
          await send(values)
          onClose()
        }}
      />
    </Dialog>
  )
}
