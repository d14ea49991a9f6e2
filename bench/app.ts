import { serve } from '../src/server/http/serve.ts'

// The application in a process of its own, as it serves; told what to serve by its parent, and gone with it.
process.once('message', (options: Parameters<typeof serve>[0]) => {
  serve(options).then(
    ({ port, close }) => {
      process.send?.({ port })
      process.on('message', () => {
        close().finally(() => process.exit(0))
      })
    },
    (error: Error) => {
      process.send?.({ error: error.stack })
    },
  )
})
process.once('disconnect', () => process.exit(1))
