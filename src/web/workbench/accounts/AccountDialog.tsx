import { useState } from 'react'
import type { AccountRow } from '../../../core/api/accounts.ts'
import type { HeldPost } from '../../../core/api/session.ts'
import { Dialog } from '../../kit/Dialog.tsx'
import { useTexts } from '../../kit/i18n.ts'
import { accountsTexts } from '../texts/accounts.ts'
import { totpResetTexts } from '../texts/totp-resets.ts'
import { AccountMarks } from './AccountMarks.tsx'
import { AccountTaskForm } from './AccountTaskForm.tsx'
import { useAccount } from './account-data.ts'
import { type AccountTask, accountTasks } from './account-task.ts'
import { EndPostForm } from './EndPostForm.tsx'
import { GivePostForm } from './GivePostForm.tsx'
import { OncePassword } from './OncePassword.tsx'
import { TotpResetForm } from './TotpResetForm.tsx'

type Step = { kind: 'give' } | { kind: 'end'; post: HeldPost } | { kind: 'task'; task: AccountTask } | { kind: 'totp' }

/** One account: its posts, and what its administrator may do. Each step is asked for before it happens. */
export function AccountDialog({ row, onClose }: { row: AccountRow; onClose: () => void }) {
  const t = useTexts(accountsTexts)
  const totp = useTexts(totpResetTexts)
  const account = useAccount(row)
  const [step, setStep] = useState<Step | null>(null)
  const [done, setDone] = useState(false)
  const [password, setPassword] = useState<string | null>(null)
  const back = () => setStep(null)
  const finish = () => {
    setStep(null)
    setDone(true)
  }
  const go = (next: Step) => {
    setDone(false)
    setStep(next)
  }
  if (password) return <OncePassword password={password} name={account.displayName} onClose={onClose} />
  if (step?.kind === 'give') return <GivePostForm account={account} onBack={back} onDone={finish} />
  if (step?.kind === 'end') return <EndPostForm account={account} post={step.post} onBack={back} onDone={finish} />
  if (step?.kind === 'totp') return <TotpResetForm account={account} onBack={back} onDone={finish} />
  if (step?.kind === 'task') {
    return <AccountTaskForm account={account} task={step.task} onBack={back} onDone={finish} onPassword={setPassword} />
  }
  return (
    <Dialog title={`${account.displayName} · ${account.home.name}`} onClose={onClose}>
      <div className="roomy form-row">
        <AccountMarks account={account} />
        {account.posts.length === 0 && <p className="mut">{t.noPosts}</p>}
        <ul className="rows">
          {account.posts.map((post) => (
            <li key={post.id}>
              <b>{t.post(post.roleLabel, post.org.name)}</b>
              <span className="end">
                {post.to && t.until(post.to)}
                {account.abilities.givePost && (
                  <button type="button" className="btn sml" onClick={() => go({ kind: 'end', post })}>
                    {t.end}
                    <span className="vh">{t.post(post.roleLabel, post.org.name)}</span>
                  </button>
                )}
              </span>
            </li>
          ))}
        </ul>
        {done && <p role="status">{t.done}</p>}
        {account.abilities.givePost && !account.abilities.manage && <p className="mut sm">{t.beyond}</p>}
        <div className="tags">
          {account.abilities.givePost && (
            <button type="button" className="btn" onClick={() => go({ kind: 'give' })}>
              {t.give}
            </button>
          )}
          {account.abilities.manage &&
            accountTasks(account).map((task) => (
              <button key={task} type="button" className="btn" onClick={() => go({ kind: 'task', task })}>
                {t[task]}
              </button>
            ))}
          {account.abilities.manage && account.hasTotp && !account.demo && (
            <button type="button" className="btn" onClick={() => go({ kind: 'totp' })}>
              {totp.task}
            </button>
          )}
        </div>
      </div>
      <div className="foot">
        <button type="button" className="btn" onClick={onClose}>
          {t.close}
        </button>
      </div>
    </Dialog>
  )
}
