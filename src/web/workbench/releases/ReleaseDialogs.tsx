import type { Release } from '../../../core/api/releases.ts'
import { FormDialog } from '../../kit/form/FormDialog.tsx'
import { TextField } from '../../kit/form/TextField.tsx'
import { useTexts } from '../../kit/i18n.ts'
import { releasesTexts } from '../texts/releases.ts'
import { useReleaseChange } from './release-data.ts'

interface Props {
  release: Release
  onClose: () => void
}

export function ApproveDialog({ release, onClose }: Props) {
  const t = useTexts(releasesTexts)
  const change = useReleaseChange()
  return (
    <FormDialog
      title={t.approve}
      submit={t.approve}
      onClose={onClose}
      send={() => change(`/releases/${release.id}/decide`, { approve: true })}
    >
      <p>{t.approveNote}</p>
    </FormDialog>
  )
}

export function ReturnDialog({ release, onClose }: Props) {
  const t = useTexts(releasesTexts)
  const change = useReleaseChange()
  return (
    <FormDialog
      title={t.send}
      submit={t.send}
      onClose={onClose}
      send={(values) => change(`/releases/${release.id}/decide`, { approve: false, reason: values.text('reason') })}
    >
      <TextField name="reason" label={t.reason} required minLength={2} maxLength={500} />
    </FormDialog>
  )
}

export function WithdrawDialog({ release, onClose }: Props) {
  const t = useTexts(releasesTexts)
  const change = useReleaseChange()
  return (
    <FormDialog
      title={t.withdraw}
      submit={t.withdraw}
      onClose={onClose}
      send={(values) => change(`/releases/${release.id}/withdraw`, { reason: values.text('reason') })}
    >
      <p>{t.withdrawNote}</p>
      <TextField name="reason" label={t.reason} required minLength={2} maxLength={500} />
    </FormDialog>
  )
}
