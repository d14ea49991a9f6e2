import { ApiRefusal, apiUrl } from '../../../kit/api.ts'
import { language } from '../../../kit/i18n.ts'

/** Sends a file with its fields and tells how much has gone (0–1): only the older request can say that. Throws ApiRefusal. */
export function uploadFile<T>(path: string, form: FormData, onProgress: (part: number) => void): Promise<T> {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest()
    request.open('POST', apiUrl(path))
    request.responseType = 'json'
    request.setRequestHeader('accept', 'application/json')
    request.setRequestHeader('accept-language', language.get())
    request.setRequestHeader('x-niangjia-request', '1')
    request.upload.onprogress = (event) => {
      if (event.lengthComputable) onProgress(event.loaded / event.total)
    }
    request.onerror = () => reject(new ApiRefusal({ code: 'network-unreachable', text: '', status: 0 }))
    request.onload = () => {
      const body = request.response
      if (request.status < 300) resolve(body as T)
      else
        reject(
          new ApiRefusal({
            code: typeof body?.code === 'string' ? body.code : `http-${request.status}`,
            text: typeof body?.text === 'string' ? body.text : '',
            status: request.status,
            field: body?.field,
            requestId: body?.requestId,
            body,
          }),
        )
    }
    request.send(form)
  })
}

/** 1.4 MB, 320 KB. */
export function sizeText(bytes: number): string {
  if (bytes >= 1_000_000) return `${(bytes / 1_000_000).toFixed(1)} MB`
  return `${Math.max(1, Math.round(bytes / 1000))} KB`
}
